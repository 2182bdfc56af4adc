import { findCampaignBySlug } from "@cml/db/influence";
import {
  type Campaign,
  type CampaignLookUpInput,
  type CampaignTargets,
  type LookUp,
  lookUpLimit,
  type Representative,
  type Target,
} from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { lookUpForCampaign } from "./look-up-for-campaign";

/** The people a supporter of this postal code would write to in this campaign. */
export const findCampaignTargets = async (
  deps: Deps,
  actor: Actor,
  { campaignSlug, postalCode }: CampaignLookUpInput,
): Promise<CampaignTargets> => {
  await requireRoom(deps, `look-up:ip:${actor.ipHash}`, lookUpLimit);
  const campaign = await openCampaign(deps, campaignSlug);
  const lookUp = await lookUpForCampaign(deps, actor, { campaign, postalCode });
  if (!lookUp.known) throw new AppError("NOT_FOUND", "representative.unknownPostalCode");
  const targets = targetsOf(campaign, lookUp);
  const levels = campaign.targetGovernmentLevels;
  return {
    postalCode,
    city: lookUp.city,
    province: lookUp.province,
    targets: targets.map((one) => toTarget(one, campaign.allowMailtoLink)),
    splitLevels: lookUp.splitLevels.filter((level) => levels.includes(level)),
    emptyLevels: levels.filter((level) => !targets.some((one) => one.level === level)),
  };
};

/** A live campaign by its slug; a paused or archived one is closed, a draft is not there. */
export const openCampaign = async (deps: Pick<Deps, "db">, slug: string): Promise<Campaign> => {
  const campaign = await findCampaignBySlug(deps.db, slug);
  if (campaign === null || campaign.status === "DRAFT") throw new AppError("NOT_FOUND", "campaign.notFound");
  if (campaign.status !== "ACTIVE") throw new AppError("CONFLICT", "campaign.closed");
  return campaign;
};

export const targetsOf = (
  campaign: Pick<Campaign, "targetGovernmentLevels">,
  { representatives }: Pick<LookUp, "representatives">,
): Representative[] => representatives.filter((one) => campaign.targetGovernmentLevels.includes(one.level));

const toTarget = (one: Representative, showEmail: boolean): Target => ({
  id: one.id,
  name: one.name,
  level: one.level,
  districtName: one.districtName,
  electedOffice: one.electedOffice,
  partyName: one.partyName,
  url: one.url,
  photoUrl: one.photoUrl,
  offices: one.offices,
  hasEmail: one.email !== null,
  email: showEmail ? one.email : null,
});
