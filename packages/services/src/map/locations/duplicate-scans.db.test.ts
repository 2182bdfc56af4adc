import type { Actor } from "@cml/domain/kernel";
import { actorOf, aLocation, anActor, aStranger, aUser, createTestDb, fakeClock, type TestDb, testDeps } from "@cml/testing";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Deps } from "../../deps";
import { cancelDuplicateScan, getDuplicateScan, resumeDuplicateScan, runDuplicateScan, startDuplicateScan } from "./duplicate-scans";
import { listDuplicates } from "./duplicates";

let test: TestDb;
let admin: Actor;
beforeAll(async () => {
  test = await createTestDb();
  admin = actorOf(await aUser(test.db, { role: "MAP_ADMIN" }));
});
afterAll(() => test.drop());
beforeEach(() => test.db.pool.query(`TRUNCATE "Location", "DuplicateScan", "LocationDuplicate" CASCADE`));

const setUp = () => {
  const clock = fakeClock();
  return testDeps({ db: test.db, clock });
};
const twice = async () => {
  await aLocation(test.db, { text: "12 Alexander St, Vancouver, BC" });
  return aLocation(test.db, { text: "12 Alexander St, Vancouver, BC", latitude: 49.4 });
};
const pairs = async (deps: Deps) => (await listDuplicates(deps, admin, { page: 1, pageSize: 10 })).total;
/** Ends a run after so many of its shares, as a process that is asked to close, or somebody who stops it. */
const after = (shares: number, deps: Deps, act: () => unknown): Deps => {
  let seen = 0;
  const pool = new Proxy(deps.db, {
    get: (db, name, receiver) => {
      if (name === "pool" && (seen += 1) === shares + 1) act();
      return Reflect.get(db, name, receiver) as unknown;
    },
  });
  return { ...deps, db: pool };
};

it("looks through the buildings in shares, and says how far it is and how long it will take", async () => {
  const deps = setUp();
  await twice();
  expect(await getDuplicateScan(deps, admin)).toBeNull();
  const begun = await startDuplicateScan(deps, admin);
  expect(begun).toMatchObject({ status: "QUEUED", done: 0, secondsLeft: null });
  expect((await startDuplicateScan(deps, admin)).id).toBe(begun.id);
  expect(deps.jobs.payloadsOf("map.find-duplicates")).toEqual([{ scanId: begun.id }]);
  await test.db.pool.query(`UPDATE "DuplicateScan" SET "status" = 'RUNNING', "startedAt" = $1, "done" = "total" / 2`, [deps.clock.now()]);
  deps.clock.advance(40_000);
  const half = await getDuplicateScan(deps, admin);
  expect(half?.secondsLeft).toBeCloseTo((40 / half!.done) * (half!.total - half!.done));
  await runDuplicateScan(deps, { scanId: begun.id });
  const ended = await getDuplicateScan(deps, admin);
  expect(ended).toMatchObject({ status: "COMPLETED", done: begun.total, found: 1 });
  expect(await pairs(deps)).toBe(1);
});

it("forgets pairs that are none any more, and begins a search of its own at night", async () => {
  const deps = setUp();
  const second = await twice();
  await runDuplicateScan(deps);
  expect(await pairs(deps)).toBe(1);
  await test.db.pool.query(`UPDATE "Location" SET "searchKey" = 'elsewhere' WHERE "id" = $1`, [second.locationId]);
  await runDuplicateScan(deps);
  expect(await getDuplicateScan(deps, admin)).toMatchObject({ status: "COMPLETED", found: 0 });
  expect(await pairs(deps)).toBe(0);
});

it("that broke off goes on with the share it was at, and counts nothing twice", async () => {
  const deps = setUp();
  await twice();
  const { id, total } = await startDuplicateScan(deps, admin);
  const closing = new AbortController();
  await expect(
    runDuplicateScan(
      after(4, deps, () => closing.abort()),
      { scanId: id, signal: closing.signal },
    ),
  ).rejects.toThrow("interrupted");
  const broken = await getDuplicateScan(deps, admin);
  expect(broken).toMatchObject({ id, status: "RUNNING" });
  expect(broken!.done).toBeGreaterThan(0);
  expect(broken!.done).toBeLessThan(total);
  deps.jobs.clear();
  await resumeDuplicateScan(deps);
  expect(deps.jobs.added).toEqual([]);
  deps.clock.advance(120_000);
  await deps.locks.withLock("duplicate-scan", () => resumeDuplicateScan(deps));
  expect(deps.jobs.added).toEqual([]);
  await resumeDuplicateScan(deps);
  expect(await deps.jobs.run("map.find-duplicates", (payload) => runDuplicateScan(deps, payload))).toBe(1);
  expect(await getDuplicateScan(deps, admin)).toMatchObject({ id, status: "COMPLETED", done: total, found: 1 });
});

it("that was stopped leaves what stood, and its job begins no other", async () => {
  const deps = setUp();
  await twice();
  await runDuplicateScan(deps);
  const { id } = await startDuplicateScan(deps, admin);
  await runDuplicateScan(
    after(4, deps, () => void cancelDuplicateScan(deps, admin)),
    { scanId: id },
  );
  expect(await getDuplicateScan(deps, admin)).toMatchObject({ id, status: "CANCELLED" });
  expect(await pairs(deps)).toBe(1);
  await runDuplicateScan(deps, { scanId: id });
  expect(await getDuplicateScan(deps, admin)).toMatchObject({ id, status: "CANCELLED" });
  await expect(cancelDuplicateScan(deps, admin)).rejects.toMatchObject({ messageKey: "map.duplicateScan.ended" });
});

it.each([
  ["begins", startDuplicateScan],
  ["stops", cancelDuplicateScan],
  ["sees", getDuplicateScan],
])("nobody but map staff %s one", async (_what, act) => {
  for (const actor of [anActor("USER"), aStranger()])
    await expect(async () => act(setUp(), actor)).rejects.toMatchObject({ code: "FORBIDDEN" });
});
