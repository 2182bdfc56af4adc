import { transaction } from "@cml/db";
import { type AddressedLetter, insertInboundMessage } from "@cml/db/influence";
import type { InboundMail, SortedMail } from "@cml/domain/influence";
import type { Deps } from "../../deps";
import { applyInbound, afterReturn } from "./apply-inbound";
import { mayForward } from "./forward-reply";

export type InboundToKeep = {
  raw: Buffer;
  receivedAt: Date;
  mail: InboundMail;
  sorted: SortedMail;
  letter: AddressedLetter | null;
  dedupeKey: string;
};

/** Keeps a sorted mail and writes what follows from it, in one transaction; the file of a mail that was not kept goes again. */
export const keepInbound = async (deps: Deps, { raw, receivedAt, mail, sorted, letter, dedupeKey }: InboundToKeep): Promise<void> => {
  const id = deps.newId();
  // Who erased what we know of her does not come back in the words an office quotes.
  const isErased = letter !== null && letter.erasedAt !== null;
  const rawKey = isErased ? null : `inbound/${id}.eml`;
  if (rawKey !== null) await deps.storage.put(rawKey, raw, "message/rfc822");
  const forwards = await mayForward(deps, { letter, kind: sorted.kind });
  const message = {
    id,
    dedupeKey,
    letterId: letter?.id ?? null,
    kind: sorted.kind,
    fromEmail: mail.from?.address ?? null,
    fromName: mail.from === null || mail.from.name === "" ? null : mail.from.name,
    subject: mail.subject,
    text: isErased ? withoutAddresses(mail) : mail.text,
    rawKey,
    statusCode: sorted.statusCode,
    receivedAt,
    forwardedAt: forwards ? deps.clock.now() : null,
  };
  const kept = await transaction(deps.db, async (db) => {
    if (!(await insertInboundMessage(db, message))) return false;
    if (letter !== null) await applyInbound(deps, db, { id, letter, mail, sorted, at: receivedAt, forwards });
    return true;
  }).catch(async (error: unknown) => {
    if (rawKey !== null) await deps.storage.remove(rawKey);
    throw error;
  });
  if (!kept && rawKey !== null) await deps.storage.remove(rawKey);
  if (!kept || letter === null) return;
  if (sorted.kind === "BOUNCE") await afterReturn(deps, letter, sorted.words ?? "");
  await deps.events.publish({ type: "letter.changed", campaignId: letter.campaignId });
};

const withoutAddresses = ({ text, from }: InboundMail): string =>
  text.replace(/[^\s@<>"(),;:]+@[^\s@<>"(),;:]+\.[\p{L}\p{N}]+/gu, (address) =>
    address.toLowerCase() === from?.address ? address : "[…]",
  );
