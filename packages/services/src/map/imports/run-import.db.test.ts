import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { listCuts, streamRejects } from "@cml/db/map";
import { createImportInput, importOptionsSchema, isInCut, listCutsInput, previewImportInput } from "@cml/domain/map";
import { systemActor } from "@cml/domain/kernel";
import {
  aCut,
  anActor,
  anUpload,
  boundariesPath,
  createTestDb,
  squareAround,
  type TestDb,
  testDeps,
  vancouver,
  vancouverAddressesPath,
} from "@cml/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cancelImport } from "./cancel-import";
import { createImport, createImportFromFile } from "./create-import";
import { getImport } from "./get-import";
import { previewImport } from "./preview-import";
import { runImport } from "./run-import";
import { streamRejectedRows } from "./stream-rejected-rows";
import { ImportInterrupted } from "./import-run-context";

let test: TestDb;
beforeAll(async () => void (test = await createTestDb()));
afterAll(() => test.drop());
beforeEach(async () => {
  await test.db.pool.query(`TRUNCATE "Location", "Cut", "ImportRun" CASCADE`);
});

const admin = anActor("MAP_ADMIN");
const options = (source = "vancouver") => importOptionsSchema.parse({ source });
const setUp = () => testDeps({ db: test.db });
type TestSetUp = ReturnType<typeof setUp>;

const importFile = async (deps: TestSetUp, path: string, kind: "addresses" | "cuts" = "addresses", source?: string) => {
  const run = await createImportFromFile(deps, systemActor(), { kind, path, options: options(source) });
  return runImport(deps, systemActor(), { importId: run.id });
};
const importText = async (deps: TestSetUp, text: string, source = "text") => {
  const owner = anActor("MAP_ADMIN", { userId: await anyUser() });
  const uploadKey = await anUpload(deps.storage, { actor: owner, bytes: text });
  const run = await createImport(deps, owner, createImportInput.parse({ kind: "addresses", uploadKey, fileName: "list.csv", source }));
  return runImport(deps, systemActor(), { importId: run.id });
};
const anyUser = async (): Promise<string> => {
  const { aUser } = await import("@cml/testing");
  return (await aUser(test.db, { role: "MAP_ADMIN" })).id;
};
const numberOf = async (sql: string): Promise<number> =>
  Number((await test.db.pool.query<{ n: string }>(`SELECT (${sql}) AS n`)).rows[0]!.n);

const sameTextGroups = `SELECT count(*) FROM (SELECT 1 FROM "Location" GROUP BY "searchKey" HAVING count(*) > 1) g`;

describe("the Vancouver file", () => {
  it("becomes 29,348 doors in 23 neighbourhoods, shows its possible duplicates, and changes nothing a second time", async () => {
    const deps = setUp();
    const cuts = await importFile(deps, boundariesPath("vancouver"), "cuts");
    expect(cuts).toMatchObject({ status: "COMPLETED", counts: { read: 23, created: 23, changed: 0, same: 0, rejected: 0 } });

    const before = performance.now();
    const first = await importFile(deps, vancouverAddressesPath);
    const seconds = (performance.now() - before) / 1000;
    expect(first).toMatchObject({
      status: "COMPLETED",
      counts: { read: 29_348, created: 29_348, changed: 0, same: 0, rejected: 0 },
      progress: { share: 1 },
    });
    expect(29_348 / seconds, "rows a second").toBeGreaterThan(1_000);
    expect(await numberOf(`SELECT count(*) FROM "Location" WHERE "mapCell" IS NOT NULL AND "source" = 'vancouver'`)).toBe(29_348);
    expect(await numberOf(`SELECT count(*) FROM "Address"`)).toBe(29_348);
    expect(await numberOf(`SELECT count(*) FROM "LocationHistory" WHERE "action" = 'IMPORTED_CSV'`)).toBe(29_348);

    expect(await numberOf(sameTextGroups)).toBe(1_633);

    const again = await importFile(deps, vancouverAddressesPath);
    expect(again.counts).toEqual({ read: 29_348, created: 0, changed: 0, same: 29_348, rejected: 0 });
    const lines = gunzipSync(readFileSync(vancouverAddressesPath)).toString().trimEnd().split("\r\n");
    const [header, ...rows] = lines;
    const shuffled = [header, ...rows.reverse()].join("\n");
    const turned = await importText(deps, shuffled, "vancouver");
    expect(turned.counts).toEqual({ read: 29_348, created: 0, changed: 0, same: 29_348, rejected: 0 });
    expect(await numberOf(`SELECT count(*) FROM "LocationHistory"`)).toBe(29_348);
  });

  it("puts every door into exactly the areas the exact test says, whichever came first, and counts them", async () => {
    const deps = setUp();
    await importFile(deps, vancouverAddressesPath);
    await importFile(deps, boundariesPath("vancouver"), "cuts");
    const points = (
      await test.db.pool.query<{ id: string; latitude: number; longitude: number }>(
        `SELECT "id", "latitude"::float8, "longitude"::float8 FROM "Location"`,
      )
    ).rows;
    const stored = await test.db.prisma.cut.findMany();
    let members = 0;
    for (const cut of stored) {
      const geometry = JSON.parse(cut.geojson) as Parameters<typeof isInCut>[1];
      const inside = points.filter((point) => isInCut(point, geometry));
      const membership = await test.db.prisma.cutLocation.findMany({ where: { cutId: cut.id }, select: { locationId: true } });
      expect(membership.map(({ locationId }) => locationId).sort(), cut.name).toEqual(inside.map(({ id }) => id).sort());
      expect(cut.addressCount).toBe(inside.length);
      members += inside.length;
    }
    expect(members).toBeGreaterThan(29_000);
    const byCutsLater = await listCuts(test.db, listCutsInput.parse({ pageSize: 50 }), "all");
    await test.db.pool.query(`TRUNCATE "Location" CASCADE`);
    await test.db.pool.query(`UPDATE "Cut" SET "addressCount" = 0`);
    await importFile(deps, vancouverAddressesPath);
    const byCutsFirst = await listCuts(test.db, listCutsInput.parse({ pageSize: 50 }), "all");
    expect(byCutsFirst.items.map(({ name, addressCount }) => [name, addressCount])).toEqual(
      byCutsLater.items.map(({ name, addressCount }) => [name, addressCount]),
    );
    expect(byCutsFirst.items.find(({ name }) => name === "Strathcona")).toBeDefined();
  });
});

