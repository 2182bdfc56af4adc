import { type Run, runsOf, type Weight } from "./fonts";

export type Style = { size: number; weight: Weight };
export type Measure = (run: Run, size: number) => number;
/** One printed line, in pieces of one font each. */
export type Line = Run[];

/**
 * Text as lines no wider than `width` points: broken at spaces, inside a word only where the word alone is too long (an
 * address of the web). Line breaks of the text stay; an empty line is an empty one.
 */
export const linesOf = (text: string, { width, style, measure }: { width: number; style: Style; measure: Measure }): Line[] => {
  const widthOf = (words: string): number => runsOf(words, style.weight).reduce((sum, run) => sum + measure(run, style.size), 0);
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((paragraph) => wrap(paragraph.replace(/\t/g, "  ").trimEnd(), { width, widthOf }))
    .map((line) => runsOf(line, style.weight));
};

type Room = { width: number; widthOf: (words: string) => number };

// Each word is measured once: a bundle has thousands of letters, and measuring is what printing takes its time for.
const wrap = (paragraph: string, { width, widthOf }: Room): string[] => {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of paragraph.split(/(?<=\s)(?=\S)/)) {
    const printed = word.trimEnd();
    const wide = widthOf(printed);
    const whole = printed === word ? wide : wide + widthOf(word.slice(printed.length));
    if (used + wide <= width) {
      line += word;
      used += whole;
      continue;
    }
    if (line !== "") lines.push(line.trimEnd());
    const pieces = wide <= width ? [word] : broken(word, (words) => widthOf(words) <= width);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? "";
    used = pieces.length === 1 ? whole : widthOf(line);
  }
  return [...lines, line.trimEnd()];
};

const broken = (word: string, fits: (words: string) => boolean): string[] => {
  const pieces: string[] = [];
  let piece = "";
  for (const character of word) {
    if (piece !== "" && !fits((piece + character).trimEnd())) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...pieces, piece];
};
