import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { systemActor } from "@cml/domain/kernel";
import { createImportInput, importOptionsSchema, type MapLineKind, type Tile, toMercator } from "@cml/domain/map";
import { readTile } from "@cml/formats";
import { actorOf, anActor, anUpload, aStranger, aUser, createTestDb, type TestDb, testDeps } from "@cml/testing";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Deps } from "../../deps";
import { getLineTile } from "../tiles";
import { applyComparison } from "../imports/apply-comparison";
import { cancelImport } from "../imports/cancel-import";
import { createImport, createImportFromFile } from "../imports/create-import";
import { listKept } from "../imports/list-kept";
import { resumeImport } from "../imports/resume-import";
import { runImport } from "../imports/run-import";
import { runUndo } from "../imports/run-undo";
import { streamRejectedRows } from "../imports/stream-rejected-rows";
import { requestUndo, undoImport } from "../imports/undo-import";

let test: TestDb;
const folder = mkdtempSync(join(tmpdir(), "lines-"));
beforeAll(async () => void (test = await createTestDb()));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await test.drop();
});
beforeEach(() => test.db.pool.query(`TRUNCATE "MapLine", "ImportRun", "Trash" CASCADE`));

const shell = systemActor();
const fixture = (name: string) => fileURLToPath(new URL(`../../../../../tooling/fixtures/owen-sound/${name}`, import.meta.url));
const town = { latitude: 44.567, longitude: -80.943 };
const tileAt = (z: number, { latitude, longitude } = town): Tile => {
  const { x, y } = toMercator({ latitude, longitude });
  return { z, x: Math.floor(x * 2 ** z), y: Math.floor(y * 2 ** z) };
};
const osm = { path: fixture("owen-sound.osm.pbf"), source: "openstreetmap", kind: "road" as const };
type Given = { path: string; source: string; kind: MapLineKind };
type TestSetUp = Deps;
const setUpRun = (deps: TestSetUp, { path, source, kind: lineKind }: Given, isComparison = false) =>
  createImportFromFile(deps, shell, { kind: "lines", path, isComparison, options: importOptionsSchema.parse({ source, lineKind }) });
const bring = async (deps: TestSetUp, given: Given, seen: number[] = []) => {
  const { id } = await setUpRun(deps, given);
  return runImport(deps, shell, { importId: id, onProgress: ({ share }) => seen.push(share) });
};
const putBack = async (deps: TestSetUp, importId: string) => {
  await requestUndo(deps, shell, { importId });
  return runUndo(deps, shell, { importId });
};
const counted = async () =>
  Object.fromEntries(
    (await test.db.pool.query<{ kind: string; lines: number }>(`SELECT "kind", count(*)::int AS lines FROM "MapLine" GROUP BY 1`)).rows.map(
      ({ kind, lines }) => [kind, lines],
    ),
  );
