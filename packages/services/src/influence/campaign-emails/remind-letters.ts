import { transaction } from "@cml/db";
import { findCampaign, listUnreminded, markReminded } from "@cml/db/influence";
import { reminderDueAt } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { queueConfirmation } from "./ask-to-confirm";
import { readWaitingLetters } from "./confirm-letters";

const furthestAheadMs = 48 * 3_600_000;

/** Mails the one reminder to everybody whose letter still waits for its confirmation and soon will be deleted. */
export const remindOfLetters = async (deps: Deps, _actor: Actor): Promise<{ reminded: number }> => {
  const now = deps.clock.now();
  const waiting = await listUnreminded(deps.db, { now, endsBefore: new Date(now.getTime() + furthestAheadMs + 1) });
  let reminded = 0;
  for (const verification of waiting) {
    const dueAt = reminderDueAt(verification);
    if (dueAt === null || dueAt > now || verification.campaignId === null || verification.tempCampaignData === null) continue;
    const letters = readWaitingLetters(verification.tempCampaignData);
    const campaign = await findCampaign(deps.db, verification.campaignId);
    // A link for boxes only is a question that was answered by silence.
    if (campaign === null || letters.letters.length === 0) continue;
    const { id, expiresAt } = verification;
    await transaction(deps.db, async (db) => {
      if (!(await markReminded(db, id, now))) return;
      await queueConfirmation(deps, db, { templateKey: "letter-reminder", campaign, waiting: letters, id, expiresAt });
      reminded += 1;
    });
  }
  return { reminded };
};
