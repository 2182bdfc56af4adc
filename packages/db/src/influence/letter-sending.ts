import { type Letter, letterSchema } from "@cml/domain/influence";
import type { Db } from "../client";
import { campaignHoldSql, houseSql, letterHoldSql, localTimeSql, parkedSql } from "./letter-hold-sql";

/** `token` proves who holds the letter. */
export type Claim = { id: string; token: string };

// A claim need not be on disk before we go on: one that a failing machine forgets leaves a queued letter, and the mark that DATA
// begins is written after it and waited for.
const claimSql = `WITH quick AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true)), asked AS (
    SELECT a.* FROM unnest($2::uuid[], $3::text[]) AS a("id", "token") CROSS JOIN quick
  ), ${houseSql}, seen AS (
    SELECT asked."id", asked."token", coalesce(
      ${campaignHoldSql}, ${letterHoldSql}, CASE WHEN ${parkedSql(`e."recipientEmail"`)} THEN 'RECIPIENT_PARKED' END
    ) AS hold
    FROM asked JOIN "CampaignEmail" e ON e."id" = asked."id" JOIN "Campaign" c ON c."id" = e."campaignId"
    CROSS JOIN house CROSS JOIN has ${localTimeSql}
    WHERE e."status" = 'QUEUED' AND e."emailMethod" = 'SMTP' AND (e."nextAttemptAt" IS NULL OR e."nextAttemptAt" <= $1)
  ), back AS (
    -- Held since it was released: no longer on the queue, so that the release finds it again when the hold ends.
    UPDATE "CampaignEmail" e SET "queuedAt" = NULL FROM seen WHERE e."id" = seen."id" AND seen.hold IS NOT NULL AND e."status" = 'QUEUED'
  )
  UPDATE "CampaignEmail" e SET "status" = 'SENDING', "claimedBy" = seen."token", "claimedAt" = $1, "handOverStartedAt" = NULL,
         "attempts" = e."attempts" + 1, "smtpResponse" = NULL, "heldReason" = NULL, "digestId" = NULL
  FROM seen WHERE e."id" = seen."id" AND seen.hold IS NULL AND e."status" = 'QUEUED'
  RETURNING e.*`;

/**
 * Takes queued letters for sending, many in one statement. Null for one that somebody else has, that is not due, or that is
 * held since it was put on the queue: campaign or house paused, hours over, recipient parked or skipped.
 */
export const claimLetters = async (db: Db, now: Date, claims: readonly Claim[]): Promise<(Letter | null)[]> => {
  const values = [now, claims.map(({ id }) => id), claims.map(({ token }) => token)];
  const { rows } = await db.pool.query<{ claimedBy: string }>({ name: "claim-letters", text: claimSql, values });
  const byToken = new Map(rows.map((row) => [row.claimedBy, row]));
  return claims.map(({ token }) => (byToken.has(token) ? letterSchema.parse(byToken.get(token)) : null));
};

/** Says that these letters' holder is alive, so that nobody takes them for a dead process's. */
export const renewClaims = async (db: Db, now: Date, claims: readonly Claim[]): Promise<void> => {
  await db.pool.query(
    `UPDATE "CampaignEmail" e SET "claimedAt" = $1 FROM unnest($2::uuid[], $3::text[]) AS a("id", "token")
     WHERE e."id" = a."id" AND e."status" = 'SENDING' AND e."claimedBy" = a."token"`,
    [now, claims.map(({ id }) => id), claims.map(({ token }) => token)],
  );
};

const recoverSql = `WITH dead AS (
    UPDATE "CampaignEmail" SET
      "status" = CASE WHEN "handOverStartedAt" IS NULL THEN 'QUEUED' ELSE 'UNCERTAIN' END::"CampaignEmailStatus",
      "queuedAt" = CASE WHEN "handOverStartedAt" IS NULL THEN NULL ELSE "queuedAt" END
    WHERE "status" = 'SENDING' AND "claimedAt" < $1 RETURNING "id", "status"
  ), noted AS (
    INSERT INTO "LetterEvent" ("id", "letterId", "kind", "at") SELECT gen_random_uuid(), "id", 'UNCERTAIN', $2 FROM dead WHERE "status" = 'UNCERTAIN'
  )
  SELECT count(*) FILTER (WHERE "status" = 'QUEUED')::int AS requeued, count(*) FILTER (WHERE "status" = 'UNCERTAIN')::int AS uncertain FROM dead`;

/** Letters whose holder died: back to the queue when DATA had not begun, UNCERTAIN when it had. Gives how many went where. */
export const recoverDeadClaims = async (
  db: Db,
  { claimedBefore, now }: { claimedBefore: Date; now: Date },
): Promise<{ requeued: number; uncertain: number }> => {
  const { rows } = await db.pool.query<{ requeued: number; uncertain: number }>(recoverSql, [claimedBefore, now]);
  return rows[0] ?? { requeued: 0, uncertain: 0 };
};
