import type { LetterOutcome } from "@cml/db/influence";
import { countRefusal } from "@cml/db/influence";
import { type Letter, parkAfter, refillEvery } from "@cml/domain/influence";
import { nextAttemptAt } from "@cml/domain/platform";
import type { MailTransport } from "@cml/domain/settings";
import type { Deps } from "../../deps";
import { ClaimLost } from "../../platform/claim-lost";
import type { HandOver, OutgoingMail } from "../../platform/mailer";
import { getMailTransport } from "../../settings/get-mail-transport";
import { announceLetters } from "./announce-letters";
import { composeLetter } from "./compose-letter";
import { type ClaimedLetter, type LetterClaim, letterDesk } from "./letter-desk";
import { queueRelease } from "./queue-release";

/**
 * Sends a letter this process took, at most once: only while it still holds it at the moment DATA begins, which is written
 * down before a byte leaves. Safe to die at any line.
 */
export const sendClaimed = async (deps: Deps, claimed: ClaimedLetter, claim: LetterClaim): Promise<void> => {
  const { letter, campaign } = claimed;
  const transport = await getMailTransport(deps);
  const mail = await composeLetter(deps, claimed, transport);
  // Demo campaigns write to invented people: without the mailbox of this computer their letters go nowhere at all.
  const staysHere = campaign.isDemo && transport.source !== "mailbox";
  const answer = staysHere ? demoAnswer : await handOver(deps, { mail, transport, claim });
  if (answer === null) return;
  const kept = campaign.isDemo || transport.source === "mailbox";
  await settle(deps, { letter, claim, mail, kept }, answer);
  // In test mode and on this computer it is not the recipient's server that speaks.
  if (answer.outcome === "REFUSED" && transport.divertTo === null && !kept) await countRefusalOf(deps, letter, answer);
};

export const demoAnswer: HandOver = { outcome: "ACCEPTED", response: "demo: kept on this computer" };

type Sending = { mail: OutgoingMail; transport: MailTransport; claim: LetterClaim };

const handOver = async (deps: Deps, { mail, transport, claim }: Sending): Promise<HandOver | null> => {
  const onDataStart = async () => {
    if (!(await letterDesk(deps).mark(claim))) throw new ClaimLost();
  };
  try {
    return await letterDesk(deps).handingOver(() => deps.mailer.handOver(mail, { target: transport.target, onDataStart }));
  } catch (error) {
    if (error instanceof ClaimLost) return null;
    throw error;
  }
};

type Settling = { letter: Letter; claim: LetterClaim; mail: OutgoingMail; kept: boolean };

const settle = async (deps: Deps, { letter, claim, mail, kept }: Settling, answer: HandOver): Promise<void> => {
  const at = deps.clock.now();
  const outcome = outcomeOf(letter, answer, { now: at, messageId: mail.messageId, kept });
  const log = { toAddress: mail.to.address, fromName: mail.from.name, subject: mail.subject, messageId: mail.messageId };
  await letterDesk(deps).settle({ ...claim, at, outcome, mail: log });
  await announceLetters(deps, letter.campaignId);
  await refill(deps);
};

/** What the server's answer means for a letter. */
export const outcomeOf = (letter: Letter, answer: HandOver, facts: { now: Date; messageId: string; kept: boolean }): LetterOutcome => {
  const words = answer.response;
  if (answer.outcome === "ACCEPTED") return { status: "SENT", words, messageId: facts.messageId, kept: facts.kept };
  if (answer.outcome === "UNCERTAIN") return { status: "UNCERTAIN", words };
  const next = answer.temporary ? nextAttemptAt(letter.attempts, facts.now) : null;
  return next === null ? { status: "FAILED", words } : { status: "QUEUED", nextAttemptAt: next, words };
};

/** Only what the server said about the recipient counts against the recipient, not a wrong password or a broken line. */
export const countRefusalOf = async (deps: Deps, letter: Letter, answer: HandOver & { outcome: "REFUSED" }): Promise<void> => {
  if (answer.blames !== "RECIPIENT") return;
  const parked = await countRefusal(deps.db, {
    email: letter.recipientEmail,
    name: letter.recipientName,
    words: answer.response,
    now: deps.clock.now(),
    parkAt: answer.temporary ? parkAfter.soft : parkAfter.hard,
  });
  if (parked) deps.logger.warn({ campaignId: letter.campaignId }, "a recipient refused repeatedly and is parked");
};

const sentHere = new WeakMap<Deps["jobs"], number>();

/** The queue holds a limited number of letters; it is filled again before it runs dry. */
const refill = async (deps: Deps): Promise<void> => {
  const count = (sentHere.get(deps.jobs) ?? 0) + 1;
  sentHere.set(deps.jobs, count % refillEvery);
  if (count === refillEvery) await queueRelease(deps);
};
