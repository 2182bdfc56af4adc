import { templateTexts } from "@cml/domain/content";
import type { Campaign, Letter } from "@cml/domain/influence";
import { localized } from "@cml/domain/kernel";
import { messageIdOf } from "@cml/domain/platform";
import type { MailTransport } from "@cml/domain/settings";
import { translate } from "@cml/i18n";
import { plainTextToHtml, renderTemplate, TemplateFault } from "@cml/integrations/email";
import type { Deps } from "../../deps";
import { commonVariables } from "../../platform/common-variables";
import type { MailAddress, OutgoingMail } from "../../platform/mailer";
import { ownAddresses } from "../inbound/own-addresses";
import { officeFooter } from "../offices/letter-footer";
import { letterTemplate } from "./letter-template";

type Claimed = { letter: Letter; campaign: Campaign };

/**
 * The mail of a letter: from the organisation with the supporter's name. Without an inbound domain answers go to the supporter
 * and bounces to the organisation; with one the letter has its own sender, answer address and Return-Path, so that what comes
 * back finds its timeline. The text is the supporter's, in the wording of the template "campaign-email", always as text.
 */
export const composeLetter = async (deps: Deps, claimed: Claimed, transport: MailTransport): Promise<OutgoingMail> => {
  const { letter, campaign } = claimed;
  const { from, divertTo } = transport;
  const name = letter.userName ?? from.name;
  const [{ html, text, subject }, own] = await Promise.all([wording(deps, claimed), ownAddresses(deps, letter)]);
  const answerTo = own?.reply ?? letter.userEmail;
  const clerk = divertTo === null && !letter.isTest ? clerkOf(campaign) : null;
  return {
    from: { name, address: own?.reply ?? from.address },
    to: { name: letter.recipientName, address: divertTo ?? letter.recipientEmail },
    ...(clerk === null ? {} : { cc: clerk }),
    ...(answerTo === null ? {} : { replyTo: { name, address: answerTo } }),
    envelopeFrom: own?.returnPath ?? from.address,
    subject: divertTo === null ? subject : `[${letter.recipientEmail}] ${subject}`,
    html,
    text,
    messageId: messageIdOf(letter.id, from.address),
  };
};

/** The clerk is on the same mail as the recipient: every letter is on the record with its date, and leaves once. */
const clerkOf = ({ clerkName, clerkEmail }: Campaign): MailAddress | null =>
  clerkEmail === null ? null : { name: clerkName ?? "", address: clerkEmail };

const wording = async (deps: Deps, { letter, campaign }: Claimed): Promise<{ subject: string; html: string; text: string }> => {
  const written = campaign.publicRecord ? `${letter.message}\n\n${translate(letter.locale, "influence:publicRecord")}` : letter.message;
  const message = `${written}${await officeFooter(deps, { letter, campaign })}`;
  const bare = { subject: letter.subject, html: plainTextToHtml(message), text: message };
  const template = await letterTemplate(deps);
  if (template === null || !template.isActive) return bare;
  const declared = template.variables.map(({ key, isRequired }) => ({ key, required: isRequired }));
  const variables = {
    ...(await commonVariables(deps, letter.locale)),
    SUBJECT: letter.subject,
    MESSAGE: message,
    USER_NAME: letter.userName ?? "",
    USER_EMAIL: letter.userEmail ?? "",
    RECIPIENT_NAME: letter.recipientName,
    RECIPIENT_TITLE: letter.recipientTitle ?? "",
    CAMPAIGN_TITLE: localized(campaign, "title", letter.locale),
  };
  try {
    return renderTemplate(templateTexts(template, letter.locale), declared, variables);
  } catch (error) {
    if (!(error instanceof TemplateFault)) throw error;
    // A wording somebody broke must not hold back what a supporter wrote.
    deps.logger.error({ reason: error.reason, detail: error.detail }, "the letter template cannot be filled; the bare letter is sent");
    return bare;
  }
};
