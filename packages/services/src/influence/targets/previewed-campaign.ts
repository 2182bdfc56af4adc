import { findCampaignByAnySlug } from "@cml/db/influence";
import { type Campaign, type SampleSupporter, sampleSupporters, type ShownWords } from "@cml/domain/influence";
import { type Actor, AppError, type Locale } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { ownedCampaign } from "../campaigns/owned-campaign";
import { linkedCampaign } from "../campaigns/preview-campaign";

type Asked = { slug: string; token: string | null };

/** A campaign in any state, for who holds its private link or works on it. */
export const previewedCampaign = async (deps: Deps, actor: Actor, { slug, token }: Asked): Promise<Campaign> => {
  if (token !== null) return linkedCampaign(deps, { slug, token });
  const campaign = await findCampaignByAnySlug(deps.db, slug);
  if (campaign === null) throw new AppError("NOT_FOUND", "campaign.notFound");
  return ownedCampaign(deps.db, actor, campaign.id);
};

/** The campaign as the page shows it: its words there are newer than the stored ones. */
export const asShown = (campaign: Campaign, shown: ShownWords, locale: Locale): Campaign => {
  const { askStreet, ...words } = shown;
  return { ...campaign, askStreet, translations: { ...campaign.translations, [locale]: words } };
};

/** Who lives at a code in a preview, INVALID for any other: a private link is no way around the published page. */
export const sampleAt = (postalCode: string): SampleSupporter => {
  const sample = sampleSupporters.find((one) => one.postalCode === postalCode);
  if (sample === undefined) throw new AppError("INVALID", "sample.onlySamples");
  return sample;
};
