import type { PoolClient } from "pg";
import type { Db } from "../client";
import { rawTransaction } from "../transaction";

/** Folds of all processes come one after another; the trigger for TRUNCATE on Location takes the same lock. */
const foldLock = 7_301_003;
const batchSize = 20_000;

const counts = ["buildings", "doors", "visited", "signs", "support1", "support2", "support3", "support4", "latitude", "longitude"] as const;
const names = counts.map((name) => `"${name}"`).join(", ");
const sums = counts.map((name) => `sum("${name}") AS "${name}"`).join(", ");

/** The finest cells are those of the deltas; each coarser zoom joins four of them. */
const finestZoom = 18;
const coarsestZoom = 9;

const fold = `
  WITH taken AS (
    DELETE FROM "MapTileDelta" WHERE "id" IN (SELECT "id" FROM "MapTileDelta" ORDER BY "id" LIMIT ${batchSize}) RETURNING *
  ), cells AS (
    SELECT "cell", ${sums} FROM taken GROUP BY 1 HAVING (${counts.map((name) => `sum("${name}")`).join(", ")}) <> (${counts.map(() => "0").join(", ")})
  ), folded AS (
    INSERT INTO "MapTileCount" AS c ("zoom", "cell", ${names})
    SELECT z, "cell" >> (2 * (${finestZoom} - z)), ${sums} FROM cells, generate_series(${coarsestZoom}, ${finestZoom}) z GROUP BY 1, 2
    ON CONFLICT ("zoom", "cell") DO UPDATE SET ${counts.map((name) => `"${name}" = c."${name}" + excluded."${name}"`).join(", ")}
  )
  SELECT count(*)::int AS taken FROM taken`;

/**
 * Adds what triggers noted to the stored counts of every zoom and moves the version tiles are kept by. Each batch is one transaction:
 * counts and waiting changes together are always what a recount would give. Gives how many changes went in.
 */
export const foldTileDeltas = async (db: Db): Promise<number> => {
  let folded = 0;
  for (let batch = batchSize; batch === batchSize; folded += batch) batch = await rawTransaction(db, foldBatch);
  return folded;
};

const foldBatch = async (client: PoolClient): Promise<number> => {
  await client.query("SELECT pg_advisory_xact_lock($1)", [foldLock]);
  const { rows } = await client.query<{ taken: number }>(fold);
  const taken = rows[0]?.taken ?? 0;
  if (taken === 0) return 0;
  await client.query(`DELETE FROM "MapTileCount" WHERE "buildings" <= 0`);
  await client.query(`UPDATE "MapVersion" SET "version" = "version" + 1 WHERE "topic" = 'doors'`);
  return taken;
};

/** Whether changes wait to be folded. */
export const hasTileDeltas = async ({ pool }: Pick<Db, "pool">): Promise<boolean> => {
  const { rows } = await pool.query<{ waits: boolean }>(`SELECT EXISTS (SELECT 1 FROM "MapTileDelta") AS waits`);
  return rows[0]?.waits ?? false;
};

export type MapVersions = { doors: string; cuts: string; lines: string };

/** What tiles are kept by: each moves when what its topic shows has changed. Always read before the rows. */
export const readMapVersions = async ({ pool }: Pick<Db, "pool">): Promise<MapVersions> => {
  const { rows } = await pool.query<{ topic: keyof MapVersions; version: string }>(`SELECT "topic", "version" FROM "MapVersion"`);
  const found = new Map(rows.map(({ topic, version }) => [topic, version]));
  return { doors: found.get("doors") ?? "0", cuts: found.get("cuts") ?? "0", lines: found.get("lines") ?? "0" };
};
