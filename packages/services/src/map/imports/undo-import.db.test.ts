import { listKept as listKeptRows } from "@cml/db/map";
import { systemActor } from "@cml/domain/kernel";
import { createImportInput } from "@cml/domain/map";
import { aCut, anActor, anUpload, aUser, createTestDb, squareAround, type TestDb, testDeps } from "@cml/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { updateLocation } from "../locations";
import { createImport } from "./create-import";
import { getImport } from "./get-import";
import { ImportInterrupted } from "./import-run-context";
import { listKept } from "./list-kept";
import { runImport } from "./run-import";
import { runUndo } from "./run-undo";
import { undoImport } from "./undo-import";

let test: TestDb;
let userId: string;
beforeAll(async () => void (test = await createTestDb()));
afterAll(() => test.drop());
beforeEach(async () => {
  await test.db.pool.query(`TRUNCATE "Location", "Cut", "ImportRun" CASCADE`);
  userId = (await aUser(test.db, { role: "MAP_ADMIN" })).id;
});

const setUp = () => testDeps({ db: test.db });
type TestSetUp = ReturnType<typeof setUp>;
const admin = () => anActor("MAP_ADMIN", { userId });
const head = "id,address,unit,postal code,lat,lng";

const importText = async (deps: TestSetUp, rows: readonly string[], source = "city") => {
  const uploadKey = await anUpload(deps.storage, { actor: admin(), bytes: `${head}\n${rows.join("\n")}\n` });
  const run = await createImport(deps, admin(), createImportInput.parse({ kind: "addresses", uploadKey, fileName: "list.csv", source }));
  return runImport(deps, systemActor(), { importId: run.id });
};
const undo = async (deps: TestSetUp, importId: string) => {
  await undoImport(deps, admin(), { importId });
  return runUndo(deps, systemActor(), { importId });
};
const row = (id: number, text: string, { unit = "", postal = "", latitude = 49.25 } = {}): string =>
  `${id},"${text}, Vancouver, BC",${unit},${postal},${latitude},-123.1`;
const doors = async () =>
  (
    await test.db.pool.query<{ address: string; unit: string | null; postal: string | null; units: number }>(
      `SELECT l."address", a."unitNumber" AS unit, l."postalCode" AS postal, l."totalUnits" AS units FROM "Location" l JOIN "Address" a ON a."locationId" = l."id" ORDER BY 1, 2`,
    )
  ).rows;
const idOf = async (address: string) => (await test.db.prisma.location.findFirstOrThrow({ where: { address } })).id;

