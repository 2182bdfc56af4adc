import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemActor } from "@cml/domain/kernel";
import { actorOf, anActor, aStranger, aUser, createTestDb, testConfig, type TestDb, testDeps } from "@cml/testing";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { getBasemapAddress, getBasemapTile, getMapView, importBasemap, removeBasemap, updateMapSettings } from "..";

let test: TestDb;
const folder = mkdtempSync(join(tmpdir(), "basemap-"));
beforeAll(async () => void (test = await createTestDb()));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await test.drop();
});
beforeEach(() => test.db.pool.query(`TRUNCATE "MapSettings"`));

const shell = systemActor();
const tile = Buffer.from("what a tile holds");

/** The smallest basemap there is: one tile, 0/0/0, nothing packed. */
const aBasemap = (metadata: object, tileType = 1): string => {
  const directory = Buffer.from([1, 0, 1, tile.length, 1]);
  const json = Buffer.from(JSON.stringify(metadata));
  const header = Buffer.alloc(127);
  header.write("PMTiles", 0);
  header[7] = 3;
  const places = [
    127,
    directory.length,
    127 + directory.length,
    json.length,
    0,
    0,
    127 + directory.length + json.length,
    tile.length,
    1,
    1,
    1,
  ];
  places.forEach((value, index) => header.writeBigUInt64LE(BigInt(value), 8 + index * 8));
  header.set([1, 1, 1, tileType, 0, 5], 96);
  const path = join(folder, `${Math.random()}.pmtiles`);
  writeFileSync(path, Buffer.concat([header, directory, json, tile]));
  return path;
};

it("of our own lies under every map with its attribution, tile by tile, until it is taken away", async () => {
  const deps = testDeps({ db: test.db });
  const metadata = { attribution: '<a href="https://x.example">© Somebody</a>', vector_layers: [{ id: "transportation" }] };
  expect(await importBasemap(deps, shell, { path: aBasemap(metadata) })).toEqual({ format: "mvt", maxZoom: 5, attribution: "© Somebody" });
  const { ground, credits } = await getMapView(deps, aStranger());
  expect(ground).toMatchObject({
    kind: "vector",
    schema: "openmaptiles",
    maxZoom: 5,
    tiles: expect.stringMatching(/^\/tiles\/basemap\//) as string,
  });
  expect(credits).toEqual(["© Somebody"]);
  expect(await getBasemapTile(deps, aStranger(), { z: 0, x: 0, y: 0 })).toEqual({
    bytes: new Uint8Array(tile),
    type: "application/vnd.mapbox-vector-tile",
  });
  expect(await getBasemapTile(deps, aStranger(), { z: 3, x: 0, y: 0 })).toBeNull();
  await importBasemap(deps, shell, { path: aBasemap({}, 2) });
  expect((await getMapView(deps, aStranger())).ground).toMatchObject({ kind: "raster" });
  const kept: string[] = [];
  for await (const { key } of deps.storage.list("basemaps/")) kept.push(key);
  expect(kept).toHaveLength(1);
  expect(await removeBasemap(deps, shell)).toEqual({ removed: true });
  expect((await getMapView(deps, aStranger())).ground).toEqual({ kind: "plain" });
  await expect(getBasemapTile(deps, aStranger(), { z: 0, x: 0, y: 0 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await removeBasemap(deps, shell)).toEqual({ removed: false });
});

it("of an address goes before our own, and is what pages may fetch from", async () => {
  const config = { ...testConfig, basemapUrl: "https://env.example/style.json" };
  const deps = testDeps({ db: test.db, config });
  expect(await getBasemapAddress(deps)).toBe("https://env.example/style.json");
  await importBasemap(deps, shell, { path: aBasemap({}) });
  expect(await getBasemapAddress(deps)).toBeNull();
  await updateMapSettings(deps, actorOf(await aUser(test.db, { role: "SUPER_ADMIN" })), {
    basemapUrl: "https://tiles.example/{z}/{x}/{y}.png",
  });
  expect(await getBasemapAddress(deps)).toBe("https://tiles.example/{z}/{x}/{y}.png");
  expect((await getMapView(deps, aStranger())).ground).toMatchObject({ kind: "raster", tiles: "https://tiles.example/{z}/{x}/{y}.png" });
});

it("that is none is refused, and the one before stays", async () => {
  const deps = testDeps({ db: test.db });
  await importBasemap(deps, shell, { path: aBasemap({}) });
  const before = await getMapView(deps, aStranger());
  const bad = join(folder, "bad.pmtiles");
  writeFileSync(bad, "no map at all");
  await expect(importBasemap(deps, shell, { path: bad })).rejects.toMatchObject({ messageKey: "import.notBasemap" });
  await expect(importBasemap(deps, shell, { path: join(folder, "none") })).rejects.toMatchObject({ code: "INVALID" });
  for (const actor of [anActor("SUPER_ADMIN"), aStranger()])
    await expect(importBasemap(deps, actor, { path: bad })).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await getMapView(deps, aStranger())).toEqual(before);
});
