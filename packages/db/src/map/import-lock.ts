import type { PoolClient } from "pg";
import type { Db } from "../client";
import { rawTransaction } from "../transaction";

const lockClass = 7_301;

/**
 * Does the work of one run on a connection that holds the run: while it lives, nobody else works on it, and when its process dies
 * the run is free the same moment. Null when somebody else has it.
 */
export const withImportHeld = async <T>(db: Db, importId: string, work: (client: PoolClient) => Promise<T>): Promise<T | null> => {
  const client = await db.pool.connect();
  let broken: Error | undefined;
  // Told here when the server closes the connection between two chunks; the next query then fails and says so to whoever asked.
  const onError = (error: Error): void => void (broken = error);
  client.on("error", onError);
  try {
    const { rows } = await client.query<{ held: boolean }>("SELECT pg_try_advisory_lock($1, hashtext($2)) AS held", [lockClass, importId]);
    if (rows[0]?.held !== true) return null;
    return await work(client).finally(() => client.query("SELECT pg_advisory_unlock_all()"));
  } catch (error) {
    broken ??= error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    client.removeListener("error", onError);
    // A connection something went wrong on is closed, and its lock and temporary tables with it.
    client.release(broken);
  }
};

// What still works on a run that was stopped leaves at its next chunk, seconds away.
const patience = "20s";

/**
 * A stopped or failed run waits again, at its checkpoint, once nobody works on it any more; false when it is neither, or an undo was asked
 * for. The time it lay still does not count as work, so that its speed stays true.
 */
export const reopenImport = (db: Db, id: string, now: Date): Promise<boolean> =>
  rawTransaction(db, async (client) => {
    await client.query(`SET LOCAL lock_timeout = '${patience}'`);
    await client.query("SELECT pg_advisory_xact_lock($1, hashtext($2))", [lockClass, id]);
    const { rowCount } = await client.query(
      `UPDATE "ImportRun" SET "status" = 'QUEUED', "error" = NULL, "startedAt" = "startedAt" + ($2::timestamptz - "finishedAt"), "finishedAt" = NULL
       WHERE "id" = $1 AND "status" IN ('CANCELLED', 'FAILED') AND "undo" IS NULL`,
      [id, now],
    );
    return rowCount === 1;
  });

/** One transaction on a connection that is held already. */
export const inTransaction = async <T>(client: PoolClient, work: () => Promise<T>): Promise<T> => {
  await client.query("BEGIN");
  try {
    // Every look-up of an import is by an index; a planner that has not yet heard how large the tables grew must not think otherwise.
    await client.query(
      "SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL jit = off",
    );
    const result = await work();
    await client.query("COMMIT");
    return result;
  } catch (error) {
    // A rollback that fails finds the connection broken: it is closed with the error that broke it.
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
};

export type AbandonedImport = { id: string; state: "queued" | "running" | "undo" };

/** Runs that were asked for before and that nobody works on: their process died, or their job was lost. */
export const listAbandonedImports = async (db: Db, before: Date): Promise<AbandonedImport[]> => {
  const { rows } = await db.pool.query<AbandonedImport>(
    `SELECT r."id", CASE WHEN r."undo" IS NOT NULL THEN 'undo' ELSE lower(r."status"::text) END AS "state" FROM "ImportRun" r
     WHERE coalesce(r."startedAt", r."createdAt") < $1 AND NOT r."isDemo"
       AND (r."status" IN ('QUEUED', 'RUNNING') AND r."storageKey" IS NOT NULL OR r."undo"->>'step' <> 'done')
       AND NOT EXISTS (
         SELECT 1 FROM pg_locks k WHERE k.locktype = 'advisory' AND k.classid = ${lockClass} AND k.objid = (hashtext(r."id"::text)::bigint & 4294967295)::oid)
     ORDER BY r."createdAt" LIMIT 100`,
    [before],
  );
  return rows;
};
