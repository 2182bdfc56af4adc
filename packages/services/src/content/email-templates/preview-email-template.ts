import { insertTemplateTest } from "@cml/db/content";
import { insertEmailLog } from "@cml/db/platform";
import {
  type PreviewEmailTemplateInput,
  type RenderedMail,
  sampleValues,
  templateTexts,
  type TestedMail,
  type TestEmailTemplateInput,
} from "@cml/domain/content";
import type { Actor } from "@cml/domain/kernel";
import { messageIdOf } from "@cml/domain/platform";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { getMailTransport } from "../../settings/get-mail-transport";
import { getEmailTemplate } from "./list-email-templates";
import { render } from "./render-sample";

/** The template filled with its sample values. */
export const previewEmailTemplate = async (deps: Deps, actor: Actor, { id, locale }: PreviewEmailTemplateInput): Promise<RenderedMail> => {
  const template = await getEmailTemplate(deps, actor, { id });
  return render(templateTexts(template, locale), template, sampleValues(template.variables, locale));
};

/** Sends the template with its samples to one address and tells what the server said; logged beside the template. */
export const sendTestEmailTemplate = async (deps: Deps, actor: Actor, { id, locale, to }: TestEmailTemplateInput): Promise<TestedMail> => {
  const userId = actor.kind === "user" ? actor.userId : null;
  await requireRoom(deps, `template-test:${userId ?? actor.ipHash}`, { limit: 20, windowSeconds: 3_600 });
  const template = await getEmailTemplate(deps, actor, { id });
  const testData = sampleValues(template.variables, locale);
  const mail = render(templateTexts(template, locale), template, testData);
  const { from, target, divertTo } = await getMailTransport(deps);
  const testId = deps.newId();
  const messageId = messageIdOf(testId, from.address);
  const recipient = divertTo ?? to;
  const answer = await deps.mailer.handOver(
    { from, to: { name: "", address: recipient }, envelopeFrom: from.address, ...mail, messageId },
    { target },
  );
  const success = answer.outcome === "ACCEPTED";
  const now = deps.clock.now();
  const error = success ? null : answer.response;
  await insertTemplateTest(deps.db, {
    id: testId,
    templateId: id,
    recipientEmail: recipient,
    testData,
    success,
    errorMessage: error,
    messageId,
    sentByUserId: userId,
    sentAt: now,
    locale,
  });
  await insertEmailLog(deps.db, {
    id: deps.newId(),
    recipientEmail: recipient,
    senderName: from.name,
    senderEmail: from.address,
    subject: mail.subject,
    message: null,
    postalCode: null,
    status: "previewed",
    templateKey: template.key,
    messageId,
    error,
    sentAt: now,
  });
  return { success, response: answer.response };
};
