import type { Campaign } from "@cml/domain/influence";
import type { Locale } from "@cml/domain/kernel";
import type { Db } from "../client";
import { toCampaign } from "./campaigns";

export type WaitingForRecipient = { waiting: number; held: number; sent: number };

// Waits that no hour and no rate ends: a person decides.
const heldForGood = ["TARGET_SKIPPED", "RECIPIENT_PARKED", "NO_SITTING_MEMBERS"] as const;

/** For each recipient with waiting letters: how many wait, are held until a person decides, and left already. */
export const countWaitingByRecipient = async (db: Db, campaignId: string): Promise<WaitingForRecipient[]> => {
  const { rows } = await db.pool.query<WaitingForRecipient>(
    `SELECT count(*) FILTER (WHERE "status" = 'QUEUED')::int AS waiting,
            count(*) FILTER (WHERE "status" = 'QUEUED' AND "heldReason" = ANY ($2))::int AS held,
            count(*) FILTER (WHERE "status" IN ('SENDING', 'SENT', 'UNCERTAIN'))::int AS sent
     FROM "CampaignEmail" e WHERE "campaignId" = $1 AND "emailMethod" = 'SMTP' AND NOT "isTest"
     GROUP BY "recipientEmail" HAVING bool_or("status" = 'QUEUED')`,
    [campaignId, heldForGood],
  );
  return rows;
};

/** Campaigns with a deadline ahead and letters that wait. */
export const listCampaignsBeforeDeadline = async (db: Db, now: Date): Promise<Campaign[]> => {
  const rows = await db.prisma.campaign.findMany({
    where: {
      status: { in: ["ACTIVE", "PAUSED"] },
      isDemo: false,
      OR: [{ submissionDeadline: { gt: now } }, { submissionDeadline: null, decisionAt: { gt: now } }],
      emails: { some: { status: "QUEUED", isTest: false } },
    },
  });
  return rows.map(toCampaign);
};

/** Who made a campaign, with an address to write to; null when the account is gone. */
export const findCampaignOwner = async (db: Db, userId: string): Promise<{ name: string; email: string; locale: Locale | null } | null> => {
  const user = await db.prisma.user.findUnique({ where: { id: userId }, select: { name: true, email: true, locale: true, status: true } });
  if (user === null || user.email === null || user.status !== "ACTIVE") return null;
  return { name: user.name, email: user.email, locale: user.locale };
};
