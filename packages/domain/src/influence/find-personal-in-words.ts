import type { PictureBox, TextRange } from "./boxes";
import { findPersonal } from "./find-personal";

/** A word read from a picture, and where it stands; words of one line carry the same number and follow each other. */
export type PictureWord = { text: string; box: PictureBox; line: number };

/** Black boxes over what findPersonal finds in the words of a picture: one for each find on a line, with a little air around it. */
export const findPersonalInWords = (words: readonly PictureWord[]): PictureBox[] => linesOf(words).flatMap(boxesOfLine);

const linesOf = (words: readonly PictureWord[]): PictureWord[][] => {
  const lines = new Map<number, PictureWord[]>();
  for (const word of words) {
    const line = lines.get(word.line);
    if (line === undefined) lines.set(word.line, [word]);
    else line.push(word);
  }
  return [...lines.values()];
};

const boxesOfLine = (words: readonly PictureWord[]): PictureBox[] => {
  const places: TextRange[] = [];
  let length = 0;
  for (const { text } of words) {
    places.push([length, length + text.length]);
    length += text.length + 1;
  }
  return [textOf(words, (text) => text), textOf(words, mendDigits)].flatMap((text) =>
    findPersonal(text).flatMap(([from, to]) => {
      const covered = words.filter((_, at) => {
        const [start, end] = places[at] ?? [0, 0];
        return start < to && end > from;
      });
      const box = around(covered);
      return box === null ? [] : [box];
    }),
  ).filter((box, at, all) => all.findIndex((other) => other.join() === box.join()) === at); // prettier-ignore
};

const textOf = (words: readonly PictureWord[], mend: (text: string) => string): string => words.map(({ text }) => mend(text)).join(" ");

const lookAlikes: Readonly<Record<string, string>> = { O: "0", o: "0", D: "0", I: "1", l: "1", "|": "1", S: "5", B: "8" };

// A machine reads 5 as S and 0 as O: where nearly everything is a digit, the rest was one too. Places stay the same.
const mendDigits = (text: string): string =>
  /\d{2}|\d[-.()]/.test(text) && /^[\dOoDIl|SB().+-]+$/.test(text) ? text.replace(/[OoDIl|SB]/g, (char) => lookAlikes[char] ?? char) : text;

const around = (words: readonly PictureWord[]): PictureBox | null => {
  if (words.length === 0) return null;
  // A sixth of the height above and below, a third of a letter's width beside.
  const above = Math.max(...words.map(({ box }) => box[3])) / 6;
  const beside = Math.min(...words.map(({ text, box }) => box[2] / text.length)) / 3;
  const left = Math.max(0, Math.min(...words.map(({ box }) => box[0])) - beside);
  const top = Math.max(0, Math.min(...words.map(({ box }) => box[1])) - above);
  const right = Math.min(1, Math.max(...words.map(({ box }) => box[0] + box[2])) + beside);
  const bottom = Math.min(1, Math.max(...words.map(({ box }) => box[1] + box[3])) + above);
  return [left, top, right - left, bottom - top];
};