describe("an import of addresses", () => {
  const head = "id,address,unit,lat,lng\n";
  it("counts rows, keeps refused ones with their reason, and adds up", async () => {
    const deps = setUp();
    const run = await importText(
      deps,
      `${head}1,"10 Oak St, Vancouver, BC",,49.25,-123.1\n2,,,49.25,-123.1\n3,"11 Oak St, Vancouver, BC",,,\n4,"12 Oak St, Vancouver, BC",,0,0\n` +
        `5,"13 Oak St, Vancouver, BC",,-123.1,49.25\n6,"14 Oak St, Vancouver, BC",,459000,5450000\n7,"15 Oak St, Vancouver, BC",,48.85,2.35\n8,short\n1,"99 Oak St, Vancouver, BC",,49.25,-123.1\n`,
    );
    expect(run.counts).toEqual({ read: 9, created: 1, changed: 0, same: 0, rejected: 8 });
    const rejects = [];
    for await (const reject of streamRejects(test.db, run.id)) rejects.push([reject.row, reject.reason]);
    expect(rejects).toEqual([
      [2, "noAddress"], [3, "noPoint"], [4, "badPoint"], [5, "swappedPoint"], [6, "badPoint"], [7, "outsideCanada"], [8, "badRow"], [9, "duplicateInFile"],
    ]); // prettier-ignore
    let csv = "";
    for await (const line of streamRejectedRows(deps, admin, run.id)) csv += line;
    expect(csv.split("\r\n")).toHaveLength(10);
    expect(csv).toContain("3,");
  });

  it("gives refused rows back with the columns in the file's own order, also when the first of them is short", async () => {
    const deps = setUp();
    const columns = ["Longitude", "ID", "unit number", "Full address", "lat", "a", "Zz"];
    const run = await importText(
      deps,
      `${columns.join(",")}\n1,short\n-123.1,7,,,49.25,first,last\n-123.1,8,,"9 Oak St, Vancouver, BC",49.25,x,y\n`,
    );
    expect(run.counts).toMatchObject({ created: 1, rejected: 2 });
    const lines: string[] = [];
    for await (const line of streamRejectedRows(deps, admin, run.id)) lines.push(line.trimEnd());
    expect(lines[0]?.split(",").slice(3)).toEqual(columns);
    expect(lines[1]).toMatch(/1,short,,,,,$/);
    expect(lines[2]).toMatch(/-123.1,7,,,49.25,first,last$/);
  });

  it("knows a door by its id when it moved and was spelled anew, writes history, and moves it between areas", async () => {
    const deps = setUp();
    const here = await aCut(test.db, { geometry: squareAround({ latitude: 49.25, longitude: -123.1 }, 0.002) });
    const there = await aCut(test.db, { geometry: squareAround({ latitude: 49.26, longitude: -123.1 }, 0.002) });
    await importText(deps, `${head}1,"10 Oak St, Vancouver, BC",,49.25,-123.1\n`);
    const run = await importText(deps, `${head}1,"10 Oak Street, Vancouver, BC",,49.26,-123.1\n`);
    expect(run.counts).toMatchObject({ changed: 1, created: 0 });
    expect(await numberOf(`SELECT count(*) FROM "Location"`)).toBe(1);
    const history = await test.db.prisma.locationHistory.findMany({ where: { field: { not: null } }, orderBy: { field: "asc" } });
    expect(history.map(({ field, oldValue, newValue }) => [field, oldValue, newValue])).toEqual([
      ["address", "10 Oak St", "10 Oak Street"], ["latitude", "49.25", "49.26"], ["streetType", "St", "Street"],
    ]); // prettier-ignore
    const counts = await test.db.prisma.cut.findMany({ where: { id: { in: [here, there] } }, select: { id: true, addressCount: true } });
    expect(Object.fromEntries(counts.map(({ id, addressCount }) => [id, addressCount]))).toEqual({ [here]: 0, [there]: 1 });
  });

  it("knows a door without an id by its text within thirty metres, and not beyond", async () => {
    const deps = setUp();
    const plain = "address,lat,lng\n";
    await importText(deps, `${plain}"10 Oak St, Vancouver, BC",49.25,-123.1\n`);
    const near = await importText(deps, `${plain}"10 OAK STREET, VANCOUVER, BC",49.2501,-123.1\n`);
    expect(near.counts).toMatchObject({ changed: 1, created: 0 });
    const far = await importText(deps, `${plain}"10 Oak St, Vancouver, BC",49.2511,-123.1\n`);
    expect(far.counts).toMatchObject({ created: 1 });
    expect(await numberOf(sameTextGroups)).toBe(1);
  });

  it("gathers units under their building", async () => {
    const deps = setUp();
    const run = await importText(
      deps,
      `${head}1,"10 Oak St, Vancouver, BC",101,49.25,-123.1\n2,"10 Oak St, Vancouver, BC",102,49.25,-123.1\n3,"103-10 Oak St, Vancouver, BC",,49.25,-123.1\n`,
    );
    expect(run.counts.created).toBe(3);
    expect(await test.db.prisma.location.findMany({ select: { totalUnits: true, buildingType: true } })).toEqual([
      { totalUnits: 3, buildingType: "MULTI_UNIT" },
    ]);
  });

  it("does not let another source's number move a door across town", async () => {
    const deps = setUp();
    await importText(deps, `${head}1,"10 Oak St, Vancouver, BC",,49.25,-123.1\n`);
    const run = await importText(deps, `${head}1,"5 Rue Principale, Gatineau, QC",,45.4,-75.7\n`);
    expect(run.counts).toMatchObject({ rejected: 1 });
    const named = await importText(deps, `${head}1,"5 Rue Principale, Gatineau, QC",,45.4,-75.7\n`, "gatineau");
    expect(named.counts).toMatchObject({ created: 1 });
  });

  it.each([
    ["an empty file", "", "import.emptyFile"],
    ["no columns we know", "a,b\n1,2\n", "import.noAddressColumn"],
    ["no points", "address\nx\n", "import.noPointColumns"],
  ])("fails with a sentence on %s", async (_name, text, messageKey) => {
    const run = await importText(setUp(), text);
    expect(run).toMatchObject({ status: "FAILED", error: { messageKey }, counts: { created: 0 } });
  });
});

