import type { Actor } from "@cml/domain/kernel";
import { acceptUnmatchedInput, listUnmatchedInput, type UnmatchedReason } from "@cml/domain/map";
import { actorOf, aLocation, anActor, aStranger, aUser, createTestDb, fakeClock, type TestDb, testDeps } from "@cml/testing";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Deps } from "../../deps";
import { runUnmatched } from "./run-unmatched";
import { undoUnmatched } from "./undo-unmatched";
import { listUnmatched, resolveUnmatched } from "./unmatched-people";
import {
  countAcceptableUnmatched, getUnmatchedRun, resumeLostUnmatchedRun, resumeUnmatchedRun, startUnmatchedRun, stopUnmatchedRun, undoUnmatchedRun,
} from "./unmatched-runs"; // prettier-ignore

let test: TestDb;
let admin: Actor;
beforeAll(async () => {
  test = await createTestDb();
  admin = actorOf(await aUser(test.db, { role: "MAP_ADMIN" }));
});
afterAll(() => test.drop());
beforeEach(() => test.db.pool.query(`TRUNCATE "Location", "ImportRun", "UnmatchedRun" CASCADE`));

const clock = fakeClock();
const setUp = () => testDeps({ db: test.db, clock });
const sure = (wish: { importId?: string; reason?: UnmatchedReason; confidence?: number } = {}) =>
  acceptUnmatchedInput.parse({ confidence: 80, ...wish });

const aList = async (): Promise<string> => {
  const options = { source: "list", overwrite: [] };
  return (await test.db.prisma.importRun.create({ data: { kind: "people", status: "COMPLETED", fileName: "list.csv", options } })).id;
};
const nobody = {
  ...{ lastName: null, phone: null, email: null, language: null, supportLevel: null, supportDeclined: false, leanCode: null },
  ...{ doNotContact: false, notes: null, sign: false, address: "12 Alexander St" },
};
type Waiting = { importId: string; row: number; confidence?: number; reason?: UnmatchedReason; isKnown?: boolean };
const waits = async ({ importId, row, confidence = 84, reason = "unsure", isKnown = true }: Waiting) => {
  const { locationId, addressIds } = await aLocation(test.db, { text: `${row} Alexander St, Vancouver, BC` });
  const addressId = addressIds[0]!;
  const place = {
    latitude: 49.28,
    longitude: -123.1,
    accuracy: "building",
    pointConfidence: 90,
    municipality: null,
    province: null,
    postalCode: null,
  };
  const candidates = [{ ...place, confidence, locationId, addressId: isKnown ? addressId : null, address: `${row} ALEXANDER ST` }];
  const person = { ...nobody, externalId: String(row), firstName: `Person ${row}`, question: { address: `${row} Alexander St` } };
  const given = {
    id: newId(),
    importRunId: importId,
    rowNumber: row,
    person,
    address: nobody.address,
    reason,
    candidates,
    rowKey: newId(),
  };
  await test.db.prisma.unmatchedPerson.create({ data: given });
  return { id: given.id, locationId, addressId };
};
const many = async (count: number) => {
  const importId = await aList();
  const people = [];
  for (let row = 1; row <= count; row += 1) people.push(await waits({ importId, row }));
  return { importId, people };
};
const left = async () => (await listUnmatched(setUp(), admin, listUnmatchedInput.parse({}))).total;
const residents = () => test.db.prisma.resident.count();
/** Acts when so many ids were made: within the work on one of the people. */
const afterIds = (count: number, act: () => void): Deps => {
  const deps = setUp();
  let made = 0;
  return { ...deps, newId: () => ((made += 1) === count && act(), deps.newId()) };
};

it("puts everybody meant at their best door, of one list and for one reason where that was asked for", async () => {
  const deps = setUp();
  const first = await aList();
  const second = await aList();
  await waits({ importId: first, row: 1 });
  await waits({ importId: first, row: 2, reason: "moved", confidence: 100 });
  await waits({ importId: first, row: 3, confidence: 79 });
  await waits({ importId: first, row: 4, isKnown: false });
  await waits({ importId: second, row: 5 });
  expect(await countAcceptableUnmatched(deps, admin, sure())).toBe(3);
  expect(await countAcceptableUnmatched(deps, admin, sure({ importId: first }))).toBe(2);
  const begun = await startUnmatchedRun(deps, admin, sure({ importId: first, reason: "unsure" }));
  expect(begun).toMatchObject({ status: "QUEUED", total: 1, confidence: 80 });
  expect(deps.jobs.payloadsOf("map.place-unmatched")).toEqual([{ runId: begun.id }]);
  await runUnmatched(deps, { runId: begun.id });
  expect(await getUnmatchedRun(deps, admin)).toMatchObject({ status: "COMPLETED", done: 1, placed: 1, skipped: 0 });
  expect(await left()).toBe(4);
  await runUnmatched(deps, { runId: (await startUnmatchedRun(deps, admin, sure({ confidence: 60 }))).id });
  // Without a door of ours nobody can be put there.
  expect(await left()).toBe(1);
  await expect(startUnmatchedRun(deps, admin, sure())).rejects.toMatchObject({ messageKey: "map.unmatchedRun.nobody" });
});

