import type { Locale } from "@cml/domain/kernel";
import { type MailPart, paragraph, when } from "./mail-parts";

/** Which shift: title, day, hours and place. */
export const whenAndWhere: MailPart = {
  html: `<p style="margin:0 0 16px"><strong>{{SHIFT_TITLE}}</strong><br>{{SHIFT_DATE}}<br>{{SHIFT_TIME}}{{#if SHIFT_LOCATION}}<br>{{SHIFT_LOCATION}}{{/if}}</p>`,
  text: `{{SHIFT_TITLE}}\n{{SHIFT_DATE}}\n{{SHIFT_TIME}}\n{{#if SHIFT_LOCATION}}\n{{SHIFT_LOCATION}}\n{{/if}}`,
};

const contactWords = {
  en: "Questions? Ask {{CAPTAIN_NAME}}{{#if CAPTAIN_PHONE}}, {{CAPTAIN_PHONE}}{{/if}}.",
  fr: "Des questions? Adressez-vous à {{CAPTAIN_NAME}}{{#if CAPTAIN_PHONE}}, {{CAPTAIN_PHONE}}{{/if}}.",
} as const;

/** Whom to turn to, where somebody is named. */
export const contact = (locale: Locale): MailPart => when("CAPTAIN_NAME", paragraph(contactWords[locale]));
