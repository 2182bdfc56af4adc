import type { Db } from "../client";

/** IN_HAND: its hand-over is not over yet, so nothing was written. `counted`: it stood in the campaign's number of letters. */
export type ReturnAnswer = { outcome: "RETURNED"; counted: boolean } | { outcome: "AGAIN" | "IN_HAND" };

/**
 * Writes that a letter came back. It was accepted and is now known not to have arrived, which the status says as FAILED; its
 * history tells the difference to one that was refused at the door. A second report about it changes nothing.
 */
export const markLetterReturned = async (db: Db, id: string, at: Date): Promise<ReturnAnswer> => {
  const [was] = await db.prisma.$queryRaw<{ status: string; counted: boolean; returned: boolean }[]>`
    SELECT "status"::text AS status, "returnedAt" IS NOT NULL AS returned,
           ("status" = 'SENT' AND NOT "keptLocally" AND NOT "isTest") AS counted
    FROM "CampaignEmail" WHERE "id" = ${id}::uuid FOR UPDATE`;
  if (was?.status === "SENDING") return { outcome: "IN_HAND" };
  if (was === undefined || was.returned) return { outcome: "AGAIN" };
  const isOut = was.status === "SENT" || was.status === "UNCERTAIN";
  await db.prisma.campaignEmail.update({ where: { id }, data: { returnedAt: at, ...(isOut ? { status: "FAILED" } : {}) } });
  return { outcome: "RETURNED", counted: was.counted };
};

/** Writes when a person at the office first answered. */
export const markLetterAnswered = async (db: Db, id: string, at: Date): Promise<void> => {
  await db.prisma.campaignEmail.updateMany({ where: { id, answeredAt: null }, data: { answeredAt: at } });
};

/** Letters to an address that came back since then, when nobody there answered meanwhile. */
export const countReturnsOf = async (db: Db, { email, since }: { email: string; since: Date }): Promise<number> => {
  const rows = await db.prisma.$queryRaw<{ returns: number }[]>`
    SELECT CASE WHEN bool_or("answeredAt" >= ${since}) THEN 0 ELSE count(*) FILTER (WHERE "returnedAt" >= ${since}) END::int AS returns
    FROM "CampaignEmail" WHERE "recipientEmail" = ${email} AND "status" IN ('SENT', 'FAILED')`;
  return rows[0]?.returns ?? 0;
};
