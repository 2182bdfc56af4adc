import { listOfficesOf } from "@cml/db/influence";
import type { OfficesOfCampaign, OfficesOfInput } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { ownedCampaign } from "../campaigns/owned-campaign";

const mostOffices = 200;

/** What the offices of a campaign did and want, for its organisers. */
export const listOffices = async (deps: Deps, actor: Actor, { campaignId }: OfficesOfInput): Promise<OfficesOfCampaign> => {
  await ownedCampaign(deps.db, actor, campaignId);
  return listOfficesOf(deps.db, campaignId, mostOffices);
};
