import type { Db } from "../client";

/** Whether streets on the map came from an OpenStreetMap extract, whose makers want to be named. */
export const hasOpenStreetMapLines = async ({ pool }: Pick<Db, "pool">): Promise<boolean> => {
  const { rows } = await pool.query<{ found: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM "ImportRun" WHERE "kind" = 'lines' AND NOT "isComparison" AND "undoneAt" IS NULL
       AND lower("fileName") LIKE '%.pbf' AND "createdCount" + "changedCount" + "sameCount" > 0) AS "found"`,
  );
  return rows[0]?.found === true;
};