it("that broke off goes on behind the last person, and places nobody twice", async () => {
  const deps = setUp();
  await many(5);
  const { id } = await startUnmatchedRun(deps, admin, sure());
  const closing = new AbortController();
  const closed = runUnmatched(
    afterIds(4, () => closing.abort()),
    { runId: id, signal: closing.signal },
  );
  await expect(closed).rejects.toThrow("interrupted");
  const at = await getUnmatchedRun(deps, admin);
  expect(at).toMatchObject({ status: "RUNNING" });
  expect(at!.done).toBeGreaterThan(0);
  expect(at!.done).toBeLessThan(5);
  expect(await residents()).toBe(at!.placed);
  const killed = afterIds(2, () => {
    throw new Error("the database is gone");
  });
  await expect(runUnmatched(killed, { runId: id })).rejects.toThrow("gone");
  expect(await residents()).toBe((await getUnmatchedRun(deps, admin))!.placed);
  await runUnmatched(deps, { runId: id });
  expect(await getUnmatchedRun(deps, admin)).toMatchObject({ status: "COMPLETED", done: 5, placed: 5 });
  expect(await residents()).toBe(5);
});

it("is queued anew once its process died, and may go on after its last try", async () => {
  const deps = setUp();
  await many(2);
  const { id } = await startUnmatchedRun(deps, admin, sure());
  await resumeLostUnmatchedRun(deps);
  expect(deps.jobs.payloadsOf("map.place-unmatched")).toHaveLength(1);
  clock.advance(120_000);
  await resumeLostUnmatchedRun(deps);
  expect(deps.jobs.payloadsOf("map.place-unmatched")).toHaveLength(2);
  const broken = afterIds(1, () => {
    throw new Error("broken");
  });
  await expect(runUnmatched(broken, { runId: id, isLastTry: true })).rejects.toThrow("broken");
  expect(await getUnmatchedRun(deps, admin)).toMatchObject({ status: "FAILED" });
  expect(await resumeUnmatchedRun(deps, admin, { id })).toMatchObject({ status: "QUEUED" });
  await runUnmatched(deps, { runId: id });
  expect(await getUnmatchedRun(deps, admin)).toMatchObject({ status: "COMPLETED", placed: 2 });
  await expect(resumeUnmatchedRun(deps, admin, { id })).rejects.toMatchObject({ messageKey: "map.unmatchedRun.notBroken" });
});

it("is stopped at its next person, and only one works at a time", async () => {
  const deps = setUp();
  await many(4);
  const { id } = await startUnmatchedRun(deps, admin, sure());
  await expect(startUnmatchedRun(deps, admin, sure())).rejects.toMatchObject({ messageKey: "map.unmatchedRun.another" });
  await expect(undoUnmatchedRun(deps, admin, { id })).rejects.toMatchObject({ messageKey: "map.unmatchedRun.another" });
  let stopped: Promise<unknown> | undefined;
  await runUnmatched(
    afterIds(4, () => {
      stopped = stopUnmatchedRun(deps, admin, { id });
    }),
    { runId: id },
  );
  await stopped;
  const at = await getUnmatchedRun(deps, admin);
  expect(at).toMatchObject({ status: "CANCELLED" });
  expect(await residents()).toBe(at!.placed);
  await expect(stopUnmatchedRun(deps, admin, { id })).rejects.toMatchObject({ messageKey: "map.unmatchedRun.ended" });
});

it("leaves whom somebody settles meanwhile, and whose door is gone", async () => {
  const deps = setUp();
  const { people } = await many(3);
  const { id } = await startUnmatchedRun(deps, admin, sure());
  await test.db.pool.query(`DELETE FROM "Location" WHERE "id" = $1`, [people[0]!.locationId]);
  await resolveUnmatched(deps, admin, { id: people[1]!.id, decision: { kind: "setAside" } });
  await runUnmatched(deps, { runId: id });
  expect(await getUnmatchedRun(deps, admin)).toMatchObject({ status: "COMPLETED", total: 3, done: 2, placed: 1, skipped: 1 });
  expect(await left()).toBe(1);
});

it("is taken back as a whole, but for those at whose door somebody worked since, and only once", async () => {
  const deps = setUp();
  const { people } = await many(4);
  const { id } = await startUnmatchedRun(deps, admin, sure());
  await runUnmatched(deps, { runId: id });
  await test.db.prisma.resident.updateMany({ where: { addressId: people[1]!.addressId }, data: { phone: "604-555-0101" } });
  await undoUnmatched(deps, admin, { id: people[2]!.id });
  expect(await undoUnmatchedRun(deps, admin, { id })).toMatchObject({ isUndoing: true, status: "QUEUED" });
  const closing = new AbortController();
  closing.abort();
  await expect(runUnmatched(deps, { runId: id, signal: closing.signal })).rejects.toThrow("interrupted");
  await runUnmatched(deps, { runId: id });
  expect(await getUnmatchedRun(deps, admin)).toMatchObject({ status: "UNDONE", placed: 4, undone: 2, kept: 1 });
  expect(await left()).toBe(3);
  expect(await residents()).toBe(1);
  await expect(undoUnmatchedRun(deps, admin, { id })).rejects.toMatchObject({ messageKey: "map.unmatchedRun.cannotUndo" });
});

it("is nobody else's than theirs who may see people and bring lists in", async () => {
  const deps = setUp();
  await many(1);
  const { id } = await startUnmatchedRun(deps, admin, sure());
  for (const actor of [anActor("INFLUENCE_ADMIN"), anActor("USER"), anActor("TEMP"), aStranger()]) {
    const deeds = [
      startUnmatchedRun(deps, actor, sure()), countAcceptableUnmatched(deps, actor, sure()), getUnmatchedRun(deps, actor),
      stopUnmatchedRun(deps, actor, { id }), resumeUnmatchedRun(deps, actor, { id }), undoUnmatchedRun(deps, actor, { id }),
    ]; // prettier-ignore
    for (const deed of await Promise.allSettled(deeds)) expect(deed).toMatchObject({ reason: { code: "FORBIDDEN" } });
  }
  await expect(stopUnmatchedRun(deps, admin, { id: newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
});
