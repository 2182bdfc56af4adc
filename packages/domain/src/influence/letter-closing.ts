import { sameLetters } from "../kernel/same-letters";

export type ClosingFacts = { name: string; street: string | null; city: string; postalCode: string };

/** Name, street and place below a letter, one line each; offices set aside letters that do not prove a constituent. */
export const closingLines = ({ name, street, city, postalCode }: ClosingFacts): string[] =>
  [name, street ?? "", [city, postalCode].filter((part) => part !== "").join("  ")]
    .map((line) => line.trim())
    .filter((line) => line !== "");

const lookedAt = 6;

/**
 * A letter with its closing lines, each of them once: what the writer or the campaign's text put at the end already, alone
 * on a line, is not said again.
 */
export const withClosing = (message: string, lines: readonly string[]): string => {
  const text = message.trimEnd();
  const tail = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(-lookedAt)
    .map(sameLetters);
  const missing = lines.filter((line) => !tail.includes(sameLetters(line)));
  if (missing.length === 0) return text;
  // After the name that stands there already, the address follows without a gap.
  const begun = missing.length < lines.length && lines.some((line) => sameLetters(line) === tail.at(-1));
  return `${text}${begun ? "\n" : "\n\n"}${missing.join("\n")}`;
};

/**
 * A letter with its writer's own sentence. A text that has a place for it is filled elsewhere; without one it stands as a
 * paragraph of its own after the first paragraph that follows the salutation.
 */
export const withPersonal = (text: string, personal: string): string => {
  if (personal === "" || text.includes(personal) || /\{\{\s*PERSONAL\s*\}\}/.test(text)) return text;
  const paragraphs = text.split(/\n{2,}/);
  const at = Math.min(2, paragraphs.length);
  return [...paragraphs.slice(0, at), personal, ...paragraphs.slice(at)].join("\n\n");
};

/** Where the place for a sentence was left empty, its empty lines go too. */
export const withoutGaps = (text: string): string => text.replace(/\n{3,}/g, "\n\n").trim();
