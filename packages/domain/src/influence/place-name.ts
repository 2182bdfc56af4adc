const small = new Set(["of", "the", "and", "de", "du", "des", "la", "le", "les", "et", "sur", "aux", "au", "en"]);

/** Represent writes municipalities in capitals; in a letter they are written as people write them: `SAINTE-ANNE-DES-PLAINES` → `Sainte-Anne-des-Plaines`. */
export const placeName = (text: string): string =>
  text === text.toUpperCase()
    ? text
        .toLowerCase()
        .replace(/[\p{L}\p{M}]+/gu, (word, at: number) => (at > 0 && small.has(word) ? word : capitalised(word, text[at - 1])))
    : text;

// L'Ancienne-Lorette and St. John's: after an apostrophe only a whole word is capitalised, never a lone s.
const capitalised = (word: string, before: string | undefined): string =>
  (before === "'" || before === "’") && word.length === 1 ? word : `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
