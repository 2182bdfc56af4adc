import { findWallRow } from "@cml/db/influence";
import type { GetWallResponseInput, OnWall } from "@cml/domain/influence";
import { type Actor, AppError, localized } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { wallCampaign } from "./wall-campaign";
import { toWallResponses } from "./wall-faces";

/** One response for its own page, to be shared; also while its wall gathers the first three. */
export const getWallResponse = async (deps: Deps, actor: Actor, { campaignSlug, id }: GetWallResponseInput): Promise<OnWall> => {
  const campaign = await wallCampaign(deps, campaignSlug);
  const row = await findWallRow(deps.db, { campaignId: campaign.id, id });
  const [response] = row === null ? [] : await toWallResponses(deps, actor, [row]);
  if (response === undefined) throw new AppError("NOT_FOUND", "response.notFound");
  return { campaignTitle: localized(campaign, "title", actor.locale), response };
};
