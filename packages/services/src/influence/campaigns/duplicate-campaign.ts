import { transaction } from "@cml/db";
import { copyTargetWork } from "@cml/db/influence";
import { type Campaign, createCampaignInput, governmentLevels } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { insertWithFreeSlug } from "./create-campaign";
import { ownedCampaign } from "./owned-campaign";

/**
 * A new draft of the actor's with the same texts, flags, own recipients, positions and letter versions; counts, dates, the
 * outcome and letters stay behind.
 */
export const duplicateCampaign = (deps: Deps, actor: Actor, { id }: { id: string }): Promise<Campaign> =>
  transaction(deps.db, async (db) => {
    const original = await ownedCampaign(db, actor, id);
    const copied = Object.fromEntries(Object.keys(createCampaignInput.shape).map((field) => [field, original[field as keyof Campaign]]));
    const levels = original.targetGovernmentLevels;
    const input = createCampaignInput.parse({
      ...copied,
      // A campaign of named people reaches no level; its rules say so again when it is stored.
      targetGovernmentLevels: levels.length === 0 ? governmentLevels.slice(0, 1) : levels,
      translations: original.translations === null ? null : withoutOutcome(original.translations),
      outcome: null,
      ...{ sendFrom: null, sendUntil: null, endsAt: null, decisionAt: null, submissionDeadline: null },
    });
    const copy = await insertWithFreeSlug(deps, actor, { db, input });
    await copyTargetWork(db, { from: original.id, to: copy });
    return copy;
  });

const withoutOutcome = (translations: NonNullable<Campaign["translations"]>) =>
  Object.fromEntries(Object.entries(translations).map(([locale, { outcome: _outcome, ...texts }]) => [locale, texts]));
