import fs from "node:fs/promises";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { createDb, type Db, migrate, startEmbeddedPostgres } from "@cml/db";
import { listCutShapes } from "@cml/db/map";
import { type Bounds, type LatLng, systemActor } from "@cml/domain/kernel";
import { boundsOf, createLocationInput, type CutGeometry, holdsPoint, importOptionsSchema, indexBounds } from "@cml/domain/map";
import { openRuntime, readEnv } from "@cml/runtime";
import { createImportFromFile, createLocation, moveLocation, runImport } from "@cml/services/map";
import { cityCentre, writeDenseCity } from "../doors/dense-city";
import { atMost, type Figure } from "../figure";
import { machine } from "../machine";
import { root, withFolder } from "../running";

const bench = "turf";
const writes = 100;

type Feature = { properties: Record<string, unknown>; geometry: CutGeometry };

/**
 * Edmonton's 386 neighbourhoods, stretched over the made city, imported where its doors already stand: how long until every door is in its areas.
 * Then buildings come and move, and each is looked at at once. Every stored membership is compared with the exact test of every building.
 */
export const membership = ({ rows = 1_000_000 }: { rows?: number | undefined } = {}): Promise<Figure[]> =>
  withFolder("turf-membership", async (folder) => {
    const postgres = await startEmbeddedPostgres({ folder: path.join(folder, "postgres") });
    try {
      await migrate(postgres.url);
      const db = createDb(postgres.url);
      const buildings = await writeDenseCity(db, rows).finally(() => db.close());
      const file = path.join(folder, "neighbourhoods.geojson");
      const areas = await writeNeighbourhoods(file);
      const runtime = await openRuntime(
        readEnv({ DATABASE_URL: postgres.url, DATA_DIR: path.join(folder, "data"), APP_SECRET: "a".repeat(64), NODE_ENV: "development", LOG_LEVEL: "error" }),
      ); // prettier-ignore
      try {
        const { deps } = runtime;
        const actor = systemActor();
        const begun = performance.now();
        const run = await createImportFromFile(deps, actor, {
          kind: "cuts",
          path: file,
          options: importOptionsSchema.parse({ source: "city" }),
        });
        const done = await runImport(deps, actor, { importId: run.id });
        const seconds = (performance.now() - begun) / 1_000;
        if (done.counts.created !== areas) throw new Error(`of ${areas} areas came in: ${JSON.stringify(done)}`);
        const stored = await requireExact(deps.db);
        const slowest = await keepWriting(deps);
        await requireExact(deps.db);
        const of = `cut membership of ${areas} neighbourhoods over ${rows} addresses (${buildings} buildings, ${stored} memberships, each exact; ${machine()})`;
        return [
          atMost({ bench, figure: of, value: seconds, unit: "s" }, 60),
          atMost({ bench, figure: `a new or moved building in its areas at once, slowest of ${writes}`, value: slowest, unit: "ms" }, 500),
        ];
      } finally {
        await runtime.close();
      }
    } finally {
      await postgres.stop();
    }
  });

/** The real shapes, over the square in which the made city lies; gives how many. */
const writeNeighbourhoods = async (file: string): Promise<number> => {
  const bytes = gunzipSync(await fs.readFile(path.join(root, "tooling/fixtures/boundaries/edmonton.geojson.gz")));
  const { features } = JSON.parse(bytes.toString("utf8")) as { features: Feature[] };
  const frames = features.map(({ geometry }) => boundsOf(geometry));
  const edge = (index: 0 | 1 | 2 | 3, pick: (...values: number[]) => number) => pick(...frames.map((frame) => frame[index]));
  const real: Bounds = [edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)];
  const reach = { latitude: 0.15, longitude: 0.215 };
  const moved = (value: unknown): unknown => {
    if (!Array.isArray(value)) return value;
    const [x, y] = value as unknown[];
    if (typeof x !== "number" || typeof y !== "number") return value.map(moved);
    return [
      cityCentre.longitude + ((x - real[0]) / (real[2] - real[0]) - 0.5) * 2 * reach.longitude,
      cityCentre.latitude + ((y - real[1]) / (real[3] - real[1]) - 0.5) * 2 * reach.latitude,
    ];
  };
  const stretched = features.map(({ properties, geometry }) => ({
    type: "Feature",
    properties,
    geometry: { type: geometry.type, coordinates: moved(geometry.coordinates) },
  }));
  await fs.writeFile(file, JSON.stringify({ type: "FeatureCollection", features: stretched }));
  return stretched.length;
};

type At = LatLng & { id: string };

/** Throws where a stored membership is not what testing every building against every area says; gives how many there are. */
const requireExact = async (db: Db): Promise<number> => {
  const shapes = (await listCutShapes(db)).map(({ id, geometry }) => ({ id, geometry, bounds: boundsOf(geometry) }));
  const near = indexBounds(shapes);
  const { rows: buildings } = await db.pool.query<At>(
    `SELECT "id", "latitude"::float8 AS latitude, "longitude"::float8 AS longitude FROM "Location"`,
  );
  const wanted = new Set(
    buildings.flatMap((point) =>
      near(point)
        .filter(({ geometry }) => holdsPoint(geometry, point))
        .map(({ id }) => `${id} ${point.id}`),
    ),
  );
  const { rows: stored } = await db.pool.query<{ key: string }>(`SELECT "cutId" || ' ' || "locationId" AS key FROM "CutLocation"`);
  const wrong = stored.filter(({ key }) => !wanted.has(key)).length;
  if (wrong > 0 || stored.length !== wanted.size)
    throw new Error(`${wrong} of ${stored.length} memberships are wrong, ${wanted.size} are right`);
  return stored.length;
};

/** Buildings that come and move, one at a time; gives the milliseconds of the slowest. */
const keepWriting = async (deps: Parameters<typeof createLocation>[0]): Promise<number> => {
  const actor = systemActor();
  const at = (n: number): LatLng => ({
    latitude: cityCentre.latitude + Math.sin(n * 2.399) * 0.12 * (n / writes),
    longitude: cityCentre.longitude + Math.cos(n * 2.399) * 0.17 * (n / writes),
  });
  let slowest = 0;
  const first = await createLocation(deps, actor, createLocationInput.parse({ ...at(1), address: "1 Rue du Début" }));
  await moveLocation(deps, actor, { id: first.id, updatedAt: first.updatedAt, ...at(2) });
  const timed = async <T>(write: () => Promise<T>): Promise<T> => {
    const begun = performance.now();
    const answer = await write();
    slowest = Math.max(slowest, performance.now() - begun);
    return answer;
  };
  for (let n = 0; n < writes / 2; n += 1) {
    const { id, updatedAt } = await timed(() =>
      createLocation(deps, actor, createLocationInput.parse({ ...at(n), address: `${n} Rue Neuve` })),
    );
    await timed(() => moveLocation(deps, actor, { id, updatedAt, ...at(writes - n) }));
  }
  return slowest;
};
