import { systemActor } from "@cml/domain/kernel";
import { createImportInput, type CreateImportInput } from "@cml/domain/map";
import { anActor, anUpload, aUser, createTestDb, type TestDb, testDeps } from "@cml/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createLocation, moveLocation, updateLocation } from "../locations";
import { applyComparison } from "./apply-comparison";
import { createImport } from "./create-import";
import { getImport } from "./get-import";
import { deleteImportPreset, listImportPresets, saveImportPreset, suggestImportPreset } from "./presets";
import { resumeImports } from "./resume-imports";
import { runImport } from "./run-import";

let test: TestDb;
let userId: string;
beforeAll(async () => void (test = await createTestDb()));
afterAll(() => test.drop());
beforeEach(async () => {
  await test.db.pool.query(`TRUNCATE "Location", "ImportRun", "ImportPreset" CASCADE`);
  userId = (await aUser(test.db, { role: "MAP_ADMIN" })).id;
});

const setUp = () => testDeps({ db: test.db });
type TestSetUp = ReturnType<typeof setUp>;
const admin = () => anActor("MAP_ADMIN", { userId });
const head = "id,address,unit,postal code,lat,lng";

type Given = Partial<Pick<CreateImportInput, "source" | "overwrite" | "isComparison">>;

const begin = async (deps: TestSetUp, rows: readonly string[], given: Given = {}) => {
  const uploadKey = await anUpload(deps.storage, { actor: admin(), bytes: `${head}\n${rows.join("\n")}\n` });
  const input = createImportInput.parse({ kind: "addresses", uploadKey, fileName: "list.csv", source: "city", ...given });
  return createImport(deps, admin(), input);
};
const importText = async (deps: TestSetUp, rows: readonly string[], given: Given = {}) => {
  const run = await begin(deps, rows, given);
  return runImport(deps, systemActor(), { importId: run.id });
};
const row = (id: number | string, text: string, { unit = "", postal = "", latitude = 49.25 } = {}): string =>
  `${id},"${text}, Vancouver, BC",${unit},${postal},${latitude},-123.1`;
const stored = async (address: string) => test.db.prisma.location.findFirstOrThrow({ where: { address } });
const countDoors = () => test.db.prisma.address.count();

describe("a row that comes again", () => {
  it("is the same in any order, also where units of one building disagree about it", async () => {
    const deps = setUp();
    const rows = [
      row(1, "10 Oak St", { unit: "1", postal: "V6B1A1" }),
      row(2, "10 Oak St", { unit: "2", postal: "V6B1A2" }),
      row(3, "10 Oak St", { unit: "3", postal: "V6B1A1" }),
    ];
    expect((await importText(deps, rows)).counts).toMatchObject({ created: 3 });
    for (const order of [rows, [...rows].reverse()]) expect((await importText(deps, order)).counts).toMatchObject({ same: 3, changed: 0 });
    expect(await test.db.prisma.locationHistory.count()).toBe(3);
  });

  it("is changed when it was edited, each edited row and no other, also several of one building", async () => {
    const deps = setUp();
    const units = Array.from({ length: 10 }, (_, index) => String(index));
    await importText(deps, units.map((unit) => row(unit, "10 Oak St", { unit, postal: "V6B1A1" }))); // prettier-ignore
    const edited = units.map((unit, index) => row(unit, "10 Oak St", { unit, postal: index % 3 === 0 ? "V6B1A2" : "V6B1A1" }));
    expect((await importText(deps, edited)).counts).toMatchObject({ changed: 4, same: 6 });
    expect((await importText(deps, [...edited].reverse())).counts).toMatchObject({ changed: 0, same: 10 });
  });

  it("is refused again when its file holds another row of the door, whichever comes first", async () => {
    const deps = setUp();
    const rows = [row(1, "10 Oak St", { postal: "V6B1A1" }), row(1, "10 Oak St", { postal: "V6B1A2" })];
    expect((await importText(deps, rows)).counts).toMatchObject({ created: 1, rejected: 1 });
    for (const order of [rows, [...rows].reverse()])
      expect((await importText(deps, order)).counts).toMatchObject({ same: 1, rejected: 1, changed: 0 });
    expect((await stored("10 Oak St")).postalCode).toBe("V6B1A1");
  });
});

