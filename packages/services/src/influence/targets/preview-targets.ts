import { type CampaignTargets, lookUpLimit, type PreviewTargetsInput } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { shownTargets } from "./find-campaign-targets";
import { previewedCampaign, sampleAt } from "./previewed-campaign";
import { resolveTargets } from "./resolve-targets";

/** Whom one of the five sample supporters would write to, whatever state the campaign is in. Only their codes are looked up. */
export const previewTargets = async (deps: Deps, actor: Actor, input: PreviewTargetsInput): Promise<CampaignTargets> => {
  const { postalCode, districts, locale } = input;
  await requireRoom(deps, `look-up:ip:${actor.ipHash}`, lookUpLimit);
  const campaign = await previewedCampaign(deps, actor, input);
  if (postalCode !== null) sampleAt(postalCode);
  return shownTargets(campaign, await resolveTargets(deps, actor, { campaign, postalCode, districts, locale }));
};
