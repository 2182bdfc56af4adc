import type { Pool } from "pg";

export type LimitRule = { limit: number; windowSeconds: number };
export type LimitAnswer = { allowed: boolean; retryAfterSeconds: number; used: number };

// Opens a window with the key's first event or counts within the open one, in one statement, by the database's clock.
const takeSql = `
  INSERT INTO "RateLimit" AS r ("key", "count", "expiresAt") VALUES ($1, 1, now() + $2 * interval '1 second')
  ON CONFLICT ("key") DO UPDATE SET
    "count" = CASE WHEN r."expiresAt" <= now() THEN 1 ELSE least(r."count" + 1, 1000000000) END,
    "expiresAt" = CASE WHEN r."expiresAt" <= now() THEN excluded."expiresAt" ELSE r."expiresAt" END
  RETURNING "count", ceil(extract(epoch FROM "expiresAt" - now()))::int AS "secondsLeft"`;

/** Counts per key in the table RateLimit. */
export const createPostgresLimiter = (pool: Pool) => ({
  take: async (key: string, { limit, windowSeconds }: LimitRule): Promise<LimitAnswer> => {
    const { rows } = await pool.query<{ count: number; secondsLeft: number }>(takeSql, [key, windowSeconds]);
    const { count = 1, secondsLeft = 1 } = rows[0] ?? {};
    const allowed = count <= limit;
    return { allowed, retryAfterSeconds: allowed ? 0 : Math.max(1, secondsLeft), used: count };
  },
  reset: async (key: string): Promise<void> => {
    await pool.query('DELETE FROM "RateLimit" WHERE "key" = $1', [key]);
  },
});
