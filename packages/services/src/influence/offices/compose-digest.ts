import { findEmailTemplate } from "@cml/db/content";
import type { DigestLetter } from "@cml/db/influence";
import { templateTexts } from "@cml/domain/content";
import type { Campaign, Letter, OfficeAccess } from "@cml/domain/influence";
import { localized } from "@cml/domain/kernel";
import { messageIdOf } from "@cml/domain/platform";
import type { MailTransport } from "@cml/domain/settings";
import { translate } from "@cml/i18n";
import { renderTemplate } from "@cml/integrations/email";
import type { Deps } from "../../deps";
import { commonVariables } from "../../platform/common-variables";
import type { OutgoingMail } from "../../platform/mailer";
import { formatMoment } from "../../settings/site-settings/format-moment";
import { ownAddresses } from "../inbound/own-addresses";
import { officeLinkOf } from "./office-link";

type Digest = { id: string; office: OfficeAccess; campaign: Campaign; letters: readonly DigestLetter[] };

/**
 * The letters of a week as one mail, each with its writer's name, place and the address an answer reaches her at. What comes back
 * finds the first of them, and by it all. Throws TemplateFault where the wording was broken.
 */
export const composeDigest = async (deps: Deps, digest: Digest, { from, divertTo }: MailTransport): Promise<OutgoingMail> => {
  const { id, office, campaign, letters } = digest;
  const { locale } = office;
  const template = await findEmailTemplate(deps.db, { key: "office-digest" });
  if (template === null) throw new Error("no template office-digest");
  const to = letters[0]?.letter.recipientEmail ?? office.email;
  const declared = template.variables.map(({ key, isRequired }) => ({ key, required: isRequired }));
  const written = await Promise.all(letters.map(({ letter }, place) => oneOf(deps, { letter, place, digest })));
  const record = campaign.publicRecord ? [translate(locale, "influence:publicRecord")] : [];
  const { subject, html, text } = renderTemplate(templateTexts(template, locale), declared, {
    ...(await commonVariables(deps, locale)),
    RECIPIENT_NAME: office.name,
    CAMPAIGN_TITLE: localized(campaign, "title", locale),
    LETTER_COUNT: translate(locale, "influence:offices.letters", { count: letters.length }),
    OFFICE_URL: await officeLinkOf(deps, office.id, locale),
    MESSAGE: [...written, ...record].join("\n\n"),
  });
  const first = letters[0] === undefined ? null : await ownAddresses(deps, letters[0].letter);
  const clerk = divertTo === null && campaign.clerkEmail !== null ? { name: campaign.clerkName ?? "", address: campaign.clerkEmail } : null;
  return {
    from,
    to: { name: office.name, address: divertTo ?? to },
    ...(clerk === null ? {} : { cc: clerk }),
    envelopeFrom: first?.returnPath ?? from.address,
    subject: divertTo === null ? subject : `[${to}] ${subject}`,
    html,
    text,
    messageId: messageIdOf(id, from.address),
  };
};

const oneOf = async (deps: Deps, { letter, place, digest }: { letter: Letter; place: number; digest: Digest }): Promise<string> => {
  const { locale } = digest.office;
  const own = await ownAddresses(deps, letter);
  const facts = { place: place + 1, count: digest.letters.length, name: letter.userName ?? "", city: letter.userCity ?? "" };
  const head = [
    "—".repeat(20),
    translate(locale, letter.userCity === null ? "influence:offices.letterOf" : "influence:offices.letterOfPlace", facts),
    translate(locale, "influence:offices.written", { at: await formatMoment(deps, letter.createdAt, locale) }),
    translate(locale, "influence:offices.answerTo", { address: own?.reply ?? letter.userEmail ?? "" }),
    "",
    letter.subject,
    "",
  ];
  return [...head, letter.message].join("\n");
};
