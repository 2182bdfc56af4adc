import { listCampaigns as listRows } from "@cml/db/influence";
import { type CampaignSummary, type ListCampaignsInput, ownerFilter } from "@cml/domain/influence";
import type { Actor, Page } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

/** Administrators of campaigns see all, or one owner's; others their own whatever they ask. */
export const listCampaigns = (deps: Deps, actor: Actor, { ownerId, ...input }: ListCampaignsInput): Promise<Page<CampaignSummary>> =>
  listRows(deps.db, ownerFilter(actor) ?? ownerId, input);
