import { closingLines, type PreparedLetters, withClosing, withPersonal } from "@cml/domain/influence";
import { formatPostalCode } from "@cml/domain/kernel";
import { type LetterWords, writable } from "../model/letter-words";
import { openPlaces } from "../model/open-places";
import type { Flow } from "./letter-flow";
import type { PanelCampaign } from "./panel-campaign";

type Letters = PreparedLetters["letters"];

/** The letters once somebody wrote in them: one text for everybody, put together by the server's own rules. */
export const writtenLetters = (letters: Letters, { flow, campaign, words }: Writing): Letters => {
  const places = openPlaces(campaign);
  const city = flow.found?.city ?? "";
  const postalCode = flow.found === null || flow.found.postalCode === "" ? "" : formatPostalCode(flow.found.postalCode);
  const lines = closingLines({ ...places, city, postalCode });
  const worded = (text: string) => {
    const sentence = flow.personal.trim();
    return withClosing(withPersonal(writable(text, words), sentence), lines);
  };
  return letters.map((letter) => ({
    ...letter,
    subject: flow.subject === null ? letter.subject : writable(flow.subject, words),
    message: flow.body === null ? letter.message : worded(flow.body),
  }));
};

type Writing = { flow: Flow; campaign: PanelCampaign; words: LetterWords };
