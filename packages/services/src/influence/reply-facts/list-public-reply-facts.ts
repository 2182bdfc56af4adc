import { findCampaignByAnySlug, listPublicReplyFacts } from "@cml/db/influence";
import type { PublicReplyFacts, ReplyFactsOfCampaignInput } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

/** What became of the letters of a public campaign, for each representative with letters enough to say something. */
export const listReplyFactsOfCampaign = async (
  deps: Deps,
  _actor: Actor,
  { campaignSlug }: ReplyFactsOfCampaignInput,
): Promise<PublicReplyFacts[]> => {
  const campaign = await findCampaignByAnySlug(deps.db, campaignSlug);
  if (campaign === null || campaign.status === "DRAFT") throw new AppError("NOT_FOUND", "campaign.notFound");
  return listPublicReplyFacts(deps.db, campaign.id);
};