const file = (name: string, content: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const street = (id: number, name: string, coordinates: number[][]) =>
  JSON.stringify({ type: "Feature", properties: { id, name }, geometry: { type: "LineString", coordinates } });

it("come out of an OpenStreetMap extract: roads and water; the same file again changes nothing; undone, none is left", async () => {
  const deps = testDeps({ db: test.db });
  const seen: number[] = [];
  const { id, counts, status } = await bring(deps, osm, seen);
  expect(status).toBe("COMPLETED");
  expect(counts.read).toBe(counts.created + counts.rejected);
  expect(counts.created).toBeGreaterThan(1_000);
  expect(seen.at(-1)).toBe(1);
  // The town's railway was taken up long ago.
  expect(await counted()).toEqual({ road: 1880, water: 67 });
  expect((await bring(deps, osm)).counts).toEqual({ ...counts, created: 0, same: counts.created });
  const tile = readTile(await getLineTile(deps, aStranger(), tileAt(15)).then(({ bytes }) => bytes));
  expect(tile["lines"]?.map(({ name }) => name)).toContain("2nd Avenue East");
  expect(await putBack(deps, id)).toMatchObject({ status: "UNDONE", undo: { removed: counts.created, restored: 0, kept: 0 } });
  expect(await counted()).toEqual({});
  expect((await getLineTile(deps, aStranger(), tileAt(15))).bytes).toHaveLength(0);
});

it("come out of a city's GeoJSON with their classes, and thin out from afar", async () => {
  const deps = testDeps({ db: test.db });
  const { counts } = await bring(deps, { path: fixture("roads.geojson.gz"), source: "grey-county", kind: "road" });
  expect(counts).toEqual({ read: 883, created: 883, changed: 0, same: 0, rejected: 0 });
  const linesOf = async (z: number) => readTile((await getLineTile(deps, anActor("USER"), tileAt(z))).bytes)["lines"] ?? [];
  const [near, far] = await Promise.all([linesOf(13), linesOf(10)]);
  expect(new Set(near.map((line) => line["class"]))).toEqual(new Set(["major", "minor"]));
  expect(new Set(far.map((line) => line["class"]))).toEqual(new Set(["major"]));
  expect(await linesOf(7)).toEqual([]);
});

const first = () => file("first.geojson", [street(1, "Elm", [[-80.94, 44.56], [-80.95, 44.57]]), street(2, "Oak", [[-80.94, 44.56], [-80.93, 44.56]])].join("\n")); // prettier-ignore
const second = () => file("second.geojson", [street(1, "Elm Lane", [[-80.94, 44.56], [-80.95, 44.57]]), street(2, "Oak", [[-80.94, 44.56], [-80.93, 44.56]]), street(2, "Oak", [[0, 0], [1, 1]]), street(3, "Bad", [[500, 2], [3, 4]])].join("\n")); // prettier-ignore
const names = async (deps: TestSetUp) => readTile((await getLineTile(deps, aStranger(), tileAt(15, { latitude: 44.5601, longitude: -80.9401 }))).bytes)["lines"]?.map(({ name }) => name).sort(); // prettier-ignore
const town1 = { source: "town", kind: "road" as const };

it("that changed are changed, every refused one is handed out, and all are as before once that is undone", async () => {
  const deps = testDeps({ db: test.db });
  expect((await bring(deps, { path: first(), ...town1 })).counts).toMatchObject({ created: 2 });
  const { id, counts } = await bring(deps, { path: second(), ...town1 });
  expect(counts).toEqual({ read: 4, created: 0, changed: 1, same: 1, rejected: 2 });
  let csv = "";
  for await (const piece of streamRejectedRows(deps, anActor("MAP_ADMIN"), id)) csv += piece;
  expect(csv).toMatch(/3,.*Oak/);
  expect(csv).toMatch(/4,.*Bad/);
  expect(await names(deps)).toEqual(["Elm Lane", "Oak"]);
  expect(await putBack(deps, id)).toMatchObject({ status: "UNDONE", undo: { restored: 1, removed: 0, kept: 0 } });
  expect(await names(deps)).toEqual(["Elm", "Oak"]);
  await expect(requestUndo(deps, shell, { importId: id })).rejects.toMatchObject({ code: "CONFLICT" });
});

it("that a later import changed stay when the one before is put back, and are listed; the other way round all is as it was", async () => {
  const deps = testDeps({ db: test.db });
  const one = await bring(deps, { path: first(), ...town1 });
  const two = await bring(deps, { path: second(), ...town1 });
  const third = file("third.geojson", street(1, "Elm Road", [[-80.94, 44.56], [-80.95, 44.57]])); // prettier-ignore
  const three = await bring(deps, { path: third, ...town1 });
  expect(three.counts).toMatchObject({ changed: 1 });
  const left = { status: "UNDONE", undo: { restored: 0, removed: 0, kept: 1 } };
  expect(await putBack(deps, two.id)).toMatchObject(left);
  expect(await names(deps)).toEqual(["Elm Road", "Oak"]);
  expect(await putBack(deps, one.id)).toMatchObject({ ...left, undo: { restored: 0, removed: 1, kept: 1 } });
  expect(await names(deps)).toEqual(["Elm Road"]);
  for (const { id } of [one, two])
    expect((await listKept(deps, anActor("MAP_ADMIN"), { importId: id, page: 1, pageSize: 10 })).items).toMatchObject([
      { address: "Elm Road", reason: "otherImport" },
    ]);
  await expect(listKept(deps, aStranger(), { importId: one.id, page: 1, pageSize: 10 })).rejects.toMatchObject({ code: "FORBIDDEN" });

  await test.db.pool.query(`TRUNCATE "MapLine", "ImportRun", "Trash" CASCADE`);
  const runs = [];
  for (const path of [first(), second(), third]) runs.push(await bring(deps, { path, ...town1 }));
  for (const { id } of runs.reverse()) expect((await putBack(deps, id)).undo?.kept).toBe(0);
  expect(await counted()).toEqual({});
});

it("are compared before anything changes, and land so when that is wanted", async () => {
  const deps = testDeps({ db: test.db });
  await bring(deps, { path: first(), ...town1 });
  const { id } = await setUpRun(deps, { path: second(), ...town1 }, true);
  const compared = await runImport(deps, shell, { importId: id });
  expect(compared).toMatchObject({ status: "COMPLETED", counts: { read: 4, created: 0, changed: 1, same: 1, rejected: 2 } });
  expect(compared.summary.reasons).toEqual({ duplicateInFile: 1, badPosition: 1 });
  expect(await names(deps)).toEqual(["Elm", "Oak"]);
  const applied = await applyComparison(deps, shell, { importId: id });
  expect(await runImport(deps, shell, { importId: applied.id })).toMatchObject({ status: "COMPLETED", counts: { changed: 1 } });
  expect(await names(deps)).toEqual(["Elm Lane", "Oak"]);
});

it("that are stopped leave nothing behind, and come whole when it goes on", async () => {
  const deps = testDeps({ db: test.db });
  const admin = anActor("MAP_ADMIN");
  const { id } = await setUpRun(deps, osm);
  let stopped: Promise<unknown> = Promise.resolve();
  const run = await runImport(deps, shell, { importId: id, onProgress: () => void (stopped = cancelImport(deps, admin, id).catch(() => null)) }); // prettier-ignore
  await stopped;
  expect(run).toMatchObject({ status: "CANCELLED", counts: { read: 0, created: 0 } });
  expect(await counted()).toEqual({});
  await resumeImport(deps, admin, { importId: id });
  expect(await runImport(deps, shell, { importId: id })).toMatchObject({ status: "COMPLETED" });
  expect(await counted()).toEqual({ road: 1880, water: 67 });
});

it.each([
  ["an extract that breaks off", () => readFileSync(osm.path).subarray(0, 200_000), "import.notOsm"],
  [
    "an extract with a broken block",
    () => {
      const bytes = Buffer.from(readFileSync(osm.path));
      bytes.fill(7, 100_000, 100_400);
      return bytes;
    },
    "import.notOsm",
  ],
  ["an empty file", () => "", "import.emptyFile"],
  ["GeoJSON that breaks off", () => '{"type":"FeatureCollection","features":[', "import.notGeoJson"],
  ["no feature at all", () => '{"type":"FeatureCollection","features":[]}', "import.noLines"],
  ["a zip that is no shapefile", () => Buffer.from("PK\u0003\u0004 nothing"), "import.zipCut"],
])("of %s nothing is left behind", async (_what, content, messageKey) => {
  const deps = testDeps({ db: test.db });
  await bring(deps, osm);
  const before = await counted();
  const run = await bring(deps, { ...osm, source: "other", path: file("bad", content()) });
  expect(run).toMatchObject({ status: "FAILED", error: { messageKey }, counts: { read: 0, created: 0 } });
  expect(await counted()).toEqual(before);
});

it("come in by those who may import, from their own uploads", async () => {
  const deps = testDeps({ db: test.db });
  const owner = actorOf(await aUser(test.db, { role: "MAP_ADMIN" }));
  const uploadKey = await anUpload(deps.storage, { actor: owner, bytes: readFileSync(osm.path) });
  const input = createImportInput.parse({ kind: "lines", uploadKey, fileName: "town.osm.pbf", source: "osm" });
  const { id } = await createImport(deps, owner, input);
  const { counts } = await runImport(deps, shell, { importId: id });
  await undoImport(deps, owner, { importId: id });
  expect((await runUndo(deps, shell, { importId: id })).undo).toMatchObject({ removed: counts.created });
  await expect(createImport(deps, anActor("MAP_ADMIN"), input)).rejects.toMatchObject({ code: "NOT_FOUND" });
  for (const actor of [anActor("USER"), anActor("INFLUENCE_ADMIN"), aStranger()]) {
    await expect(createImport(deps, actor, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(undoImport(deps, actor, { importId: id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
});
