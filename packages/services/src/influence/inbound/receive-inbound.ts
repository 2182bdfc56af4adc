import { type AddressedLetter, findLettersByMessageId, findLettersByToken, isInboundKept } from "@cml/db/influence";
import { type InboundMail, letterHintsOf, type LetterHints, sortInbound } from "@cml/domain/influence";
import { letterDomainOf } from "@cml/domain/settings";
import { parseMail } from "@cml/integrations/inbound";
import { createHash } from "node:crypto";
import type { Deps } from "../../deps";
import { readSettings } from "../../settings/site-settings/settings-cache";
import { keepInbound } from "./keep-inbound";

export type ReceivedMail = {
  raw: Buffer;
  receivedAt: Date;
  /** What the SMTP conversation said; null for a mail read from a mailbox. */
  envelope: { from: string; to: string[] } | null;
};

/**
 * Takes one mail in: finds its letter, sorts it, keeps it and does what follows from it. The same mail again changes
 * nothing. Throws only where trying again can help (the database or the files are away, the letter is just being handed over).
 */
export const receiveInbound = async (deps: Deps, { raw, receivedAt, envelope }: ReceivedMail): Promise<void> => {
  const { settings } = await readSettings(deps);
  const domain = settings.inboundDomain;
  const mail = await parseMail(raw, envelope);
  const letters = await lettersOf(deps, letterHintsOf(mail, domain));
  const identity = mail.messageId ?? createHash("sha256").update(raw).digest("hex");
  for (const letter of letters) {
    const dedupeKey = deps.secrets.keyedHash("inbound-mail", JSON.stringify([identity, letter?.id ?? mail.deliveredTo[0] ?? ""]));
    if (await isInboundKept(deps.db, dedupeKey)) continue;
    if (!(await hasRoom(deps, letter))) {
      deps.logger.warn({ letterId: letter?.id }, "a letter gets more mail than anybody could read; one was dropped");
      continue;
    }
    const sorted = sortInbound(mail, { domain, recipientEmail: letter?.recipientEmail ?? null });
    if (letter === null && sorted.kind !== "AUTO_REPLY") sorted.kind = "UNSORTED";
    await keepInbound(deps, { raw, receivedAt, mail, sorted, letter, dedupeKey });
  }
};

/** One mail may be to several letters; one that is to none of ours is kept once, without a letter. */
const lettersOf = async (deps: Deps, { tokens, messageIds }: LetterHints): Promise<(AddressedLetter | null)[]> => {
  const addressed = await findLettersByToken(deps.db, tokens);
  if (addressed.length > 0) return addressed;
  const answered = await findLettersByMessageId(deps.db, messageIds);
  // The nearest of the mails it answers.
  const nearest = messageIds.flatMap((id) => answered.find(({ messageId }) => messageId === id) ?? [])[0];
  return [nearest ?? null];
};

const hasRoom = async (deps: Deps, letter: AddressedLetter | null): Promise<boolean> =>
  letter === null || (await deps.limiter.take(`inbound:letter:${letter.id}`, { limit: 60, windowSeconds: 86_400 })).allowed;

/** Whether an address is one of our letters', for a server that asks before it sends. */
export const isLetterAddress = async (deps: Deps, address: string): Promise<boolean> => {
  const { settings } = await readSettings(deps);
  const probe: Pick<InboundMail, "deliveredTo" | "addressedTo" | "answers" | "report"> = {
    deliveredTo: [address],
    addressedTo: [],
    answers: [],
    report: null,
  };
  const { tokens } = letterHintsOf(probe, letterDomainOf(settings));
  return (await findLettersByToken(deps.db, tokens)).length > 0;
};
