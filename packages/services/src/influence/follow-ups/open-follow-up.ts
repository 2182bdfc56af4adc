import type { Db } from "@cml/db";
import { insertFollowUp } from "@cml/db/influence";
import { followUpDueFrom, type WaitingLetters } from "@cml/domain/influence";
import type { Deps } from "../../deps";
import { followUpHashOf, followUpTokenOf } from "./follow-up-tokens";

/**
 * Remembers that the writer of a submission wants to know how it ends, in the transaction that keeps her consent. When she is
 * asked what became of her letters is settled when it seems due: they may leave much later.
 */
export const openFollowUp = async (deps: Deps, db: Db, waiting: WaitingLetters): Promise<void> => {
  const { campaignId, submissionId, email, locale } = waiting;
  const id = deps.newId();
  const tokenHash = followUpHashOf(deps, followUpTokenOf(deps, id));
  await insertFollowUp(db, { id, campaignId, submissionId, email, locale, tokenHash, ...followUpDueFrom(deps.clock.now()) });
};
