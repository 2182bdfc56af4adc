import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { systemActor } from "@cml/domain/kernel";
import { type Tile, toMercator } from "@cml/domain/map";
import { readTile } from "@cml/formats";
import { anActor, aStranger, createTestDb, type TestDb, testDeps } from "@cml/testing";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { getLineTile } from "../tiles";
import { importLines, undoLineImport } from ".";

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
  const { importId, counts } = await importLines(deps, shell, { ...osm, onProgress: ({ share }) => seen.push(share) });
  expect(counts.read).toBe(counts.created + counts.rejected);
  expect(counts.created).toBeGreaterThan(1_000);
  expect(seen.at(-1)).toBe(1);
  // The town's railway was taken up long ago.
  expect(await counted()).toEqual({ road: 1880, water: 67 });
  const again = await importLines(deps, shell, osm);
  expect(again.counts).toEqual({ ...counts, created: 0, same: counts.created });
  const tile = readTile(await getLineTile(deps, aStranger(), tileAt(15)).then(({ bytes }) => bytes));
  expect(tile["lines"]?.map(({ name }) => name)).toContain("2nd Avenue East");
  await undoLineImport(deps, shell, importId);
  expect(await counted()).toEqual({});
  expect((await getLineTile(deps, aStranger(), tileAt(15))).bytes).toHaveLength(0);
});

it("come out of a city's GeoJSON with their classes, and thin out from afar", async () => {
  const deps = testDeps({ db: test.db });
  const { counts } = await importLines(deps, shell, { path: fixture("roads.geojson.gz"), source: "grey-county", kind: "road" });
  expect(counts).toEqual({ read: 883, created: 883, changed: 0, same: 0, rejected: 0 });
  const linesOf = async (z: number) => readTile((await getLineTile(deps, anActor("USER"), tileAt(z))).bytes)["lines"] ?? [];
  const [near, far] = await Promise.all([linesOf(13), linesOf(10)]);
  expect(new Set(near.map((line) => line["class"]))).toEqual(new Set(["major", "minor"]));
  expect(new Set(far.map((line) => line["class"]))).toEqual(new Set(["major"]));
  expect(await linesOf(7)).toEqual([]);
});

it("that changed are changed, and are as before once that is undone", async () => {
  const deps = testDeps({ db: test.db });
  const first = file("first.geojson", [street(1, "Elm", [[-80.94, 44.56], [-80.95, 44.57]]), street(2, "Oak", [[-80.94, 44.56], [-80.93, 44.56]])].join("\n")); // prettier-ignore
  const second = file("second.geojson", [street(1, "Elm Lane", [[-80.94, 44.56], [-80.95, 44.57]]), street(2, "Oak", [[-80.94, 44.56], [-80.93, 44.56]]), street(2, "Oak", [[0, 0], [1, 1]]), street(3, "Bad", [[500, 2], [3, 4]])].join("\n")); // prettier-ignore
  const options = { source: "town", kind: "road" as const };
  expect((await importLines(deps, shell, { path: first, ...options })).counts).toMatchObject({ created: 2 });
  const { importId, counts, rejects } = await importLines(deps, shell, { path: second, ...options });
  expect(counts).toEqual({ read: 4, created: 0, changed: 1, same: 1, rejected: 2 });
  expect(rejects.map(({ row, reason }) => [row, reason])).toEqual([[3, "duplicateInFile"], [4, "badPosition"]]); // prettier-ignore
  const names = async () => readTile((await getLineTile(deps, aStranger(), tileAt(15, { latitude: 44.5601, longitude: -80.9401 }))).bytes)["lines"]?.map(({ name }) => name).sort(); // prettier-ignore
  expect(await names()).toEqual(["Elm Lane", "Oak"]);
  await undoLineImport(deps, shell, importId);
  expect(await names()).toEqual(["Elm", "Oak"]);
  await expect(undoLineImport(deps, shell, importId)).rejects.toMatchObject({ code: "NOT_FOUND" });
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
  ["a zip that is no shapefile", () => Buffer.from("PK\u0003\u0004 nothing"), "import.notShapefile"],
])("of %s nothing is left behind", async (_what, content, messageKey) => {
  // prettier-ignore
  const deps = testDeps({ db: test.db });
  await importLines(deps, shell, osm);
  const before = await counted();
  await expect(importLines(deps, shell, { ...osm, source: "other", path: file("bad", content()) })).rejects.toMatchObject({ messageKey });
  expect(await counted()).toEqual(before);
  expect((await test.db.pool.query(`SELECT 1 FROM "ImportRun"`)).rowCount).toBe(1);
});

it("come in by the shell alone", async () => {
  const deps = testDeps({ db: test.db });
  for (const actor of [anActor("SUPER_ADMIN"), anActor("MAP_ADMIN"), aStranger()]) {
    await expect(importLines(deps, actor, osm)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(undoLineImport(deps, actor, deps.newId())).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
});
