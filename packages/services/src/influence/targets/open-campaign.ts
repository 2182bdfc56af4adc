import { findCampaignBySlug } from "@cml/db/influence";
import { type Campaign, isCampaignOpen } from "@cml/domain/influence";
import { AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

/** A live campaign by its slug; a paused, ended or archived one is closed, a draft is not there. */
export const openCampaign = async (deps: Pick<Deps, "db" | "clock">, slug: string): Promise<Campaign> => {
  const campaign = await findCampaignBySlug(deps.db, slug);
  if (campaign === null || campaign.status === "DRAFT") throw new AppError("NOT_FOUND", "campaign.notFound");
  if (!isCampaignOpen(campaign, deps.clock.now())) throw new AppError("CONFLICT", "campaign.closed");
  return campaign;
};
