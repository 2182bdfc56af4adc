import { afterCommit, type Db } from "@cml/db";
import { updateCampaign } from "@cml/db/influence";
import { canChangeStatus, type Campaign, type CampaignStatus } from "@cml/domain/influence";
import { AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

/** Moves a locked campaign on, or says why it cannot. */
export const changeStatus = async (deps: Deps, db: Db, { campaign, to }: { campaign: Campaign; to: CampaignStatus }): Promise<Campaign> => {
  if (!canChangeStatus(campaign.status, to))
    throw new AppError("CONFLICT", campaign.status === "ARCHIVED" ? "campaign.archived" : "campaign.statusChanged");
  const now = deps.clock.now();
  const publishedAt = to === "ACTIVE" ? (campaign.publishedAt ?? now) : campaign.publishedAt;
  const changed = await updateCampaign(db, campaign.id, { status: to, publishedAt, updatedAt: now });
  await afterCommit(db, () => deps.events.publish({ type: "campaign.changed", campaignId: changed.id, slug: changed.slug }));
  return changed;
};
