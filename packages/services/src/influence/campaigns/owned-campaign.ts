import { findCampaign, lockCampaign } from "@cml/db/influence";
import type { Db } from "@cml/db";
import { canSeeCampaign, type Campaign } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";

/** The campaign, or NOT_FOUND: another person's campaign looks the same as none. */
export const ownedCampaign = async (db: Db, actor: Actor, id: string): Promise<Campaign> => check(actor, await findCampaign(db, id));

/** The same, holding its row until the transaction ends. */
export const lockOwnedCampaign = async (db: Db, actor: Actor, id: string): Promise<Campaign> => check(actor, await lockCampaign(db, id));

const check = (actor: Actor, campaign: Campaign | null): Campaign => {
  if (campaign === null || !canSeeCampaign(actor, campaign)) throw new AppError("NOT_FOUND", "campaign.notFound");
  return campaign;
};
