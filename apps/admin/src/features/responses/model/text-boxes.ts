import { mergeRanges, type TextRange } from "@cml/domain/influence";

export type TextPiece = { text: string; from: number; isBoxed: boolean };

/** A text cut where boxes begin and end, in its order. */
export const piecesOf = (text: string, ranges: readonly TextRange[]): TextPiece[] => {
  const pieces: TextPiece[] = [];
  let reached = 0;
  for (const [from, to] of mergeRanges(ranges)) {
    if (from > reached) pieces.push({ text: text.slice(reached, from), from: reached, isBoxed: false });
    if (Math.min(to, text.length) > from) pieces.push({ text: text.slice(from, to), from, isBoxed: true });
    reached = to;
  }
  if (reached < text.length) pieces.push({ text: text.slice(reached), from: reached, isBoxed: false });
  return pieces;
};

/** One box more; blanks at its ends need no ink, and a selection of blanks alone is none. */
export const withBox = (text: string, ranges: readonly TextRange[], [from, to]: TextRange): TextRange[] => {
  const chosen = text.slice(from, to);
  const start = from + (chosen.length - chosen.trimStart().length);
  const end = from + chosen.trimEnd().length;
  return start < end ? mergeRanges([...ranges, [start, end]]) : [...ranges];
};

/** Without the box that covers this place. */
export const withoutBox = (ranges: readonly TextRange[], place: number): TextRange[] =>
  mergeRanges(ranges).filter(([from, to]) => place < from || place >= to);

/** Everywhere these words stand, whatever their case. */
export const placesOf = (text: string, words: string): TextRange[] => {
  const sought = words.trim();
  if (sought === "") return [];
  const pattern = new RegExp(sought.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "giu");
  return [...text.matchAll(pattern)].map(({ index, 0: found }): TextRange => [index, index + found.length]);
};
