import { transaction } from "@cml/db";
import { type AnswerableLetter, findCampaign, lockAnswerableLetters, markOpenAgain, markSentByWriter } from "@cml/db/influence";
import { addCounterDelta } from "@cml/db/platform";
import { type AnsweredSent, type AnswerSentInput, letterLimits } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { announceLetters } from "../campaign-emails/announce-letters";
import { claimedKey, openedKey } from "../campaign-emails/once-keys";
import { receiptHashOf } from "../campaign-emails/receipt-tokens";

/**
 * The answer to "Did you send it?": a yes makes a letter SENT and counts it once, however many tabs say so; a no, like
 * silence, leaves it CLICKED, and takes an earlier yes back. Letters of other receipts are not touched.
 */
export const answerSent = async (deps: Deps, actor: Actor, { receiptToken, letterIds, sent }: AnswerSentInput): Promise<AnsweredSent> => {
  await requireRoom(deps, `receipt-answer:ip:${actor.ipHash}`, letterLimits.receipt);
  const now = deps.clock.now();
  const answered = await transaction(deps.db, async (db) => {
    const letters = await lockAnswerableLetters(db, { receiptTokenHash: receiptHashOf(deps, receiptToken), ids: letterIds });
    const [first] = letters;
    const campaign = first === undefined ? null : await findCampaign(db, first.campaignId);
    if (campaign === null) throw new AppError("NOT_FOUND", "letter.linkUnknown");
    let change = 0;
    for (const letter of letters.filter(({ status }) => status === (sent ? "CLICKED" : "SENT"))) {
      const scope = scopeOf(letter);
      if (!sent) await markOpenAgain(db, { id: letter.id, onceKey: openedKey(deps, scope) });
      const sender = campaign.allowRepeatLetters ? null : letter.userEmail;
      const changed = !sent || (await markSentByWriter(db, { id: letter.id, onceKey: claimedKey(deps, scope, sender), now }));
      if (changed) change += sent ? 1 : -1;
    }
    if (change !== 0 && !campaign.isDemo)
      await addCounterDelta(db, { counter: "Campaign.emailCount", entityId: campaign.id, delta: change });
    const sentBefore = letters.filter(({ status }) => status === "SENT").length;
    return { campaignId: campaign.id, sent: sentBefore + change, open: letters.length - sentBefore - change };
  });
  await announceLetters(deps, answered.campaignId);
  return { sent: answered.sent, open: answered.open };
};

const scopeOf = ({ campaignId, submissionId, id, recipientEmail, recipientKey }: AnswerableLetter) => ({
  campaignId,
  submissionId: submissionId ?? id,
  recipient: { recipientEmail, recipientKey },
});
