import { type LetterValues, withoutGaps } from "@cml/domain/influence";
import { type LetterWords, readable } from "./letter-words";

/** What a letter is made with before anybody signs it: its open places stay open. */
export type OpenPlaces = { name: string; street: string | null; personal: string | null };

const streetPlace = "{{SENDER_STREET}}";

export const openPlaces = ({ askStreet, personalPrompt }: { askStreet: boolean; personalPrompt: string }): OpenPlaces => ({
  name: "{{SENDER_NAME}}",
  street: askStreet ? streetPlace : null,
  personal: personalPrompt === "" ? null : "{{PERSONAL}}",
});

type Filled = { subject: string; message: string };

/** A letter made with open places, filled with what is known by now. */
export const filledIn = (letter: Filled, known: Partial<LetterValues> & { street: string }, words: LetterWords): Filled => ({
  subject: readable(letter.subject, known, words),
  message: withoutGaps(
    readable(
      letter.message.replaceAll(streetPlace, () => known.street),
      known,
      words,
    ),
  ),
});
