import { findEmailTemplate } from "@cml/db/content";
import type { TemplateMail } from "@cml/db/platform";
import { templateTexts } from "@cml/domain/content";
import { messageIdOf } from "@cml/domain/platform";
import type { MailTransport } from "@cml/domain/settings";
import { renderTemplate } from "@cml/integrations/email";
import type { Deps } from "../../deps";
import { commonVariables } from "../../platform/common-variables";
import type { OutgoingMail } from "../../platform/mailer";

/** The message of a template mail as it leaves now: rendered, addressed, diverted in test mode. */
export const composeTemplateMail = async (deps: Deps, mail: TemplateMail, transport: MailTransport): Promise<OutgoingMail> => {
  const template = await findEmailTemplate(deps.db, { key: mail.templateKey });
  if (template === null || !template.isActive) throw new Error(`no active template ${mail.templateKey}`);
  const declared = template.variables.map(({ key, isRequired }) => ({ key, required: isRequired }));
  const variables = { ...(await commonVariables(deps, mail.locale)), ...mail.variables };
  const { subject, html, text } = renderTemplate(templateTexts(template, mail.locale), declared, variables);
  const to = transport.divertTo ?? mail.toEmail;
  return {
    from: transport.from,
    to: { name: mail.toName, address: to },
    envelopeFrom: transport.from.address,
    subject: transport.divertTo === null ? subject : `[${mail.toEmail}] ${subject}`,
    html,
    text,
    messageId: messageIdOf(mail.id, transport.from.address),
    headers: { "Auto-Submitted": "auto-generated", ...unsubscribeHeaders(mail.variables["STOP_URL"]) },
  };
};

/** Mail somebody may stop says so to her mail program, which offers it beside the sender (RFC 8058). */
const unsubscribeHeaders = (stopUrl: string | undefined): Record<string, string> =>
  stopUrl === undefined ? {} : { "List-Unsubscribe": `<${stopUrl}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
