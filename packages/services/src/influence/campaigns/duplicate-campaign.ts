import { transaction } from "@cml/db";
import { type Campaign, createCampaignInput } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { insertWithFreeSlug } from "./create-campaign";
import { ownedCampaign } from "./owned-campaign";

/** A new draft of the actor's with the same texts and flags; counts, dates and letters stay behind. */
export const duplicateCampaign = (deps: Deps, actor: Actor, { id }: { id: string }): Promise<Campaign> =>
  transaction(deps.db, async (db) => {
    const original = await ownedCampaign(db, actor, id);
    const copied = Object.fromEntries(Object.keys(createCampaignInput.shape).map((field) => [field, original[field as keyof Campaign]]));
    return insertWithFreeSlug(deps, actor, { db, input: createCampaignInput.parse({ ...copied, sendFrom: null, sendUntil: null }) });
  });
