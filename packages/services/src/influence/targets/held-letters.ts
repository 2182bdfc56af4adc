import { transaction } from "@cml/db";
import { cancelHeld, findTargetState, letGo, listHeldLetters as listStored } from "@cml/db/influence";
import { type DecideHeldInput, type HeldLetters, heldShownAtMost, type ListHeldInput } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { lockOwnedCampaign, ownedCampaign } from "../campaigns/owned-campaign";
import { announceLetters, noteLetters } from "./letters-of-target";

/** Letters to one person that wait because of what was decided about her. */
export const listHeldLetters = async (deps: Deps, actor: Actor, { campaignId, recipientKey }: ListHeldInput): Promise<HeldLetters> => {
  await ownedCampaign(deps.db, actor, campaignId);
  const thanked = await isThanked(deps.db, campaignId, recipientKey);
  if (thanked === null) return { letters: [], total: 0 };
  return listStored(deps.db, { campaignId, recipientKey, thanked }, heldShownAtMost);
};

/** Ends the waiting of such letters, of all or of those named: they leave after all, or never. */
export const decideHeld = (
  deps: Deps,
  actor: Actor,
  { campaignId, recipientKey, decision, ids: named }: DecideHeldInput,
): Promise<{ letters: number }> =>
  transaction(deps.db, async (db) => {
    const campaign = await lockOwnedCampaign(db, actor, campaignId);
    const thanked = await isThanked(db, campaignId, recipientKey);
    if (thanked === null) return { letters: 0 };
    const held = { campaignId, recipientKey, thanked, ids: named };
    const ids = decision === "LET_GO" ? await letGo(db, held, deps.clock.now()) : await cancelHeld(db, held);
    await noteLetters(deps, actor, { db, kind: decision === "LET_GO" ? "RELEASED" : "CANCELLED", ids, words: null });
    await recordAudit(db, {
      actor,
      action: "target.decide-held",
      entity: "Campaign",
      entityId: campaign.id,
      facts: { decision, letters: ids.length },
    });
    await announceLetters(deps, db, campaign);
    return { letters: ids.length };
  });

/** Null where letters to her wait for no decision. */
const isThanked = async (db: Deps["db"], campaignId: string, recipientKey: string): Promise<boolean | null> => {
  const handling = (await findTargetState(db, campaignId, recipientKey))?.handling ?? "WRITE";
  return handling === "WRITE" ? null : handling === "THANK";
};
