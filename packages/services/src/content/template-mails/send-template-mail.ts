import { claimTemplateMail, insertEmailLog, markTemplateMailHandOver, settleTemplateMail, type TemplateMail } from "@cml/db/platform";
import type { Actor } from "@cml/domain/kernel";
import { nextAttemptAt } from "@cml/domain/platform";
import type { Deps } from "../../deps";
import { ClaimLost } from "../../platform/claim-lost";
import type { HandOver, OutgoingMail } from "../../platform/mailer";
import { getMailTransport } from "../../settings/get-mail-transport";
import { composeTemplateMail } from "./compose-template-mail";

/**
 * Sends one queued mail, at most once: only after this process took the row, and only while it still holds it when DATA
 * begins. Safe to run twice.
 */
export const sendTemplateMail = async (deps: Deps, _actor: Actor, { mailId }: { mailId: string }): Promise<void> => {
  const claim = { id: mailId, token: deps.newId() };
  const mail = await claimTemplateMail(deps.db, { ...claim, now: deps.clock.now() });
  if (mail === null) return;
  const transport = await getMailTransport(deps);
  const outgoing = await composeTemplateMail(deps, mail, transport).catch((error: unknown) =>
    error instanceof Error ? error : new Error(String(error)),
  );
  if (outgoing instanceof Error) {
    deps.logger.error({ mailId, templateKey: mail.templateKey, error: outgoing.message }, "a mail could not be written");
    await settleTemplateMail(deps.db, claim, { status: "FAILED", smtpResponse: outgoing.message.slice(0, 500) });
    return;
  }
  const onDataStart = async () => {
    if (!(await markTemplateMailHandOver(deps.db, { ...claim, now: deps.clock.now() }))) throw new ClaimLost();
  };
  try {
    await settle(deps, { mail, claim, outgoing }, await deps.mailer.handOver(outgoing, { target: transport.target, onDataStart }));
  } catch (error) {
    if (!(error instanceof ClaimLost)) throw error;
  }
};

type Sending = { mail: TemplateMail; claim: { id: string; token: string }; outgoing: OutgoingMail };

const settle = async (deps: Deps, { mail, claim, outgoing }: Sending, answer: HandOver): Promise<void> => {
  const now = deps.clock.now();
  const { response: smtpResponse } = answer;
  if (answer.outcome === "REFUSED" && answer.temporary) {
    const next = nextAttemptAt(mail.attempts, now);
    if (next !== null) {
      await settleTemplateMail(deps.db, claim, { status: "QUEUED", nextAttemptAt: next, smtpResponse });
      return;
    }
  }
  if (answer.outcome === "ACCEPTED")
    await settleTemplateMail(deps.db, claim, { status: "SENT", sentAt: now, smtpResponse, messageId: outgoing.messageId });
  else await settleTemplateMail(deps.db, claim, { status: answer.outcome === "UNCERTAIN" ? "UNCERTAIN" : "FAILED", smtpResponse });
  await insertEmailLog(deps.db, {
    id: deps.newId(),
    recipientEmail: outgoing.to.address,
    senderName: outgoing.from.name,
    senderEmail: outgoing.from.address,
    subject: outgoing.subject,
    // The text holds links that let their reader in; the log names the template instead.
    message: null,
    postalCode: null,
    status: answer.outcome === "ACCEPTED" ? "sent" : "failed",
    templateKey: mail.templateKey,
    messageId: outgoing.messageId,
    error: answer.outcome === "ACCEPTED" ? null : smtpResponse,
    sentAt: now,
  });
};
