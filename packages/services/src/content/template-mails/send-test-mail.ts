import { findUser } from "@cml/db/auth";
import { insertEmailLog } from "@cml/db/platform";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { MailTransport, TestMailResult } from "@cml/domain/settings";
import type { Deps } from "../../deps";
import type { HandOver, OutgoingMail } from "../../platform/mailer";
import { recordAudit } from "../../platform/record-audit";
import { requireRoom } from "../../platform/require-room";
import { getMailTransport } from "../../settings/get-mail-transport";
import { readSettings } from "../../settings/site-settings/settings-cache";
import { composeTemplateMail } from "./compose-template-mail";

const templateKey = "mail-test";

/**
 * Hands a real message to the server that is chosen now and tells honestly how that ended: nothing is queued or tried
 * again, and a message kept on this computer is not called delivered.
 */
export const sendTestMail = async (deps: Deps, actor: Actor, { to }: { to: string }): Promise<TestMailResult> => {
  await requireRoom(deps, `test-mail:${actor.kind === "user" ? actor.userId : actor.kind}`, { limit: 10, windowSeconds: 60 });
  const transport = await getMailTransport(deps);
  const mail = await compose(deps, actor, { to, transport });
  const answer = await deps.mailer.handOver(mail, { target: transport.target });
  await log(deps, mail, answer);
  await recordAudit(deps.db, {
    actor,
    action: "settings.testMail",
    entity: "SiteSettings",
    facts: { outcome: answer.outcome, source: transport.source },
  });
  const { host, port } = transport.target;
  return { outcome: outcomeOf(answer, transport), response: answer.response, sentTo: mail.to.address, host, port };
};

const compose = async (deps: Deps, actor: Actor, { to, transport }: { to: string; transport: MailTransport }): Promise<OutgoingMail> => {
  const now = deps.clock.now();
  const { timeZone } = (await readSettings(deps)).settings;
  const sender = actor.kind === "user" ? await findUser(deps.db, actor.userId) : null;
  const sentAt = new Intl.DateTimeFormat(`${actor.locale}-CA`, { dateStyle: "long", timeStyle: "short", timeZone }).format(now);
  const variables = { SENT_BY: sender?.name ?? "Changemaker", SENT_AT: sentAt, MAIL_SERVER: transport.target.host };
  const mail = { id: deps.newId(), templateKey, locale: actor.locale, toEmail: to, toName: "", variables, attempts: 1 };
  return composeTemplateMail(deps, mail, transport).catch((error: unknown) => {
    throw new AppError("CONFLICT", "settings.testTemplate", {}, { cause: error });
  });
};

const outcomeOf = (answer: HandOver, { source }: MailTransport): TestMailResult["outcome"] => {
  if (answer.outcome === "ACCEPTED") return source === "mailbox" ? "keptInMailbox" : "accepted";
  if (answer.outcome === "UNCERTAIN") return "uncertain";
  // A server that speaks begins with a three-digit code; anything else broke on the way to it.
  return /^\d{3}\b/.test(answer.response) ? "refused" : "unreachable";
};

const log = (deps: Deps, mail: OutgoingMail, answer: HandOver): Promise<void> =>
  insertEmailLog(deps.db, {
    id: deps.newId(),
    recipientEmail: mail.to.address,
    senderName: mail.from.name,
    senderEmail: mail.from.address,
    subject: mail.subject,
    message: null,
    postalCode: null,
    status: answer.outcome === "ACCEPTED" ? "sent" : "failed",
    templateKey,
    messageId: mail.messageId,
    error: answer.outcome === "ACCEPTED" ? null : answer.response,
    sentAt: deps.clock.now(),
  });
