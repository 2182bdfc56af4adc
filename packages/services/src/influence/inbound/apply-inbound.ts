import type { Db } from "@cml/db";
import {
  type AddressedLetter,
  countRefusal,
  countReturnsOf,
  listDigestSiblings,
  markLetterAnswered,
  markLetterReturned,
  recordLetterEvent,
} from "@cml/db/influence";
import { addCounterDelta } from "@cml/db/platform";
import { type LetterEventKind, oneLine, parkAfter } from "@cml/domain/influence";
import { AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { forwardReply } from "./forward-reply";
import type { InboundEffect } from "./inbound-effect";

/**
 * What a mail changes about its letter, in the caller's transaction: its history, its state, the campaign's number, and a copy
 * for the supporter. Throws CONFLICT while the letter is still being handed over: the report was faster than the hand-over.
 */
export const applyInbound = async (deps: Deps, db: Db, effect: InboundEffect): Promise<void> => {
  const { letter, mail, sorted, at, forwards, byUserId = null } = effect;
  const record = (kind: LetterEventKind, words: string | null) => recordLetterEvent(db, { letterId: letter.id, kind, at, words, byUserId });
  switch (sorted.kind) {
    case "BOUNCE":
      await returned(db, letter, at);
      await record("RETURNED", sorted.words);
      return returnedTogether(db, effect);
    case "DELAY":
      return record("DELAYED", sorted.words);
    case "AUTO_REPLY":
      return record("AUTO_REPLY", oneLine(mail.subject));
    case "REPLY":
      await markLetterAnswered(db, letter.id, at);
      await record("REPLY", oneLine(mail.subject));
      if (forwards) await forwardReply(deps, db, effect);
      return;
    case "UNSORTED":
      return;
  }
};

const returned = async (db: Db, letter: Pick<AddressedLetter, "id" | "campaignId">, at: Date): Promise<void> => {
  const answer = await markLetterReturned(db, letter.id, at);
  if (answer.outcome === "IN_HAND") throw new AppError("CONFLICT", "inbound.letterInHand");
  // The public number counts letters that were handed over and did not come back.
  if (answer.outcome === "RETURNED" && answer.counted)
    await addCounterDelta(db, { counter: "Campaign.emailCount", entityId: letter.campaignId, delta: -1 });
};

/** One mail may have brought an office the letters of a week: none of them arrived. */
const returnedTogether = async (db: Db, { letter, sorted, at, byUserId = null }: InboundEffect): Promise<void> => {
  for (const id of await listDigestSiblings(db, letter.id)) {
    await returned(db, { id, campaignId: letter.campaignId }, at);
    await recordLetterEvent(db, { letterId: id, kind: "RETURNED", at, words: sorted.words, byUserId });
  }
};

const returnsCountDays = 30;

/**
 * An address whose letters keep coming back is parked like one that refuses at the door: its server accepts first, so those
 * refusals are never in a row, and what counts is how many came back lately with nobody there answering.
 */
export const afterReturn = async (deps: Deps, letter: AddressedLetter, words: string): Promise<void> => {
  const now = deps.clock.now();
  const since = new Date(now.getTime() - returnsCountDays * 86_400_000);
  const returns = await countReturnsOf(deps.db, { email: letter.recipientEmail, since });
  if (returns < parkAfter.hard) return;
  await countRefusal(deps.db, { email: letter.recipientEmail, name: letter.recipientName, words, now, parkAt: 1 });
  deps.logger.warn({ campaignId: letter.campaignId, returns }, "letters to a recipient keep coming back; it is parked");
};
