import { findCampaignByAnySlug } from "@cml/db/influence";
import type { Campaign } from "@cml/domain/influence";
import { AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

/** A published campaign that has a wall, also when it is paused or over: answers come late. */
export const wallCampaign = async (deps: Pick<Deps, "db">, slug: string): Promise<Campaign> => {
  const campaign = await findCampaignByAnySlug(deps.db, slug);
  if (campaign === null || campaign.status === "DRAFT") throw new AppError("NOT_FOUND", "campaign.notFound");
  if (!campaign.showResponseWall) throw new AppError("CONFLICT", "response.wallOff");
  return campaign;
};
