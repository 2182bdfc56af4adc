import { transaction } from "@cml/db";
import { findFollowUp, stopTelling } from "@cml/db/influence";
import { letterLimits, type StopFollowUpInput, type StoppedFollowUp } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { followUpHashOf } from "./follow-up-tokens";

/**
 * No more mails about a campaign, the result's among them: the consent is withdrawn with the question. It may be taken back.
 * Unlike the question, the way out never expires.
 */
export const stopFollowUp = async (deps: Deps, actor: Actor, { token, stop }: StopFollowUpInput): Promise<StoppedFollowUp> => {
  await requireRoom(deps, `receipt-answer:ip:${actor.ipHash}`, letterLimits.receipt);
  const now = deps.clock.now();
  return transaction(deps.db, async (db) => {
    const followUp = await findFollowUp(db, followUpHashOf(deps, token));
    if (followUp === null) throw new AppError("NOT_FOUND", "letter.linkUnknown");
    const { email, campaignId, stoppedAt } = followUp;
    if ((stoppedAt !== null) !== stop) await stopTelling(db, { email, campaignId, at: now, back: stoppedAt });
    return { stopped: stop };
  });
};
