import { listActiveCampaigns } from "@cml/db/influence";
import { type ListPublicCampaignsInput, type PublicCampaignSummary, toPublicCampaign } from "@cml/domain/influence";
import type { Actor, Page } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

/** Campaigns people can act in, highlighted ones first; those past their end keep only their own page. */
export const listPublicCampaigns = async (
  deps: Deps,
  _actor: Actor,
  { locale, ...page }: ListPublicCampaignsInput,
): Promise<Page<PublicCampaignSummary>> => {
  const now = deps.clock.now();
  const { items, ...rest } = await listActiveCampaigns(deps.db, { ...page, now });
  return { ...rest, items: items.flatMap((campaign) => toPublicCampaign(campaign, locale, now) ?? []) };
};
