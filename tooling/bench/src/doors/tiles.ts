import path from "node:path";
import { createDb, migrate, type RootDb, startEmbeddedPostgres } from "@cml/db";
import { toMercator } from "@cml/domain/map";
import { administratorEnv, signIn } from "../administrator";
import { atMost, type Figure } from "../figure";
import { type Client, openClient } from "../http-client";
import { machine } from "../machine";
import { percentile } from "../pace";
import { startProduct } from "../product";
import { withFolder } from "../running";
import { writeDenseCity } from "./dense-city";

const bench = "doors";
const zooms = [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18];
const tilesOfEach = 40;
const rounds = 3;
const filters = ["", "?support=1", "?support=1,2", "?support=3,4"];

/** Tiles of a dense city through the whole server, one after another: nothing kept (the version moves before each round), then kept. */
export const cityTiles = ({ rows = 1_000_000 }: { rows?: number | undefined } = {}): Promise<Figure[]> =>
  withFolder("door-tiles", async (folder) => {
    const postgres = await startEmbeddedPostgres({ folder: path.join(folder, "postgres"), durable: false });
    await migrate(postgres.url);
    const db = createDb(postgres.url);
    try {
      const buildings = await writeDenseCity(db, rows);
      const product = await startProduct(postgres.url, path.join(folder, "data"), administratorEnv);
      const client = openClient(product.url, 1);
      try {
        const { cold, warm } = await measure({ db, client, headers: await signIn(client) });
        const worst = zooms.map((zoom) => ({ zoom, p95: percentile(cold.get(zoom) ?? [], 0.95) })).sort((a, b) => b.p95 - a.p95)[0];
        const of = `${rows} addresses in ${buildings} buildings, zooms 5 to 18, without filter and by support, each the best of ${rounds}`;
        return [
          atMost({ bench, figure: `tile of ${of}, none kept, p95 of the slowest zoom, ${worst?.zoom ?? "?"} (${machine()})`, value: worst?.p95 ?? NaN, unit: "ms" }, 60),
          atMost({ bench, figure: `the same tiles kept, p95 (${machine()})`, value: percentile(warm, 0.95), unit: "ms" }, 5),
        ];
      } finally {
        client.close();
        await product.stop();
      }
    } finally {
      await db.close();
      await postgres.stop();
    }
  }); // prettier-ignore

type House = { db: RootDb; client: Client; headers: Record<string, string> };

const measure = async (house: House): Promise<{ cold: Map<number, number[]>; warm: number[] }> => {
  const tiles = await tilesOfCity(house.db);
  const best = new Map<string, { zoom: number; cold: number; warm: number }>();
  for (let round = 0; round < rounds; round += 1) {
    await house.db.pool.query(`UPDATE "MapVersion" SET "version" = "version" + 1 WHERE "topic" = 'doors'`);
    for (const state of ["cold", "warm"] as const) {
      for (const [tile, zoom] of tiles)
        for (const filter of filters) {
          const key = `${tile}${filter}`;
          const took = await ask(house, key);
          const held = best.get(key) ?? { zoom, cold: Infinity, warm: Infinity };
          best.set(key, { ...held, [state]: Math.min(held[state], took) });
        }
    }
  }
  const cold = new Map(zooms.map((zoom) => [zoom, [...best.values()].filter((one) => one.zoom === zoom).map((one) => one.cold)]));
  return { cold, warm: [...best.values()].map((one) => one.warm) };
};

const ask = async ({ client, headers }: House, tile: string): Promise<number> => {
  const begun = performance.now();
  const { status } = await client.ask({ path: `/tiles/staff/${tile}`, headers: { ...headers, "accept-encoding": "gzip" } });
  const took = performance.now() - begun;
  if (status !== 200 && status !== 204) throw new Error(`tile ${tile} answered ${status}`);
  return took;
};

/** Tiles that hold buildings taken by chance: the denser a quarter, the more of them lie there, as with people who look. */
const tilesOfCity = async ({ pool }: RootDb): Promise<Map<string, number>> => {
  const { rows } = await pool.query<{ latitude: number; longitude: number }>(
    `SELECT "latitude"::float8 AS latitude, "longitude"::float8 AS longitude FROM "Location" ORDER BY md5("id"::text) LIMIT 2000`,
  );
  const tiles = new Map<string, number>();
  for (const zoom of zooms) {
    const own = rows.map((place) => {
      const { x, y } = toMercator(place);
      return `${zoom}/${Math.floor(x * 2 ** zoom)}/${Math.floor(y * 2 ** zoom)}.mvt`;
    });
    for (const tile of [...new Set(own)].slice(0, tilesOfEach)) tiles.set(tile, zoom);
  }
  return tiles;
};
