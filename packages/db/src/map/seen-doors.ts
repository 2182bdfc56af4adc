import type { PoolClient } from "pg";
import type { Db } from "../client";

/** Remembers doors a run met and left as they are; they are "touched" for the rows of its file that follow. */
export const noteSeenDoors = async (client: PoolClient, importId: string, addressIds: readonly string[]): Promise<void> => {
  if (addressIds.length === 0) return;
  await client.query(
    `INSERT INTO "ImportSeen" ("importRunId", "addressId") SELECT $1::uuid, id FROM unnest($2::uuid[]) u(id) ON CONFLICT DO NOTHING`,
    [importId, addressIds],
  );
};

/** The run has come to its end, or begins anew: no row of its file follows. */
export const forgetSeenDoors = async (client: PoolClient, importId: string): Promise<void> => {
  await client.query(`DELETE FROM "ImportSeen" WHERE "importRunId" = $1`, [importId]);
};

/** The same for runs that were stopped before that moment and never went on. */
export const purgeSeenDoors = async (db: Db, before: Date): Promise<void> => {
  await db.pool.query(
    `DELETE FROM "ImportSeen" s USING "ImportRun" r
     WHERE r."id" = s."importRunId" AND r."status" NOT IN ('QUEUED', 'RUNNING') AND coalesce(r."finishedAt", r."createdAt") < $1`,
    [before],
  );
};
