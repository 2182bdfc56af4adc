import "fake-indexeddb/auto";
import { openDB } from "idb";
import { afterEach, expect, it, vi } from "vitest";
import { dropTiles, groundTiles } from "./ground-tiles";

afterEach(() => vi.unstubAllGlobals());

const turf: [number, number, number, number] = [-80.95, 44.56, -80.94, 44.57];

it("names the tiles of a turf with a margin, from afar to close up", () => {
  const tiles = groundTiles(turf, { kind: "plain" });
  expect(new Set(tiles.map((tile) => tile.split("/")[3]))).toEqual(new Set(["13", "14", "15", "16"]));
  expect(tiles.length).toBeLessThan(80);
  expect(tiles).toContain("/tiles/lines/14/4508/5921.mvt");
});

it("goes no closer than a basemap does, and carries neither a province nor somebody else's tiles", () => {
  const own = groundTiles(turf, { kind: "vector", tiles: "/tiles/basemap/{z}/{x}/{y}?of=abc", maxZoom: 14, schema: "protomaps" });
  expect(own.every((tile) => /^\/tiles\/basemap\/1[34]\/\d+\/\d+\?of=abc$/.test(tile))).toBe(true);
  expect(groundTiles([-95, 42, -75, 56], { kind: "plain" })).toEqual([]);
  expect(groundTiles(turf, { kind: "raster", tiles: "https://tiles.example.org/{z}/{x}/{y}.png", maxZoom: 19 })).toEqual([]);
  expect(groundTiles(turf, { kind: "style", url: "https://tiles.example.org/style.json" })).toEqual([]);
});

it("leaves no tile behind, nor a note of which there were", async () => {
  const kept = new Map([["ground", 12]]);
  const caches = { delete: (name: string) => Promise.resolve(kept.delete(name)) };
  vi.stubGlobal("caches", caches);
  vi.stubGlobal("window", { caches });
  await dropTiles();
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain("workbox-expiration");
  const times = await openDB("workbox-expiration", 1, { upgrade: (db) => void db.createObjectStore("cache-entries", { keyPath: "id" }) });
  await times.put("cache-entries", { id: "ground|/tiles/lines/14/4508/5921.mvt" });
  await dropTiles();
  expect(kept.size).toBe(0);
  expect(await times.count("cache-entries")).toBe(0);
  times.close();
});
