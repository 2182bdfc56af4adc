import { transaction } from "@cml/db";
import { claimLetter, type LetterOutcome, markHandOver, settleLetter } from "@cml/db/influence";
import { addCounterDelta, insertEmailLog } from "@cml/db/platform";
import type { Letter } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import { nextAttemptAt } from "@cml/domain/platform";
import type { MailTransport } from "@cml/domain/settings";
import type { Deps } from "../../deps";
import { ClaimLost } from "../../platform/claim-lost";
import type { HandOver, OutgoingMail } from "../../platform/mailer";
import { getMailTransport } from "../../settings/get-mail-transport";
import { composeLetter } from "./compose-letter";

/**
 * Sends one letter, at most once: only after this process took its row, and only while it still holds it at the moment
 * DATA begins, which is written down before a byte leaves. Safe to run twice and to die at any line.
 */
export const sendLetter = async (deps: Deps, _actor: Actor, { letterId }: { letterId: string }): Promise<void> => {
  const claim = { id: letterId, token: deps.newId() };
  const claimed = await claimLetter(deps.db, { ...claim, now: deps.clock.now() });
  if (claimed === null) return;
  const { letter, campaign } = claimed;
  const transport = await getMailTransport(deps);
  const mail = await composeLetter(deps, claimed, transport);
  // Demo campaigns write to invented people: without the mailbox of this computer their letters go nowhere at all.
  const staysHere = campaign.isDemo && transport.source !== "mailbox";
  const answer = staysHere ? demoAnswer : await handOver(deps, { mail, transport, claim });
  if (answer === null) return;
  const kept = campaign.isDemo || transport.source === "mailbox";
  await settle(deps, { letter, claim, mail, kept }, answer);
};

const demoAnswer: HandOver = { outcome: "ACCEPTED", response: "demo: kept on this computer" };

type Sending = { mail: OutgoingMail; transport: MailTransport; claim: { id: string; token: string } };

const handOver = async (deps: Deps, { mail, transport, claim }: Sending): Promise<HandOver | null> => {
  const onDataStart = async () => {
    if (!(await markHandOver(deps.db, { ...claim, now: deps.clock.now() }))) throw new ClaimLost();
  };
  try {
    return await deps.mailer.handOver(mail, { target: transport.target, onDataStart });
  } catch (error) {
    if (error instanceof ClaimLost) return null;
    throw error;
  }
};

type Settling = { letter: Letter; claim: { id: string; token: string }; mail: OutgoingMail; kept: boolean };

const settle = async (deps: Deps, { letter, claim, mail, kept }: Settling, answer: HandOver): Promise<void> => {
  const now = deps.clock.now();
  const outcome = outcomeOf(letter, answer, { now, messageId: mail.messageId, kept });
  await transaction(deps.db, async (db) => {
    const ours = await settleLetter(db, claim, outcome);
    if (!ours || outcome.status === "QUEUED") return;
    const sent = outcome.status === "SENT";
    // Public counters tell what left this computer, nothing else.
    if (sent && !kept) await addCounterDelta(db, { counter: "Campaign.emailCount", entityId: letter.campaignId, delta: 1 });
    await insertEmailLog(db, {
      id: deps.newId(),
      recipientEmail: mail.to.address,
      senderName: mail.from.name,
      senderEmail: letter.userEmail,
      subject: mail.subject,
      message: null,
      postalCode: letter.userPostalCode,
      status: sent ? "sent" : "failed",
      templateKey: null,
      messageId: mail.messageId,
      error: sent ? null : `${outcome.status}: ${outcome.smtpResponse}`,
      sentAt: now,
    });
  });
  await deps.events.publish({ type: "letter.changed", campaignId: letter.campaignId });
};

const outcomeOf = (letter: Letter, answer: HandOver, facts: { now: Date; messageId: string; kept: boolean }): LetterOutcome => {
  const smtpResponse = answer.response;
  if (answer.outcome === "ACCEPTED")
    return { status: "SENT", sentAt: facts.now, smtpResponse, messageId: facts.messageId, keptLocally: facts.kept };
  if (answer.outcome === "UNCERTAIN") return { status: "UNCERTAIN", smtpResponse };
  const next = answer.temporary ? nextAttemptAt(letter.attempts, facts.now) : null;
  return next === null ? { status: "FAILED", smtpResponse } : { status: "QUEUED", nextAttemptAt: next, smtpResponse };
};
