import { listCampaignOwners as listRows } from "@cml/db/influence";
import { type CampaignOwner, ownerFilter } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

/** Whose campaigns there are, for those who see all; others are told of nobody. */
export const listCampaignOwners = async (deps: Deps, actor: Actor): Promise<CampaignOwner[]> =>
  ownerFilter(actor) === null ? listRows(deps.db) : [];
