import { systemActor } from "@cml/domain/kernel";
import { createImportInput } from "@cml/domain/map";
import { actorOf, anActor, anUpload, aStranger, aUser, createTestDb, type TestDb, testDeps } from "@cml/testing";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { cancelImport } from "./cancel-import";
import { createImport } from "./create-import";
import { resumeImport } from "./resume-import";
import { runImport } from "./run-import";
import { runUndo } from "./run-undo";
import { undoImport } from "./undo-import";

let test: TestDb;
beforeAll(async () => void (test = await createTestDb()));
afterAll(() => test.drop());
beforeEach(() => test.db.pool.query(`TRUNCATE "Location", "ImportRun" CASCADE`));

const admin = anActor("MAP_ADMIN");
const shell = systemActor();
const rows = Array.from({ length: 5_000 }, (_, index) => `${index},"${index + 1} Oak St, Vancouver, BC",${49.2 + index / 100_000},-123.1`);
const table = (lines: readonly string[]) => `id,address,lat,lng\n${lines.join("\n")}\n`;

const begin = async (text: string, isComparison = false) => {
  const deps = testDeps({ db: test.db });
  const owner = actorOf(await aUser(test.db, { role: "MAP_ADMIN" }));
  const uploadKey = await anUpload(deps.storage, { actor: owner, bytes: text });
  const input = { kind: "addresses", uploadKey, fileName: "list.csv", source: "oak", isComparison };
  const { id } = await createImport(deps, owner, createImportInput.parse(input));
  return { deps, id, uploadKey };
};
const doors = async () => (await test.db.pool.query(`SELECT 1 FROM "Location"`)).rowCount;

/** Runs until the first chunk stands, and stops it there. */
const stopEarly = async ({ deps, id }: Awaited<ReturnType<typeof begin>>) => {
  let cancelled: Promise<unknown> = Promise.resolve();
  let isFirst = true;
  const onProgress = () => {
    if (isFirst) cancelled = cancelImport(deps, admin, id).catch(() => null);
    isFirst = false;
  };
  const run = await runImport(deps, shell, { importId: id, onProgress });
  await cancelled;
  expect(run.status).toBe("CANCELLED");
  return run;
};

it("that was stopped goes on from its checkpoint, each row once, and is put back whole", async () => {
  const begun = await begin(table(rows));
  const { deps, id } = begun;
  const stopped = await stopEarly(begun);
  expect(stopped.counts.read).toBeLessThan(5_000);
  const waiting = await resumeImport(deps, admin, { importId: id });
  expect(waiting).toMatchObject({ status: "QUEUED", finishedAt: null, counts: stopped.counts, checkpoint: stopped.checkpoint });
  expect(deps.jobs.added.filter(({ name }) => name === "map.run-import")).toHaveLength(2);
  await expect(resumeImport(deps, admin, { importId: id })).rejects.toMatchObject({ code: "CONFLICT" });
  const done = await runImport(deps, shell, { importId: id });
  expect(done).toMatchObject({ status: "COMPLETED", counts: { read: 5_000, created: 5_000, same: 0, rejected: 0 } });
  expect(await doors()).toBe(5_000);
  await expect(resumeImport(deps, admin, { importId: id })).rejects.toMatchObject({ messageKey: "map.import.notResumable" });
  await undoImport(deps, admin, { importId: id });
  expect(await runUndo(deps, shell, { importId: id })).toMatchObject({ status: "UNDONE", undo: { removed: 5_000, kept: 0 } });
  expect(await doors()).toBe(0);
  await expect(resumeImport(deps, admin, { importId: id })).rejects.toMatchObject({ code: "CONFLICT" });
});

it("that failed goes on once what it failed of is mended", async () => {
  const { deps, id, uploadKey } = await begin(table(rows.slice(0, 10)));
  const file = deps.storage.files.get(uploadKey);
  deps.storage.files.delete(uploadKey);
  expect(await runImport(deps, shell, { importId: id })).toMatchObject({ status: "FAILED", error: { messageKey: "import.fileGone" } });
  if (file !== undefined) deps.storage.files.set(uploadKey, file);
  expect(await resumeImport(deps, admin, { importId: id })).toMatchObject({ status: "QUEUED", error: null });
  expect(await runImport(deps, shell, { importId: id })).toMatchObject({ status: "COMPLETED", counts: { read: 10, created: 10 } });
});

it("counts only the time it worked: an hour between does not make it slow", async () => {
  const begun = await begin(table(rows));
  const { deps, id } = begun;
  const { startedAt, finishedAt } = await stopEarly(begun);
  deps.clock.advance(3_600_000);
  await resumeImport(deps, admin, { importId: id });
  const done = await runImport(deps, shell, { importId: id });
  const worked = (done.finishedAt?.getTime() ?? 0) - (done.startedAt?.getTime() ?? 0);
  expect(worked).toBe((finishedAt?.getTime() ?? 0) - (startedAt?.getTime() ?? 0));
});

it("that only compared begins anew, and still writes no door", async () => {
  const begun = await begin(table(rows), true);
  await stopEarly(begun);
  await resumeImport(begun.deps, admin, { importId: begun.id });
  const done = await runImport(begun.deps, shell, { importId: begun.id });
  expect(done).toMatchObject({ status: "COMPLETED", counts: { read: 5_000, created: 5_000 } });
  expect(await doors()).toBe(0);
});

it("is for those who may import", async () => {
  const { deps, id } = await begin(table(rows.slice(0, 3)));
  await cancelImport(deps, admin, id);
  for (const actor of [aStranger(), anActor("USER"), anActor("TEMP"), anActor("INFLUENCE_ADMIN")])
    await expect(resumeImport(deps, actor, { importId: id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(resumeImport(deps, admin, { importId: deps.newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
});
