import { transaction, type Db } from "@cml/db";
import { insertCampaign } from "@cml/db/influence";
import { type Campaign, type CreateCampaignInput, levelsOfRules, rulesOf, slugCandidate } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { checkSettings } from "./check-settings";

/** A new draft of the actor's; its slug comes from the title, numbered when taken. */
export const createCampaign = (deps: Deps, actor: Actor, input: CreateCampaignInput): Promise<Campaign> =>
  transaction(deps.db, (db) => insertWithFreeSlug(deps, actor, { db, input }));

export const insertWithFreeSlug = async (
  deps: Deps,
  actor: Actor,
  { db, input }: { db: Db; input: CreateCampaignInput },
): Promise<Campaign> => {
  checkSettings(input);
  const draft = {
    ...input,
    // For the list's filter: what the rules reach.
    targetGovernmentLevels: levelsOfRules(rulesOf(input)),
    id: deps.newId(),
    createdByUserId: actor.kind === "user" ? actor.userId : null,
    now: deps.clock.now(),
  };
  for (let attempt = 1; attempt <= 200; attempt += 1) {
    const campaign = await insertCampaign(db, { ...draft, slug: slugCandidate(input.title, attempt) });
    if (campaign !== null) return campaign;
  }
  throw new AppError("CONFLICT", "campaign.slugTaken");
};
