import { transaction } from "@cml/db";
import type { Campaign } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { changeStatus } from "./change-status";
import { lockOwnedCampaign } from "./owned-campaign";

/** For good: an archived campaign keeps its page and never comes back. */
export const archiveCampaign = (deps: Deps, actor: Actor, { id }: { id: string }): Promise<Campaign> =>
  transaction(deps.db, async (db) => changeStatus(deps, db, { campaign: await lockOwnedCampaign(db, actor, id), to: "ARCHIVED" }));
