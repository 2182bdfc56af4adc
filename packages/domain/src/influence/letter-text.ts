import { formatPostalCode } from "../kernel/postal-code-text";

/** Variables a campaign's letter may use, written {{SENDER_NAME}}. */
export const letterVariables = [
  "REPRESENTATIVE_NAME",
  "REPRESENTATIVE_TITLE",
  "DISTRICT",
  "SENDER_NAME",
  "SENDER_CITY",
  "SENDER_POSTAL_CODE",
  "CAMPAIGN_TITLE",
] as const;
export type LetterVariable = (typeof letterVariables)[number];
export type LetterValues = Record<LetterVariable, string>;

const variable = /\{\{\s*([^{}]*?)\s*\}\}/g;
const isLetterVariable = (name: string): name is LetterVariable => (letterVariables as readonly string[]).includes(name);

/** Names in {{…}} that are no letter variable. */
export const unknownLetterVariables = (text: string): string[] =>
  [...text.matchAll(variable)].map((match) => match[1] ?? "").filter((name) => !isLetterVariable(name));

/** Fills the variables once: what a value contains is never read again, and unknown names stay as they are. */
export const fillLetterText = (text: string, values: LetterValues): string =>
  text.replace(variable, (whole, name: string) => (isLetterVariable(name) ? values[name] : whole));

/**
 * The letter with its writer's name and place below it, because offices set aside letters that do not prove a
 * constituent; each part is left out when the text already ends with it.
 */
export const signLetter = (message: string, writer: { name: string; city: string; postalCode: string }): string => {
  const body = message.trimEnd();
  const ending = body.slice(-300);
  const place = [writer.city, formatPostalCode(writer.postalCode)].filter(Boolean).join("  ");
  const closing = [ending.includes(writer.name) ? "" : writer.name, ending.includes(formatPostalCode(writer.postalCode)) ? "" : place];
  return [body, closing.filter(Boolean).join("\n")].filter(Boolean).join("\n\n");
};
