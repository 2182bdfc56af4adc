import { isLetterHold, type LetterHold, type SendingOverview } from "@cml/domain/influence";
import type { Db } from "../client";
import { byStatusOf, countLetters, type LetterCount, type LetterCountScope, sumLetters } from "./letter-counts";
import { countParkedRecipients } from "./parked-recipients";

export type OverviewScope = LetterCountScope & { now: Date; lostBefore: Date };

type Waiting = { held: string | null; delayed: boolean; released: boolean; n: number };

/** Numbers of where letters are: from the tallies, and what moves by itself from indexes that hold what is counted. */
export const readSendingOverview = async (db: Db, scope: OverviewScope): Promise<SendingOverview> => {
  const values = [scope.campaignId, scope.ownerId];
  const mine = `(SELECT "id" FROM "Campaign" WHERE ($1::uuid IS NULL OR "id" = $1) AND ($2::uuid IS NULL OR "createdByUserId" = $2))`;
  const count = async (sql: string, more: unknown[] = []): Promise<number> =>
    (await db.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`, [...values, ...more])).rows[0]?.n ?? 0;
  const [waiting, counts, unconfirmed, answered, recent, parked, house, deadline] = await Promise.all([
    db.pool.query<Waiting>(
      `SELECT "heldReason" AS held, coalesce("nextAttemptAt" > $3, false) AS delayed, coalesce("queuedAt" >= $4, false) AS released, count(*)::int AS n
       FROM "CampaignEmail" WHERE "status" = 'QUEUED' AND "emailMethod" = 'SMTP' AND "campaignId" IN ${mine} GROUP BY 1, 2, 3`,
      [...values, scope.now, scope.lostBefore],
    ),
    countLetters(db, scope),
    count(`"EmailVerification" WHERE "purpose" = 'LETTER' AND NOT "used" AND "expiresAt" > $3 AND "campaignId" IN ${mine}`, [scope.now]),
    count(`"CampaignEmail" WHERE "answeredAt" IS NOT NULL AND "campaignId" IN ${mine}`),
    count(
      `"CampaignEmail" WHERE "queuedAt" > $3::timestamptz - interval '20 minutes' AND "sentAt" > $3::timestamptz - interval '10 minutes'
       AND "status" = 'SENT' AND "campaignId" IN ${mine}`,
      [scope.now],
    ),
    countParkedRecipients(db, scope),
    db.pool.query<{ paused: boolean }>(`SELECT "sendingPaused" AS paused FROM "SiteSettings" WHERE "id" = 'default'`),
    db.pool.query<{ campaignId: string; title: string; at: Date; waiting: number }>(
      `SELECT c."id" AS "campaignId", c."title", c."submissionDeadline" AS at, w.n AS waiting FROM "Campaign" c CROSS JOIN LATERAL (
         SELECT count(*)::int AS n FROM "CampaignEmail" e WHERE e."campaignId" = c."id" AND e."status" = 'QUEUED' AND e."emailMethod" = 'SMTP'
       ) w
       WHERE c."submissionDeadline" > $3 AND c."id" IN ${mine} AND ($1::uuid IS NOT NULL OR w.n > 0)
       ORDER BY c."submissionDeadline" LIMIT 1`,
      [...values, scope.now],
    ),
  ]);
  return {
    ...sortWaiting(waiting.rows, counts),
    housePaused: house.rows[0]?.paused ?? false,
    unconfirmed,
    byStatus: byStatusOf(counts),
    refused: sumLetters(counts, ({ status, returned }) => status === "FAILED" && !returned),
    returned: sumLetters(counts, ({ returned }) => returned),
    answered,
    parked,
    ratePerHour: recent * 6,
    deadline: deadline.rows[0] ?? null,
  };
};

const sortWaiting = (rows: Waiting[], counts: readonly LetterCount[]) => {
  const sum = (of: (row: Waiting) => boolean) => rows.filter(of).reduce((total, { n }) => total + n, 0);
  const held: Partial<Record<LetterHold, number>> = {};
  for (const row of rows) if (isLetterHold(row.held) && !row.delayed && !row.released) held[row.held] = (held[row.held] ?? 0) + row.n;
  return {
    held,
    waiting: sum((row) => row.released || (!row.delayed && !isLetterHold(row.held))),
    active: sumLetters(counts, ({ status }) => status === "SENDING"),
    delayed: sum((row) => row.delayed && !row.released),
  };
};
