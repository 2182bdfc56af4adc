import { transaction } from "@cml/db";
import {
  cancelWaitingLetters,
  deleteFollowUps,
  deleteVerifications,
  eraseAddress,
  eraseLetters,
  eraseResponses,
  recordLetterEvents,
  suppress,
} from "@cml/db/influence";
import { type Erased, type EraseInput, letterLimits } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { announceLetters } from "../campaign-emails/announce-letters";
import { suppressionHashOf } from "../campaign-emails/receipt-tokens";
import { dropPictures } from "../responses/response-picture";
import { writerOfLink } from "./receipt-writer";

/**
 * Erases what is kept about the writer behind a receipt, or a link mailed to an address: name, address, place and words of the letters, waiting letters,
 * consents, remembered browsers; what was counted stays counted. Doing it again erases nothing more. What the offices got
 * is theirs; the answer says how many letters that is.
 */
export const eraseMe = async (deps: Deps, actor: Actor, { token, alsoWaiting }: EraseInput): Promise<Erased> => {
  await requireRoom(deps, `receipt-answer:ip:${actor.ipHash}`, letterLimits.receipt);
  const { writer, letters } = await writerOfLink(deps, token);
  const now = deps.clock.now();
  const { rawKeys, pictures, ...erased } = await transaction(deps.db, async (db) => {
    const cancelled = alsoWaiting ? await cancelWaitingLetters(db, writer) : [];
    await recordLetterEvents(
      db,
      cancelled.map((letterId) => ({ letterId, kind: "CANCELLED" as const, at: now })),
    );
    const unconfirmed = alsoWaiting ? await deleteVerifications(db, writer) : 0;
    const { ids, rawKeys, left } = await eraseLetters(db, writer, now);
    await deleteFollowUps(db, writer);
    const { pictures } = await eraseResponses(db, writer, now);
    if ("email" in writer && left === 0) {
      await eraseAddress(db, writer.email, now);
      await suppress(db, { id: deps.newId(), keyHash: suppressionHashOf(deps, writer.email), now });
    }
    return { erased: ids.length, cancelled: cancelled.length + unconfirmed, left, rawKeys, pictures };
  });
  // Rows no longer point to them; a file that stays behind is logged, because nobody could find it again.
  for (const key of rawKeys)
    await deps.storage.remove(key).catch((error: unknown) => {
      deps.logger.error({ key, error: String(error) }, "the file of an erased reply could not be deleted");
    });
  await dropPictures(deps, pictures);
  for (const campaignId of new Set(letters.map((letter) => letter.campaignId))) await announceLetters(deps, campaignId);
  const handedOver = letters.filter(({ status, emailMethod }) => status === "SENT" && emailMethod === "SMTP").length;
  return { ...erased, handedOver };
};
