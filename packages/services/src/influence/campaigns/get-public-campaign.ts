import { findCampaignByAnySlug, hasAreaRecipients } from "@cml/db/influence";
import { type PublicCampaign, type PublicCampaignInput, toPublicCampaign } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

/** The campaign's page; a draft has none. A former slug finds it too: the answer's slug is the one to redirect to. */
export const getPublicCampaign = async (deps: Deps, _actor: Actor, { slug, locale }: PublicCampaignInput): Promise<PublicCampaign> => {
  const campaign = await findCampaignByAnySlug(deps.db, slug);
  const shown = campaign === null ? null : toPublicCampaign(campaign, locale, deps.clock.now());
  if (campaign === null || shown === null) throw new AppError("NOT_FOUND", "campaign.notFound");
  // People tied to an area are found by the postal code too, whatever the rules say.
  return { ...shown, needsPostalCode: shown.needsPostalCode || (await hasAreaRecipients(deps.db, campaign.id)) };
};
