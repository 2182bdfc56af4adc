/** Variables a campaign's letter may use, written {{SENDER_NAME}}. */
export const letterVariables = [
  "REPRESENTATIVE_NAME",
  "REPRESENTATIVE_TITLE",
  "SALUTATION",
  "DISTRICT",
  "SENDER_NAME",
  "SENDER_CITY",
  "SENDER_POSTAL_CODE",
  "PERSONAL",
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
