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
  const fits = (words: string): boolean => widthOf(words) <= width;
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((paragraph) => wrap(paragraph.replace(/\t/g, "  ").trimEnd(), fits))
    .map((line) => runsOf(line, style.weight));
};

const wrap = (paragraph: string, fits: (words: string) => boolean): string[] => {
  const lines: string[] = [];
  let line = "";
  for (const word of paragraph.split(/(?<=\s)(?=\S)/)) {
    if (fits((line + word).trimEnd())) {
      line += word;
      continue;
    }
    if (line !== "") lines.push(line.trimEnd());
    const pieces = broken(word, fits);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? "";
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
