import { readSendingOverview } from "@cml/db/influence";
import { type LetterScope, lostJobSeconds, ownerFilter, type SendingOverview } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { ownedCampaign } from "../campaigns/owned-campaign";

/** Where the letters of one campaign, or of all the actor may see, are at this moment. */
export const getSendingOverview = async (deps: Deps, actor: Actor, { campaignId }: LetterScope): Promise<SendingOverview> => {
  if (campaignId !== null) await ownedCampaign(deps.db, actor, campaignId);
  const now = deps.clock.now();
  const lostBefore = new Date(now.getTime() - lostJobSeconds * 1_000);
  return readSendingOverview(deps.db, { campaignId, ownerId: ownerFilter(actor), now, lostBefore });
};
