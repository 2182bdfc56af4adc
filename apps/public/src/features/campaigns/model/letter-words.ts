import { type LetterValues, type LetterVariable, letterVariables } from "@cml/domain/influence";
import type { Texts } from "../../../texts/texts";

/** `{{REPRESENTATIVE_NAME}}` as people read it, "[their name]", until it is known whom the letter goes to. */
export type LetterWords = Readonly<Record<LetterVariable, string>>;

export const letterWords = (t: Texts): LetterWords => ({
  REPRESENTATIVE_NAME: t("panel.words.REPRESENTATIVE_NAME"),
  REPRESENTATIVE_TITLE: t("panel.words.REPRESENTATIVE_TITLE"),
  SALUTATION: t("panel.words.SALUTATION"),
  DISTRICT: t("panel.words.DISTRICT"),
  SENDER_NAME: t("panel.words.SENDER_NAME"),
  SENDER_CITY: t("panel.words.SENDER_CITY"),
  SENDER_POSTAL_CODE: t("panel.words.SENDER_POSTAL_CODE"),
  PERSONAL: t("panel.words.PERSONAL"),
  CAMPAIGN_TITLE: t("panel.words.CAMPAIGN_TITLE"),
});

/** The letter as it is shown: known values filled in, the others as words in brackets. */
export const readable = (text: string, known: Partial<LetterValues>, words: LetterWords): string =>
  letterVariables.reduce(
    (written, name) => written.replaceAll(new RegExp(`\\{\\{\\s*${name}\\s*\\}\\}`, "g"), () => known[name] ?? words[name]),
    text,
  );

/** The way back: words in brackets that are still there become the variables the server fills for each person. */
export const writable = (text: string, words: LetterWords): string =>
  letterVariables.reduce((written, name) => written.replaceAll(words[name], () => `{{${name}}}`), text);

/** Whether any word is left for the server to fill. */
export const hasOpenWords = (text: string, words: LetterWords): boolean => letterVariables.some((name) => text.includes(words[name]));
