import { type Changed, type LetterChoice } from "@cml/db/influence";
import { type ChangedLetters, type ChosenLetters, ownerFilter } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { AuditAction } from "@cml/domain/platform";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { announceLetters } from "../campaign-emails/announce-letters";
import { queueRelease } from "../campaign-emails/queue-release";
import { ownedCampaign } from "../campaigns/owned-campaign";

type Deed = { now: Date; byUserId: string | null };
type Work = { chosen: ChosenLetters; action: AuditAction; act: (choice: LetterChoice, deed: Deed) => Promise<Changed> };

/** Does something to letters the actor may see, writes down who did it, and tells the screens. */
export const changeLetters = async (deps: Deps, actor: Actor, { chosen, action, act }: Work): Promise<ChangedLetters> => {
  const { campaignId, ids } = chosen;
  if (campaignId !== null) await ownedCampaign(deps.db, actor, campaignId);
  const deed = { now: deps.clock.now(), byUserId: actor.kind === "user" ? actor.userId : null };
  const { changed, ids: changedIds, campaignIds } = await act({ campaignId, ids, ownerId: ownerFilter(actor) }, deed);
  if (changed > 0) {
    await recordAudit(deps.db, { actor, action, entity: "CampaignEmail", entityId: campaignId, facts: { letters: changed } });
    await queueRelease(deps);
    for (const id of campaignIds) await announceLetters(deps, id);
  }
  return { changed, ids: changedIds };
};
