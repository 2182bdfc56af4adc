import type { Db } from "../client";

/** Releases of the register whose addresses stand here, the newest first; null for one that is not known. */
export const listRegisterReleases = async (db: Db): Promise<(string | null)[]> => {
  const { rows } = await db.pool.query<{ release: string | null }>(
    `SELECT DISTINCT "options"->'register'->>'release' AS "release" FROM "ImportRun"
     WHERE "kind" = 'nar' AND NOT "isComparison" AND "status" IN ('RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED')
       AND "createdCount" + "changedCount" + "sameCount" > 0
     ORDER BY 1 DESC NULLS LAST`,
  );
  return rows.map(({ release }) => release);
};
