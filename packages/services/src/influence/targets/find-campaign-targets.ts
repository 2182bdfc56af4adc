import {
  type Campaign,
  type CampaignLookUpInput,
  type CampaignTargets,
  type FixedTargetsInput,
  lookUpLimit,
  type ResolvedTarget,
  type Target,
} from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { hotAnswer } from "../../platform/hot-answers";
import { requireRoom } from "../../platform/require-room";
import { openCampaign } from "./open-campaign";
import { type ResolvedTargets, resolveTargets } from "./resolve-targets";

/** The people a supporter of this postal code may write to in this campaign. */
export const findCampaignTargets = async (
  deps: Deps,
  actor: Actor,
  { campaignSlug, ...place }: CampaignLookUpInput,
): Promise<CampaignTargets> => {
  await requireRoom(deps, `look-up:ip:${actor.ipHash}`, lookUpLimit);
  const campaign = await hotAnswer(deps, `campaign:${campaignSlug}`, () => openCampaign(deps, campaignSlug));
  return shownTargets(campaign, await resolveTargets(deps, actor, { campaign, ...place }));
};

/**
 * The same for a campaign whose targets do not depend on a place: a whole council, people on its list. It counts as no
 * look-up: no code is asked about, and a page drawn for somebody must not use up what she may ask.
 */
export const findFixedTargets = async (deps: Deps, actor: Actor, { campaignSlug, locale }: FixedTargetsInput): Promise<CampaignTargets> =>
  hotAnswer(deps, `fixed-targets:${locale}:${campaignSlug}`, async () => {
    const campaign = await openCampaign(deps, campaignSlug);
    return shownTargets(campaign, await resolveTargets(deps, actor, { campaign, postalCode: null, districts: [], locale }));
  });

/** What of the people is told to the public: addresses only where a supporter's own mail program needs them. */
export const shownTargets = (campaign: Campaign, { targets, ...found }: ResolvedTargets): CampaignTargets => ({
  ...found,
  targets: targets.map((one) => toTarget(one, campaign.allowMailtoLink)),
});

const toTarget = (
  { ids: _ids, firstName: _first, lastName: _last, gender: _gender, ...target }: ResolvedTarget,
  showEmail: boolean,
): Target => ({
  ...target,
  email: showEmail ? target.email : null,
});