describe("what people recorded", () => {
  it("stays unless it is ticked, is counted, and the row is the same", async () => {
    const deps = setUp();
    await importText(deps, [row(1, "10 Oak St", { postal: "V6B1A1" }), row(2, "12 Oak St", { postal: "V6B1A1" })]);
    const first = await stored("10 Oak St");
    await updateLocation(deps, admin(), { id: first.id, updatedAt: first.updatedAt, postalCode: "V6B1A3" });
    const second = await stored("12 Oak St");
    await moveLocation(deps, admin(), { id: second.id, updatedAt: second.updatedAt, latitude: 49.2502, longitude: -123.1 });
    const newer = [row(1, "10 Oak St", { postal: "V6B1A2" }), row(2, "12 Oak St", { postal: "V6B1A2", latitude: 49.2504 })];
    const kept = await importText(deps, newer);
    expect(kept).toMatchObject({ counts: { changed: 1, same: 1 }, summary: { protectedFields: 2 } });
    expect((await stored("10 Oak St")).postalCode).toBe("V6B1A3");
    expect(await stored("12 Oak St")).toMatchObject({ postalCode: "V6B1A2" });
    expect((await stored("12 Oak St")).latitude.toNumber()).toBe(49.2502);
    const ticked = await importText(deps, newer, { overwrite: ["postalCode"] });
    expect(ticked.counts).toMatchObject({ changed: 1, same: 1 });
    expect((await stored("10 Oak St")).postalCode).toBe("V6B1A2");
    expect((await stored("12 Oak St")).latitude.toNumber()).toBe(49.2502);
  });

  it("covers a building somebody set up: a file fills its blanks and no more", async () => {
    const deps = setUp();
    const input = { latitude: 49.25, longitude: -123.1, address: "10 Oak St", municipality: "Vancouver", province: "BC", postalCode: null };
    await createLocation(deps, admin(), { ...input, buildingType: "SINGLE_FAMILY", unitNumbers: [], buildingNotes: null });
    const run = await importText(deps, [row(1, "10 OAK STREET", { postal: "V6B1A2", latitude: 49.2501 })]);
    expect(run.counts).toMatchObject({ changed: 1 });
    expect(await stored("10 Oak St")).toMatchObject({ postalCode: "V6B1A2" });
    expect((await stored("10 Oak St")).latitude.toNumber()).toBe(49.25);
  });
});

