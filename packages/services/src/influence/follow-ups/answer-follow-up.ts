import { transaction } from "@cml/db";
import { reportLetter, updateFollowUp } from "@cml/db/influence";
import { type AnsweredFollowUp, type AnswerFollowUpInput, canBeReplyDay, hasLeft, letterLimits } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { announceLetters } from "../campaign-emails/announce-letters";
import { followedLetters } from "./followed-letters";
import { followUpOf } from "./get-follow-up";
import { localDays } from "./local-day";

/**
 * Writes down what became of letters, as their writer says it; saying it again changes it. Only letters of the link's own
 * submission are touched, and only such as have left. A day is kept where there was a reply.
 */
export const answerFollowUp = async (deps: Deps, actor: Actor, { token, answers }: AnswerFollowUpInput): Promise<AnsweredFollowUp> => {
  await requireRoom(deps, `receipt-answer:ip:${actor.ipHash}`, letterLimits.receipt);
  const followUp = await followUpOf(deps, token);
  const at = deps.clock.now();
  const dayOf = await localDays(deps);
  const today = dayOf(at);
  await transaction(deps.db, async (db) => {
    const { letters } = await followedLetters(deps, db, followUp.submissionId);
    for (const { letterId, outcome, repliedOn } of answers) {
      const letter = letters.find(({ id }) => id === letterId);
      if (letter === undefined || !hasLeft(letter) || letter.leftAt === null) throw new AppError("NOT_FOUND", "letter.linkUnknown");
      const day = outcome === "NOTHING" ? null : repliedOn;
      if (day !== null && !canBeReplyDay(day, { handedOverOn: dayOf(letter.leftAt), today })) throw new AppError("INVALID", "followUp.day");
      await reportLetter(db, { letterId, outcome, repliedOn: day, at, followUpId: followUp.id });
    }
    await updateFollowUp(db, followUp.id, { answeredAt: followUp.answeredAt ?? at });
  });
  await announceLetters(deps, followUp.campaignId);
  return { reported: answers.length };
};