describe("an undo", () => {
  it("takes the doors of an import away, with history and areas, and puts changed fields back", async () => {
    const deps = setUp();
    const here = await aCut(test.db, { geometry: squareAround({ latitude: 49.25, longitude: -123.1 }, 0.002) });
    const there = await aCut(test.db, { geometry: squareAround({ latitude: 49.26, longitude: -123.1 }, 0.002) });
    await importText(deps, [row(1, "10 Oak St"), row(2, "12 Oak St", { unit: "1", postal: "V6B 1A1" })]);
    const before = await doors();
    const second = await importText(deps, [
      row(1, "10 Oak Street", { latitude: 49.26, postal: "V6B1A2" }),
      row(3, "12 Oak St", { unit: "2" }),
      row(4, "14 Oak St"),
    ]);
    expect(second.counts).toMatchObject({ changed: 1, created: 2 });
    const undone = await undo(deps, second.id);
    expect(undone).toMatchObject({ status: "UNDONE", undo: { step: "done", removed: 2, kept: 0 } });
    expect(await doors()).toEqual(before);
    const cuts = await test.db.prisma.cut.findMany({ include: { locations: true } });
    expect(cuts.find(({ id }) => id === here)).toMatchObject({ addressCount: 2, locations: [{}, {}] });
    expect(cuts.find(({ id }) => id === there)).toMatchObject({ addressCount: 0, locations: [] });
    const lines = await test.db.prisma.locationHistory.findMany({ where: { action: "IMPORT_UNDONE", field: "postalCode" } });
    expect(lines).toMatchObject([{ oldValue: "V6B1A2", newValue: null, userId }]);
    await expect(undoImport(deps, admin(), { importId: second.id })).rejects.toMatchObject({ messageKey: "map.import.undone" });
    const again = await importText(deps, [row(1, "10 Oak Street", { latitude: 49.26, postal: "V6B1A2" })]);
    expect(again.counts).toMatchObject({ changed: 1 });
  });

  it("keeps and lists what was visited, edited or taken over since", async () => {
    const deps = setUp();
    const texts = ["10 Oak St", "12 Oak St", "14 Oak St", "16 Oak St", "18 Oak St"];
    const first = await importText(deps, [
      ...texts.map((text, index) => row(index, text)),
      row(20, "99 Oak St", { unit: "1" }),
      row(21, "99 Oak St", { unit: "2" }),
    ]);
    await test.db.pool.query(
      `UPDATE "Address" SET "lastVisitedAt" = now() WHERE "unitNumber" = '1' OR "locationId" = $1`,
      [await idOf("10 Oak St")],
    ); // prettier-ignore
    const edited = await test.db.prisma.location.findFirstOrThrow({ where: { address: "12 Oak St" } });
    await updateLocation(deps, admin(), { id: edited.id, updatedAt: edited.updatedAt, buildingNotes: "a dog" });
    await test.db.pool.query(`UPDATE "Address" SET "notes" = 'friendly' WHERE "locationId" = $1`, [await idOf("14 Oak St")]);
    await importText(deps, [row(3, "16 Oak St", { postal: "V6B1A1" })]);
    const undone = await undo(deps, first.id);
    expect(undone.undo).toMatchObject({ removed: 2, kept: 5 });
    expect((await doors()).map(({ address, unit }) => [address, unit])).toEqual([
      ["10 Oak St", null], ["12 Oak St", null], ["14 Oak St", null], ["16 Oak St", null], ["99 Oak St", "1"],
    ]); // prettier-ignore
    const kept = await listKept(deps, admin(), { importId: first.id, page: 1, pageSize: 50 });
    expect(kept.items.map(({ address, reason }) => [address, reason])).toEqual([
      ["10 Oak St", "visited"], ["12 Oak St", "edited"], ["14 Oak St", "edited"], ["16 Oak St", "otherImport"], ["99 Oak St", "visited"],
    ]); // prettier-ignore
  });

  it("leaves a field somebody changed since, and says so", async () => {
    const deps = setUp();
    await importText(deps, [row(1, "10 Oak St", { postal: "V6B1A1" })]);
    const second = await importText(deps, [row(1, "10 Oak St", { postal: "V6B1A2" })]);
    await test.db.pool.query(`UPDATE "Location" SET "postalCode" = 'V6B1A3'`);
    expect((await undo(deps, second.id)).undo).toMatchObject({ restored: 0 });
    expect((await doors())[0]?.postal).toBe("V6B1A3");
    expect((await listKeptRows(test.db, second.id, { page: 1, pageSize: 10 })).items).toMatchObject([{ reason: "edited" }]);
  });

  it("goes on where it was interrupted, and is not run twice at once", async () => {
    const deps = setUp();
    const first = await importText(deps, Array.from({ length: 6_000 }, (_, index) => row(index, `${index + 1} Oak St`, { latitude: 49.2 + index / 100_000 }))); // prettier-ignore
    await undoImport(deps, admin(), { importId: first.id });
    const stop = new AbortController();
    const halted = runUndo(deps, systemActor(), {
      importId: first.id,
      signal: stop.signal,
      onProgress: ({ removed }) => {
        if (removed > 0) stop.abort();
      },
    });
    await expect(halted).rejects.toThrow(ImportInterrupted);
    const between = await getImport(deps, admin(), first.id);
    expect(between.undo?.removed).toBeGreaterThan(0);
    expect((await doors()).length).toBe(6_000 - (between.undo?.removed ?? 0));
    await Promise.all([1, 2].map(() => runUndo(deps, systemActor(), { importId: first.id })));
    expect(await getImport(deps, admin(), first.id)).toMatchObject({ status: "UNDONE", undo: { removed: 6_000 } });
    expect(await doors()).toEqual([]);
  });

  it("is refused to volunteers, before the end of the import, and of nothing", async () => {
    const deps = setUp();
    const first = await importText(deps, [row(1, "10 Oak St")]);
    const importId = first.id;
    for (const stranger of [anActor("USER"), anActor("TEMP"), anActor("INFLUENCE_ADMIN")]) {
      await expect(undoImport(deps, stranger, { importId })).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(listKept(deps, stranger, { importId, page: 1, pageSize: 10 })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(undoImport(deps, admin(), { importId: deps.newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await test.db.pool.query(`UPDATE "ImportRun" SET "status" = 'RUNNING'`);
    await expect(undoImport(deps, admin(), { importId })).rejects.toMatchObject({ messageKey: "map.import.notUndoable" });
  });
});