describe("a run that stops", () => {
  const rows = Array.from(
    { length: 5_000 },
    (_, index) => `${index},"${index + 1} Oak St, Vancouver, BC",,${49.2 + index / 100_000},-123.1`,
  );
  const text = `id,address,unit,lat,lng\n${rows.join("\n")}\n`;

  const begin = async (deps: TestSetUp) => {
    const owner = anActor("MAP_ADMIN", { userId: await anyUser() });
    const uploadKey = await anUpload(deps.storage, { actor: owner, bytes: text });
    return createImport(deps, owner, createImportInput.parse({ kind: "addresses", uploadKey, fileName: "list.csv", source: "text" }));
  };

  it("goes on from its checkpoint after an interruption, each row once", async () => {
    const deps = setUp();
    const { id } = await begin(deps);
    const stop = new AbortController();
    await expect(runImport(deps, systemActor(), { importId: id, signal: stop.signal, onProgress: () => stop.abort() })).rejects.toThrow(
      ImportInterrupted,
    );
    const between = await getImport(deps, admin, id);
    expect(between).toMatchObject({ status: "RUNNING", checkpoint: { rows: 2_000 }, counts: { created: 2_000 } });
    const done = await runImport(deps, systemActor(), { importId: id });
    expect(done).toMatchObject({ status: "COMPLETED", counts: { read: 5_000, created: 5_000, rejected: 0 } });
    expect(await numberOf(`SELECT count(*) FROM "Location"`)).toBe(5_000);
  });

  it("leaves nothing of a chunk that did not commit", async () => {
    const deps = setUp();
    const { id } = await begin(deps);
    let asked = 0;
    const newId = () => { asked += 1; if (asked > 10) throw new Error("power cut"); return deps.newId(); }; // prettier-ignore
    const failing = { ...deps, newId };
    await expect(runImport(failing, systemActor(), { importId: id })).rejects.toThrow("power cut");
    const { counts, checkpoint } = await getImport(deps, admin, id);
    expect(await numberOf(`SELECT count(*) FROM "Location"`)).toBe(counts.created);
    expect(checkpoint?.rows).toBe(counts.read);
    expect((await runImport(deps, systemActor(), { importId: id })).counts).toMatchObject({ read: 5_000, created: 5_000 });
  });

  it("stops at the next chunk when cancelled and keeps what was committed", async () => {
    const deps = setUp();
    const { id } = await begin(deps);
    let cancelled: Promise<unknown> = Promise.resolve();
    const run = await runImport(deps, systemActor(), {
      importId: id,
      onProgress: () => void (cancelled = cancelImport(deps, admin, id).catch(() => null)),
    });
    await cancelled;
    expect(run.status).toBe("CANCELLED");
    expect(run.counts.created).toBeLessThan(5_000);
    expect(await numberOf(`SELECT count(*) FROM "Location"`)).toBe(run.counts.created);
    await expect(cancelImport(deps, admin, id)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("is not run twice at once", async () => {
    const deps = setUp();
    const { id } = await begin(deps);
    await Promise.all([runImport(deps, systemActor(), { importId: id }), runImport(deps, systemActor(), { importId: id })]);
    expect(await numberOf(`SELECT count(*) FROM "Location"`)).toBe(5_000);
  });
});

describe("boundaries", () => {
  it("change by name within their source; another source keeps its own", async () => {
    const deps = setUp();
    await importFile(deps, boundariesPath("vancouver"), "cuts");
    expect((await importFile(deps, boundariesPath("vancouver"), "cuts")).counts).toMatchObject({ read: 23, same: 23 });
    expect((await importFile(deps, boundariesPath("vancouver"), "cuts", "other")).counts).toMatchObject({ created: 23 });
    expect((await importFile(deps, boundariesPath("edmonton"), "cuts", "edmonton")).counts).toMatchObject({
      read: 386,
      created: 386,
      rejected: 0,
    });
  });
});

describe("who may import", () => {
  it("is refused to volunteers, and another person's upload looks like none", async () => {
    const deps = setUp();
    const owner = anActor("MAP_ADMIN");
    const uploadKey = await anUpload(deps.storage, { actor: owner, bytes: "id,address,lat,lng\n1,x,49,-123\n" });
    const input = createImportInput.parse({ kind: "addresses", uploadKey, fileName: "a.csv", source: "x" });
    await expect(createImport(deps, anActor("USER", { userId: owner.userId }), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(createImport(deps, anActor("MAP_ADMIN"), input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(createImport(deps, owner, { ...input, uploadKey: "../etc/passwd" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(previewImport(deps, anActor("MAP_ADMIN"), input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getImport(deps, anActor("USER"), deps.newId())).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(cancelImport(deps, anActor("TEMP"), deps.newId())).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("a preview", () => {
  it("suggests columns and shows thirty rows as they would land, writing nothing", async () => {
    const deps = setUp();
    const owner = anActor("MAP_ADMIN");
    const uploadKey = await anUpload(deps.storage, { actor: owner, bytes: readFileSync(vancouverAddressesPath) });
    const preview = await previewImport(deps, owner, previewImportInput.parse({ kind: "addresses", uploadKey, fileName: "a.csv.gz" }));
    expect(preview).toMatchObject({
      reading: { delimiter: ",", encoding: "utf-8", quote: '"', headerRow: true },
      pointsLook: "degrees",
      problem: null,
      mapping: { address: "address", latitude: "latitude", longitude: "longitude", externalId: "id" },
    });
    expect(preview.rows).toHaveLength(30);
    expect(preview.rows[0]).toEqual({
      row: 1,
      label: "1 ALEXANDER ST",
      detail: "VANCOUVER, BC",
      place: { latitude: 49.28368576, longitude: -123.1039785 },
      rejected: null,
      match: null,
    });
    expect(await numberOf(`SELECT count(*) FROM "Location"`)).toBe(0);
    expect(vancouver.latitude).toBeGreaterThan(49);
  });
});
