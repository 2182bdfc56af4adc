import { findCampaignByAnySlug } from "@cml/db/influence";
import { type Campaign, type CampaignTargets, lookUpLimit, type PreviewTargetsInput, sampleSupporters } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { ownedCampaign } from "../campaigns/owned-campaign";
import { linkedCampaign } from "../campaigns/preview-campaign";
import { shownTargets } from "./find-campaign-targets";
import { resolveTargets } from "./resolve-targets";

/**
 * Whom one of the five sample supporters would write to, whatever state the campaign is in. Only their codes are looked up:
 * a private link is no way around the published page.
 */
export const previewTargets = async (deps: Deps, actor: Actor, input: PreviewTargetsInput): Promise<CampaignTargets> => {
  const { postalCode, districts, locale } = input;
  await requireRoom(deps, `look-up:ip:${actor.ipHash}`, lookUpLimit);
  const campaign = await previewed(deps, actor, input);
  if (postalCode !== null && !sampleSupporters.some((sample) => sample.postalCode === postalCode))
    throw new AppError("INVALID", "sample.onlySamples");
  return shownTargets(campaign, await resolveTargets(deps, actor, { campaign, postalCode, districts, locale }));
};

const previewed = async (deps: Deps, actor: Actor, { slug, token }: PreviewTargetsInput): Promise<Campaign> => {
  if (token !== null) return linkedCampaign(deps, { slug, token });
  const campaign = await findCampaignByAnySlug(deps.db, slug);
  if (campaign === null) throw new AppError("NOT_FOUND", "campaign.notFound");
  return ownedCampaign(deps.db, actor, campaign.id);
};
