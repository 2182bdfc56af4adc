import {
  cancelLetters,
  findParkedRecipient,
  listParkedRecipients as listRows,
  releaseParkedRecipient as releaseRow,
} from "@cml/db/influence";
import { type ChangedLetters, ownerFilter, type ParkedRecipient } from "@cml/domain/influence";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { queueRelease } from "../campaign-emails/queue-release";
import { changeLetters } from "./change-letters";
import { requireWholeHouse } from "./require-whole-house";

/**
 * Addresses that refused repeatedly; a hundred is more than anybody settles by hand. Somebody with campaigns of her own sees
 * those that her own letters wait for; what becomes of an address is decided by those who see every campaign.
 */
export const listParkedRecipients = (deps: Deps, actor: Actor): Promise<ParkedRecipient[]> =>
  listRows(deps.db, { ownerId: ownerFilter(actor), atMost: 100 });

/** Lets letters to a parked address leave again. */
export const releaseParkedRecipient = async (deps: Deps, actor: Actor, { id }: { id: string }): Promise<{ email: string }> => {
  requireWholeHouse(actor);
  const email = await releaseRow(deps.db, id);
  if (email === null) throw new AppError("NOT_FOUND", "letter.recipientNotParked");
  await recordAudit(deps.db, { actor, action: "recipient.release", entity: "ParkedRecipient", entityId: id });
  await queueRelease(deps);
  return { email };
};

/** Stops all letters that wait for a parked address; it stays parked. */
export const cancelParkedLetters = async (deps: Deps, actor: Actor, { id }: { id: string }): Promise<ChangedLetters> => {
  requireWholeHouse(actor);
  const parked = await findParkedRecipient(deps.db, id);
  if (parked === null) throw new AppError("NOT_FOUND", "letter.recipientNotParked");
  return changeLetters(deps, actor, {
    chosen: { campaignId: null, ids: null },
    action: "letters.cancel",
    act: (choice, deed) => cancelLetters(deps.db, { ...choice, recipientEmail: parked }, deed),
  });
};
