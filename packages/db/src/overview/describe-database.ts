import type { Db } from "../client";

export type DatabaseFacts = { version: string; migrations: number; now: Date };

/** What the server says of itself; throws when it does not answer. */
export const describeDatabase = async (db: Db): Promise<DatabaseFacts> => {
  const { rows } = await db.pool.query<DatabaseFacts>(
    `SELECT current_setting('server_version') AS version, clock_timestamp() AS now,
       (SELECT count(*)::int FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL) AS migrations`,
  );
  const [facts] = rows;
  if (facts === undefined) throw new Error("PostgreSQL answered without a row");
  return facts;
};
