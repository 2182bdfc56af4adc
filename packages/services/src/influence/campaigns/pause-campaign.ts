import { transaction } from "@cml/db";
import type { Campaign } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { changeStatus } from "./change-status";
import { lockOwnedCampaign } from "./owned-campaign";

/** The page stays without its form; letters that wait go on waiting. */
export const pauseCampaign = (deps: Deps, actor: Actor, { id }: { id: string }): Promise<Campaign> =>
  transaction(deps.db, async (db) => changeStatus(deps, db, { campaign: await lockOwnedCampaign(db, actor, id), to: "PAUSED" }));