describe("a comparison", () => {
  it("counts exactly what the import then does, shows what would change, and writes no door", async () => {
    const deps = setUp();
    await importText(deps, [row(1, "10 Oak St", { postal: "V6B1A1" }), row(2, "12 Oak St")]);
    const lines = await test.db.prisma.locationHistory.count();
    const newer = [
      row(1, "10 Oak St", { postal: "V6B1A2" }), row(1, "10 Oak St", { postal: "V6B1A9" }), row(2, "12 Oak St"), row(3, "14 Oak St", { unit: "1" }),
      row(4, "14 Oak St", { unit: "2" }), row(3, "14 Oak St", { unit: "1" }), row(3, "14 Oak St", { unit: "9" }), row(5, "16 Oak St", { latitude: 0 }),
    ]; // prettier-ignore
    const compared = await importText(deps, newer, { isComparison: true });
    expect(compared).toMatchObject({ status: "COMPLETED", isComparison: true });
    expect(compared.summary.samples).toEqual([{ row: 1, address: "10 Oak St", field: "postalCode", from: "V6B1A1", to: "V6B1A2" }]);
    expect([await countDoors(), await test.db.prisma.locationHistory.count()]).toEqual([2, lines]);
    const begun = await applyComparison(deps, admin(), { importId: compared.id });
    const done = await runImport(deps, systemActor(), { importId: begun.id });
    expect(done.counts).toEqual(compared.counts);
    expect(done.counts).toEqual({ read: 8, created: 2, changed: 1, same: 2, rejected: 3 });
    expect(done.options).toEqual(compared.options);
  });

  it("is applied by map staff, once it has ended, and is itself nothing to apply twice over an import", async () => {
    const deps = setUp();
    const waiting = await begin(deps, [row(1, "10 Oak St")], { isComparison: true });
    await expect(applyComparison(deps, admin(), { importId: waiting.id })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(applyComparison(deps, anActor("USER"), { importId: waiting.id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(applyComparison(deps, admin(), { importId: deps.newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const real = await importText(deps, [row(1, "10 Oak St")]);
    await expect(applyComparison(deps, admin(), { importId: real.id })).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("rows without a point", () => {
  it("are refused and lie in the tray once, however often the file comes", async () => {
    const deps = setUp();
    const rows = [row(1, "10 Oak St"), `2,"12 Oak St, Vancouver, BC",,V6B1A1,,`, `,"14 Oak St, Vancouver, BC",,,,`];
    for (const round of [1, 2]) {
      const run = await importText(deps, rows);
      expect(run, String(round)).toMatchObject({ counts: { rejected: 2 }, summary: { unplaced: 2, reasons: { noPoint: 2 } } });
    }
    const tray = await test.db.prisma.unplacedAddress.findMany({ orderBy: { address: "asc" } });
    expect(tray.map(({ address, externalId, postalCode }) => [address, externalId, postalCode])).toEqual([
      ["12 Oak St", "2", "V6B1A1"], ["14 Oak St", null, null],
    ]); // prettier-ignore
  });
});

describe("a run nobody works on", () => {
  it("is queued anew after a minute, and not while somebody has it", async () => {
    const deps = setUp();
    const run = await begin(deps, [row(1, "10 Oak St")]);
    const startedAt = new Date(deps.clock.now().getTime() - 120_000);
    await test.db.prisma.importRun.update({ where: { id: run.id }, data: { status: "RUNNING", startedAt } });
    const client = await test.db.pool.connect();
    await client.query(`SELECT pg_advisory_lock(7301, hashtext($1))`, [run.id]);
    expect(await resumeImports(deps)).toBe(0);
    await client.query(`SELECT pg_advisory_unlock_all()`);
    client.release();
    expect(await resumeImports(deps)).toBe(1);
    await runImport(deps, systemActor(), { importId: run.id });
    expect(await getImport(deps, admin(), run.id)).toMatchObject({ status: "COMPLETED" });
    expect(await resumeImports(deps)).toBe(0);
  });
});

describe("presets", () => {
  it("are kept by name, offered for the same columns, and go", async () => {
    const deps = setUp();
    const options = { source: "city", mapping: { address: "Adresse" }, csv: { encoding: null, delimiter: ";", quote: null, headerRow: true }, points: "degrees", overwrite: [], people: null } as const; // prettier-ignore
    const saved = await saveImportPreset(deps, admin(), {
      kind: "addresses",
      name: "City list",
      headers: ["Adresse", "Lat"],
      options: { ...options, overwrite: [] },
    });
    expect(await suggestImportPreset(deps, admin(), { kind: "addresses", headers: ["LAT", "adresse"] })).toMatchObject({
      id: saved.id,
      options,
    });
    expect(await suggestImportPreset(deps, admin(), { kind: "people", headers: ["Lat", "Adresse"] })).toBeNull();
    await saveImportPreset(deps, admin(), {
      kind: "addresses",
      name: "City list",
      headers: [],
      options: { ...options, source: "town", overwrite: [] },
    });
    expect(await listImportPresets(deps, admin(), { kind: "addresses" })).toMatchObject([{ id: saved.id, options: { source: "town" } }]);
    await deleteImportPreset(deps, admin(), { id: saved.id });
    await expect(deleteImportPreset(deps, admin(), { id: saved.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const stranger = anActor("USER");
    await expect(listImportPresets(deps, stranger, { kind: "addresses" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(suggestImportPreset(deps, stranger, { kind: "addresses", headers: [] })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(deleteImportPreset(deps, stranger, { id: saved.id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
