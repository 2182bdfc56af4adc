import type { Db } from "../client";

export type AnswerableLetter = {
  id: string;
  campaignId: string;
  submissionId: string | null;
  userEmail: string | null;
  recipientEmail: string;
  recipientKey: string | null;
  status: "CLICKED" | "SENT";
};

/** The letters behind a receipt that their writer brings on their way alone, among the ids that were named; locked. */
export const lockAnswerableLetters = async (
  db: Db,
  { receiptTokenHash, ids }: { receiptTokenHash: string; ids: readonly string[] },
): Promise<AnswerableLetter[]> =>
  db.prisma.$queryRaw<AnswerableLetter[]>`
    SELECT "id", "campaignId", "submissionId", "userEmail", "recipientEmail", "recipientKey", "status"::text AS "status"
    FROM "CampaignEmail"
    WHERE "receiptTokenHash" = ${receiptTokenHash} AND "id" = ANY(${ids}::uuid[]) AND "erasedAt" IS NULL
      AND "emailMethod" IN ('MAILTO', 'PRINT') AND "status" IN ('CLICKED', 'SENT')
    ORDER BY "id" FOR UPDATE`;

/** A yes: false when the same person said so of the same letter elsewhere (`onceKey` is taken), which then stays CLICKED. */
export const markSentByWriter = async (db: Db, { id, onceKey, now }: { id: string; onceKey: string; now: Date }): Promise<boolean> => {
  // Two tabs that say yes at the same moment follow one another, so that neither meets the unique rule as an error.
  await db.prisma.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${onceKey}, 0))`;
  const changed = await db.prisma.$executeRaw`
    UPDATE "CampaignEmail" SET "status" = 'SENT', "claimedSentAt" = ${now}, "sentAt" = ${now}, "onceKey" = ${onceKey}
    WHERE "id" = ${id}::uuid
      AND NOT EXISTS (SELECT 1 FROM "CampaignEmail" o WHERE o."onceKey" = ${onceKey} AND o."id" <> ${id}::uuid)`;
  return changed === 1;
};

/** A yes taken back. */
export const markOpenAgain = async (db: Db, { id, onceKey }: { id: string; onceKey: string }): Promise<void> => {
  await db.prisma.campaignEmail.update({ where: { id }, data: { status: "CLICKED", claimedSentAt: null, sentAt: null, onceKey } });
};
