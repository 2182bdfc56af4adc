import type { CampaignTarget } from "@cml/domain/influence";
import type { Db } from "../client";

/** What staff know and decided about a campaign's targets, by name. */
export const listTargetStates = (db: Db, campaignId: string): Promise<CampaignTarget[]> =>
  db.prisma.campaignTarget.findMany({ where: { campaignId }, orderBy: [{ name: "asc" }, { id: "asc" }], omit: { updatedAt: true } });

export const findTargetState = (db: Db, campaignId: string, recipientKey: string): Promise<CampaignTarget | null> =>
  db.prisma.campaignTarget.findUnique({ where: { campaignId_recipientKey: { campaignId, recipientKey } }, omit: { updatedAt: true } });

/** Writes what is decided about one target; the row is made when there is none. */
export const saveTargetState = async (db: Db, { id, ...state }: CampaignTarget): Promise<void> => {
  const { campaignId, recipientKey } = state;
  await db.prisma.campaignTarget.upsert({
    where: { campaignId_recipientKey: { campaignId, recipientKey } },
    create: { id, ...state },
    update: state,
  });
};
