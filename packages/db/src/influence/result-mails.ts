import type { Campaign } from "@cml/domain/influence";
import type { Locale } from "@cml/domain/kernel";
import type { Db } from "../client";
import { toCampaign } from "./campaigns";

export type ResultCounts = { waiting: number; mailed: number; mailedAt: Date | null };

/** People (not submissions) who wait for the result of a campaign, and who got it. */
export const countResultMails = async (db: Db, campaignId: string): Promise<ResultCounts> => {
  const { rows } = await db.pool.query<ResultCounts>(
    `SELECT count(DISTINCT "email") FILTER (WHERE "resultSentAt" IS NULL AND "stoppedAt" IS NULL)::int AS waiting,
            count(DISTINCT "email") FILTER (WHERE "resultSentAt" IS NOT NULL)::int AS mailed,
            (SELECT "resultMailedAt" FROM "Campaign" WHERE "id" = $1) AS "mailedAt"
     FROM "FollowUp" WHERE "campaignId" = $1`,
    [campaignId],
  );
  return rows[0] ?? { waiting: 0, mailed: 0, mailedAt: null };
};

/** An organiser let the result go. False when somebody did before. */
export const markResultMailed = async (db: Db, campaignId: string, at: Date): Promise<boolean> => {
  // Not through the model: an open form of the campaign must not look out of date because of it.
  const changed = await db.prisma.$executeRaw`
    UPDATE "Campaign" SET "resultMailedAt" = ${at} WHERE "id" = ${campaignId}::uuid AND "resultMailedAt" IS NULL`;
  return changed === 1;
};

export type ResultMailed = { id: string; submissionId: string; email: string; locale: Locale };

/**
 * Takes some people who wait for the result and writes that they have it, with all their submissions; inside the transaction that
 * also writes their mails, so that the rows are the checkpoint. Nobody is taken twice, by however many at once.
 */
export const takeForResult = async (
  db: Db,
  { campaignId, now, limit }: { campaignId: string; now: Date; limit: number },
): Promise<ResultMailed[]> => {
  const taken = await db.prisma.$queryRaw<ResultMailed[]>`
    WITH chosen AS (
      SELECT "id" FROM "FollowUp" WHERE "campaignId" = ${campaignId}::uuid AND "resultSentAt" IS NULL AND "stoppedAt" IS NULL
      ORDER BY "email" LIMIT ${limit} FOR UPDATE SKIP LOCKED
    )
    UPDATE "FollowUp" f SET "resultSentAt" = ${now} FROM chosen WHERE f."id" = chosen."id"
    RETURNING f."id", f."submissionId", f."email", f."locale"::text AS locale`;
  return taken;
};

/** Campaigns whose result was let go while somebody still waits for the mail. */
export const listResultsToMail = async (db: Db): Promise<string[]> => {
  const rows = await db.prisma.campaign.findMany({
    where: { resultMailedAt: { not: null }, isDemo: false, followUps: { some: { resultSentAt: null, stoppedAt: null } } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
};

/** Campaigns that ended before `endedBefore`, told nobody how, and have people who wait for it. */
export const listResultsNobodyMailed = async (db: Db, endedBefore: Date): Promise<Campaign[]> => {
  const rows = await db.prisma.campaign.findMany({
    where: {
      resultMailedAt: null,
      resultRemindedAt: null,
      isDemo: false,
      OR: [
        { status: "ARCHIVED", updatedAt: { lte: endedBefore } },
        { status: { in: ["ACTIVE", "PAUSED"] }, endsAt: { lte: endedBefore } },
      ],
      followUps: { some: { resultSentAt: null, stoppedAt: null } },
    },
  });
  return rows.map(toCampaign);
};

/** False when its owner was reminded before. */
export const markResultReminded = async (db: Db, campaignId: string, at: Date): Promise<boolean> => {
  const changed = await db.prisma.$executeRaw`
    UPDATE "Campaign" SET "resultRemindedAt" = ${at} WHERE "id" = ${campaignId}::uuid AND "resultRemindedAt" IS NULL`;
  return changed === 1;
};

/** Whom letters of submissions are from; by submission. */
export const nameWriters = async (db: Db, submissionIds: readonly string[]): Promise<Map<string, string>> => {
  const rows = await db.prisma.campaignEmail.findMany({
    where: { submissionId: { in: [...submissionIds] }, userName: { not: null } },
    distinct: ["submissionId"],
    select: { submissionId: true, userName: true },
  });
  return new Map(rows.flatMap(({ submissionId, userName }) => (submissionId === null ? [] : [[submissionId, userName ?? ""] as const])));
};
