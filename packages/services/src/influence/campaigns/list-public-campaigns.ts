import { listActiveCampaigns } from "@cml/db/influence";
import { type ListPublicCampaignsInput, type PublicCampaignSummary, toPublicCampaign } from "@cml/domain/influence";
import type { Actor, Page } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

export const listPublicCampaigns = async (
  deps: Deps,
  _actor: Actor,
  { locale, ...page }: ListPublicCampaignsInput,
): Promise<Page<PublicCampaignSummary>> => {
  const { items, ...rest } = await listActiveCampaigns(deps.db, page);
  return { ...rest, items: items.flatMap((campaign) => toPublicCampaign(campaign, locale) ?? []) };
};
