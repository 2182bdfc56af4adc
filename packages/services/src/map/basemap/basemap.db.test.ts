import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemActor } from "@cml/domain/kernel";
import { createImportInput, importOptionsSchema } from "@cml/domain/map";
import { actorOf, anActor, anUpload, aStranger, aUser, createTestDb, testConfig, type TestDb, testDeps } from "@cml/testing";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Deps } from "../../deps";
import { getBasemapAddress, getBasemapFacts, getBasemapTile, getMapView, removeBasemap, updateMapSettings } from "../../settings";
import { createImport, createImportFromFile } from "../imports/create-import";
import { runImport } from "../imports/run-import";
import { runUndo } from "../imports/run-undo";
import { undoImport } from "../imports/undo-import";

let test: TestDb;
const folder = mkdtempSync(join(tmpdir(), "basemap-"));
beforeAll(async () => void (test = await createTestDb()));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await test.drop();
});
beforeEach(() => test.db.pool.query(`TRUNCATE "MapSettings", "ImportRun", "Trash" CASCADE`));

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

type TestSetUp = Deps;
const bring = async (deps: TestSetUp, path: string) => {
  const { id } = await createImportFromFile(deps, shell, {
    kind: "basemap",
    path,
    options: importOptionsSchema.parse({ source: "basemap" }),
  });
  return runImport(deps, shell, { importId: id });
};

it("of our own lies under every map with its attribution, tile by tile, until it is taken away", async () => {
  const deps = testDeps({ db: test.db });
  const metadata = { attribution: '<a href="https://x.example">© Somebody</a>', vector_layers: [{ id: "transportation" }] };
  expect(await bring(deps, aBasemap(metadata))).toMatchObject({ status: "COMPLETED", counts: { read: 1, created: 1 } });
  expect(await getBasemapFacts(deps, shell)).toEqual({ format: "mvt", maxZoom: 5, attribution: "© Somebody" });
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
  expect(await bring(deps, aBasemap({}, 2))).toMatchObject({ counts: { changed: 1 } });
  expect((await getMapView(deps, aStranger())).ground).toMatchObject({ kind: "raster" });
  expect(await removeBasemap(deps, shell)).toEqual({ removed: true });
  expect((await getMapView(deps, aStranger())).ground).toEqual({ kind: "plain" });
  await expect(getBasemapTile(deps, aStranger(), { z: 0, x: 0, y: 0 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await removeBasemap(deps, shell)).toEqual({ removed: false });
});

it("of an address goes before our own, and is what pages may fetch from", async () => {
  const config = { ...testConfig, basemapUrl: "https://env.example/style.json" };
  const deps = testDeps({ db: test.db, config });
  expect(await getBasemapAddress(deps)).toBe("https://env.example/style.json");
  await bring(deps, aBasemap({}));
  expect(await getBasemapAddress(deps)).toBeNull();
  await updateMapSettings(deps, actorOf(await aUser(test.db, { role: "SUPER_ADMIN" })), {
    basemapUrl: "https://tiles.example/{z}/{x}/{y}.png",
  });
  expect(await getBasemapAddress(deps)).toBe("https://tiles.example/{z}/{x}/{y}.png");
  expect((await getMapView(deps, aStranger())).ground).toMatchObject({ kind: "raster", tiles: "https://tiles.example/{z}/{x}/{y}.png" });
});

it("that is none is refused, and the one before stays", async () => {
  const deps = testDeps({ db: test.db });
  await bring(deps, aBasemap({}));
  const before = await getMapView(deps, aStranger());
  const bad = join(folder, "bad.pmtiles");
  writeFileSync(bad, "no map at all");
  expect(await bring(deps, bad)).toMatchObject({ status: "FAILED", error: { messageKey: "import.notBasemap" }, counts: { read: 0 } });
  await expect(bring(deps, join(folder, "none"))).rejects.toMatchObject({ code: "INVALID" });
  expect(await getMapView(deps, aStranger())).toEqual(before);
});

it("that is put back leaves the one before; files nobody goes back to are let go", async () => {
  const deps = testDeps({ db: test.db });
  const owner = actorOf(await aUser(test.db, { role: "MAP_ADMIN" }));
  const first = await bring(deps, aBasemap({ attribution: "© First" }));
  const second = await bring(deps, aBasemap({ attribution: "© Second" }, 2));
  const uploadKey = await anUpload(deps.storage, { actor: owner, bytes: readFileSync(aBasemap({ attribution: "© Third" })) });
  const input = createImportInput.parse({ kind: "basemap", uploadKey, fileName: "third.pmtiles", source: "basemap" });
  const third = await createImport(deps, owner, input);
  await runImport(deps, shell, { importId: third.id });
  const credits = async () => (await getMapView(deps, aStranger())).credits;
  expect(await credits()).toEqual(["© Third"]);
  // The one before the last lies under no map any more: there is nothing to put back.
  await undoImport(deps, owner, { importId: second.id });
  expect((await runUndo(deps, shell, { importId: second.id })).undo).toMatchObject({ removed: 0, kept: 1 });
  expect(await credits()).toEqual(["© Third"]);
  await undoImport(deps, owner, { importId: third.id });
  expect(await runUndo(deps, shell, { importId: third.id })).toMatchObject({ status: "UNDONE", undo: { removed: 1, kept: 0 } });
  expect(await credits()).toEqual(["© Second"]);
  // The file of the first was let go when the third came: what stays is the plain ground.
  await undoImport(deps, owner, { importId: first.id });
  expect((await runUndo(deps, shell, { importId: first.id })).undo).toMatchObject({ kept: 1 });
  for (const actor of [anActor("USER"), aStranger()]) {
    await expect(createImport(deps, actor, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(removeBasemap(deps, actor)).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
});
