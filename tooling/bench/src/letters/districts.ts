import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { type RootDb, startEmbeddedPostgres } from "@cml/db";
import type { LatLng } from "@cml/domain/kernel";
import { boundsOf, type CutGeometry, readBoundary } from "@cml/domain/map";
import { readGeoJson } from "@cml/formats";
import { openRuntime, prepareDatabase, readEnv, type Runtime } from "@cml/runtime";
import { districtsAt } from "@cml/services/influence";
import { v7 as newId } from "uuid";
import { atMost, type Figure } from "../figure";
import { machine } from "../machine";
import { percentile } from "../pace";
import { root, withFolder } from "../running";

const folder = path.join(root, "tooling/fixtures/boundaries");
const districts = 871;
const pointsInEach = 3;
const rounds = 3;

/**
 * 871 wards and neighbourhoods of six cities. Each round is a fresh start: the first points pay for reading the frames, and
 * the first point in each district for its outline.
 */
export const districtSearch = (): Promise<Figure[]> =>
  withFolder("districts", async (home) => {
    const postgres = await startEmbeddedPostgres({ folder: path.join(home, "postgres") });
    try {
      const env = readEnv({
        DATABASE_URL: postgres.url,
        DATA_DIR: path.join(home, "data"),
        APP_SECRET: randomBytes(32).toString("hex"),
        NODE_ENV: "development",
        LOG_LEVEL: "error",
      });
      const points = await fill(await openRuntime(env));
      let best = Number.POSITIVE_INFINITY;
      for (let round = 0; round < rounds; round += 1) best = Math.min(best, await searchAfterStart(await openRuntime(env), points));
      const figure = `point in district over ${districts} polygons, loading included, p95 of ${points.length}, best of ${rounds} (${machine()})`;
      return [atMost({ bench: "letters", figure, value: best, unit: "ms" }, 5)];
    } finally {
      await postgres.stop();
    }
  });

const searchAfterStart = async ({ deps, close }: Runtime, points: LatLng[]): Promise<number> => {
  try {
    const times: number[] = [];
    let found = 0;
    for (const point of points) {
      const begun = performance.now();
      found += (await districtsAt(deps, point)).length;
      times.push(performance.now() - begun);
    }
    if (found < points.length / 2) throw new Error(`only ${found} districts were found for ${points.length} points`);
    process.stderr.write(`first point ${(times[0] ?? 0).toFixed(1)} ms, median ${percentile(times, 0.5).toFixed(3)} ms\n`);
    return percentile(times, 0.95);
  } finally {
    await close();
  }
};

/** Writes all districts and gives points in their frames, in an order that jumps between the cities. */
const fill = async (runtime: Runtime): Promise<LatLng[]> => {
  try {
    await prepareDatabase(runtime);
    const points: LatLng[] = [];
    for (const { set, geometry, at } of await readDistricts()) {
      await write(runtime.deps.db, { set, geometry, at });
      const [west, south, east, north] = boundsOf(geometry);
      for (let n = 1; n <= pointsInEach; n += 1) {
        // Halton's sequence: spread evenly, and the same in every run.
        points.push({ latitude: south + (north - south) * halton(n, 2), longitude: west + (east - west) * halton(n, 3) });
      }
    }
    if (points.length !== districts * pointsInEach) throw new Error(`the fixtures hold ${points.length / pointsInEach} districts`);
    return points.map((_, n) => points[(n * 1009) % points.length] as LatLng);
  } finally {
    await runtime.close();
  }
};

type District = { set: string; at: number; geometry: CutGeometry };

const readDistricts = async (): Promise<District[]> => {
  const files = [folder, path.join(folder, "wards")].flatMap((one) =>
    fs
      .readdirSync(one)
      .filter((name) => name.endsWith(".geojson.gz"))
      .map((name) => path.join(one, name)),
  );
  const all: District[] = [];
  for (const file of files) {
    const columns = { id: null, nameEn: "bench", nameFr: null };
    const features = await readGeoJson(fs.createReadStream(file));
    for (const [at, { geometry }] of features.entries()) {
      const read = readBoundary({ properties: { bench: "District" }, geometry }, columns);
      if ("reason" in read) throw new Error(`${file}, feature ${at + 1}: ${read.reason}`);
      all.push({ set: path.basename(file, ".geojson.gz").replaceAll("_", "-"), at, geometry: read.boundary.geometry });
    }
  }
  return all;
};

const write = async ({ pool }: RootDb, { set, at, geometry }: District): Promise<void> => {
  await pool.query(
    `INSERT INTO "Boundary" ("id", "set", "externalId", "nameEn", "geometry", "source", "validFrom", "west", "south", "east", "north")
     VALUES ($1, $2, $3, $4, $5, 'bench', '2020-01-01', $6, $7, $8, $9)`,
    [newId(), set, String(at), `District ${at}`, JSON.stringify(geometry), ...boundsOf(geometry)],
  );
};

const halton = (index: number, base: number): number => {
  let [fraction, value] = [1, 0];
  for (let rest = index; rest > 0; rest = Math.floor(rest / base)) {
    fraction /= base;
    value += fraction * (rest % base);
  }
  return value;
};
