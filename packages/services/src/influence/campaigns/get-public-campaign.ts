import { findCampaignByAnySlug } from "@cml/db/influence";
import { type PublicCampaign, type PublicCampaignInput, toPublicCampaign } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

/** The campaign's page; a draft has none. A former slug finds it too: the answer's slug is the one to redirect to. */
export const getPublicCampaign = async (deps: Deps, _actor: Actor, { slug, locale }: PublicCampaignInput): Promise<PublicCampaign> => {
  const campaign = await findCampaignByAnySlug(deps.db, slug);
  const shown = campaign === null ? null : toPublicCampaign(campaign, locale, deps.clock.now());
  if (shown === null) throw new AppError("NOT_FOUND", "campaign.notFound");
  return shown;
};
