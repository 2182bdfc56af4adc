import { findEmailTemplate } from "@cml/db/content";
import { findCachedPlace } from "@cml/db/influence";
import { templateTexts } from "@cml/domain/content";
import type { Campaign, Letter } from "@cml/domain/influence";
import { formatPostalCode, localized } from "@cml/domain/kernel";
import { messageIdOf } from "@cml/domain/platform";
import type { MailTransport } from "@cml/domain/settings";
import { plainTextToHtml, renderTemplate, TemplateFault } from "@cml/integrations/email";
import type { Deps } from "../../deps";
import { commonVariables } from "../../platform/common-variables";
import type { OutgoingMail } from "../../platform/mailer";

type Claimed = { letter: Letter; campaign: Campaign };

/**
 * The mail of a letter: from the organisation's address with the supporter's name, answers to the supporter, bounces to the
 * organisation. The text is the supporter's, in the wording of the template "campaign-email", always as text.
 */
export const composeLetter = async (deps: Deps, claimed: Claimed, { from, divertTo }: MailTransport): Promise<OutgoingMail> => {
  const { letter } = claimed;
  const name = letter.userName ?? from.name;
  const { html, text, subject } = await wording(deps, claimed);
  return {
    from: { name, address: from.address },
    to: { name: letter.recipientName, address: divertTo ?? letter.recipientEmail },
    ...(letter.userEmail === null ? {} : { replyTo: { name, address: letter.userEmail } }),
    envelopeFrom: from.address,
    subject: divertTo === null ? subject : `[${letter.recipientEmail}] ${subject}`,
    html,
    text,
    messageId: messageIdOf(letter.id, from.address),
  };
};

const wording = async (deps: Deps, { letter, campaign }: Claimed): Promise<{ subject: string; html: string; text: string }> => {
  const bare = { subject: letter.subject, html: plainTextToHtml(letter.message), text: letter.message };
  const template = await findEmailTemplate(deps.db, { key: "campaign-email" });
  if (template === null || !template.isActive) return bare;
  const declared = template.variables.map(({ key, isRequired }) => ({ key, required: isRequired }));
  const variables = {
    ...(await commonVariables(deps, letter.locale)),
    SUBJECT: letter.subject,
    MESSAGE: letter.message,
    USER_NAME: letter.userName ?? "",
    USER_EMAIL: letter.userEmail ?? "",
    RECIPIENT_NAME: letter.recipientName,
    RECIPIENT_TITLE: letter.recipientTitle ?? "",
    POSTAL_CODE: await placeOf(deps, letter.userPostalCode),
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

/** Offices set aside letters that do not prove a constituent: municipality and postal code stand below the name. */
const placeOf = async (deps: Deps, postalCode: string | null): Promise<string> => {
  if (postalCode === null) return "";
  const place = await findCachedPlace(deps.db, postalCode);
  return [place?.city ?? "", formatPostalCode(postalCode)].filter(Boolean).join("  ");
};
