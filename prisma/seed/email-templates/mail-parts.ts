import type { Locale } from "@cml/domain/kernel";

/** One piece of a mail, as markup and as plain text; both keep their {{VARIABLES}}. */
export type MailPart = { html: string; text: string };

export const paragraph = (words: string): MailPart => ({ html: `<p style="margin:0 0 16px">${words}</p>`, text: `${words}\n` });

/** A link that asks for one action. */
export const button = (label: string, url: string): MailPart => ({
  html:
    `<p style="margin:24px 0"><a href="${url}" style="display:inline-block;padding:12px 20px;border-radius:6px;` +
    `background:#1f4f46;color:#ffffff;text-decoration:none;font-weight:600">${label}</a></p>`,
  text: `${label}:\n${url}\n`,
});

export const link = (label: string, url: string): MailPart => ({
  html: `<p style="margin:0 0 16px"><a href="${url}" style="color:#1f4f46">${label}</a></p>`,
  text: `${label}:\n${url}\n`,
});

/** Words somebody else wrote, line breaks kept. */
export const quotation = (words: string): MailPart => ({
  html: `<blockquote style="margin:0 0 16px;padding:0 0 0 16px;border-left:3px solid #c9d6d3;white-space:pre-wrap">${words}</blockquote>`,
  text: `${words}\n`,
});

/** The letter itself: nothing but the supporter's words, line breaks kept. */
export const letter = (words: string): MailPart => ({
  html: `<div style="margin:0 0 16px;white-space:pre-wrap">${words}</div>`,
  text: `${words}\n`,
});

export const smallPrint = (words: string): MailPart => ({
  html: `<p style="margin:0 0 8px;font-size:13px;color:#5b6b68">${words}</p>`,
  text: `${words}\n`,
});

const keptWords = {
  en: { label: "What we keep about you, and a button that erases it", html: "See what we keep about you, or erase it" },
  fr: { label: "Ce que nous conservons à votre sujet, et un bouton pour l'effacer", html: "Voir ce que nous conservons à votre sujet, ou l'effacer" },
} as const; // prettier-ignore

/** The way to what is kept about somebody who may hold no receipt. */
export const kept = (locale: Locale): MailPart => ({
  html: `<p style="margin:0 0 8px;font-size:13px"><a href="{{KEPT_URL}}" style="color:#1f4f46">${keptWords[locale].html}</a></p>`,
  text: `${keptWords[locale].label}:\n{{KEPT_URL}}\n`,
});

/** Parts shown only when the variable is filled. */
export const when = (variable: string, ...parts: MailPart[]): MailPart => ({
  html: `{{#if ${variable}}}${parts.map(({ html }) => html).join("\n")}{{/if}}`,
  // Handlebars takes a line that holds nothing but a block tag away with its line break.
  text: `{{#if ${variable}}}\n${parts.map(({ text }) => text).join("\n")}\n{{/if}}`,
});

/** The whole mail, with the organisation and its postal address at the foot. */
export const mail = (locale: Locale, ...parts: MailPart[]): { htmlContent: string; textContent: string } => {
  const all = [...parts, when("POSTAL_ADDRESS", smallPrint("{{ORGANIZATION_NAME}}, {{POSTAL_ADDRESS}}"))];
  return {
    htmlContent: [
      `<!doctype html>`,
      `<html lang="${locale}">`,
      `<body style="margin:0;padding:24px;background:#f4f6f5;color:#16211f;font-family:Inter,Segoe UI,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5">`,
      `<div style="max-width:600px;margin:0 auto;padding:32px;background:#ffffff;border-radius:8px">`,
      ...all.map(({ html }) => html),
      `</div>`,
      `</body>`,
      `</html>`,
      ``,
    ].join("\n"),
    textContent: all.map(({ text }) => text).join("\n"),
  };
};
