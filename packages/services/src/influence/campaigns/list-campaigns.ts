import { listCampaigns as listRows } from "@cml/db/influence";
import { type Campaign, type ListCampaignsInput, ownerFilter } from "@cml/domain/influence";
import type { Actor, Page } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

/** Administrators of campaigns see all, others their own. */
export const listCampaigns = (deps: Deps, actor: Actor, input: ListCampaignsInput): Promise<Page<Campaign>> =>
  listRows(deps.db, ownerFilter(actor), input);
