import { z } from "zod";

/** A piece of a text by UTF-16 places: the first one covered, and the first one after it. */
export type TextRange = [from: number, to: number];
/** A piece of a picture by shares of its width and height, 0 to 1. */
export type PictureBox = [x: number, y: number, width: number, height: number];

const place = z.int().min(0).max(1_000_000);
const textRange = z.tuple([place, place]).refine(([from, to]) => from < to, { message: "range" });
const share = z.number().min(0).max(1);
const pictureBox = z.tuple([share, share, share, share]).refine(([, , width, height]) => width > 0 && height > 0, { message: "range" });

/** The black boxes over one response. A row that never had any holds `{}`. */
export const boxesSchema = z.object({
  text: z.array(textRange).max(500).default([]),
  comment: z.array(textRange).max(500).default([]),
  picture: z.array(pictureBox).max(500).default([]),
});
export type Boxes = z.output<typeof boxesSchema>;

/** Sorted, and those that overlap or touch made one. */
export const mergeRanges = (ranges: readonly TextRange[]): TextRange[] => {
  const merged: TextRange[] = [];
  for (const [from, to] of [...ranges].sort((one, other) => one[0] - other[0])) {
    const last = merged.at(-1);
    if (last === undefined || from > last[1]) merged.push([from, to]);
    else last[1] = Math.max(last[1], to);
  }
  return merged;
};

/** The text as it is shown: every covered character but blanks is a black block, and nothing of what stood there is left. */
export const fillBoxes = (text: string, ranges: readonly TextRange[]): string => {
  let shown = "";
  let reached = 0;
  for (const [from, to] of mergeRanges(ranges)) {
    // A place inside a character of two units covers the whole character.
    const start = Math.max(reached, insidePair(text, from) ? from - 1 : from);
    const end = Math.max(start, insidePair(text, to) ? to + 1 : to);
    shown += text.slice(reached, start) + text.slice(start, end).replace(/\S/gu, "█");
    reached = end;
  }
  return shown + text.slice(reached);
};

const insidePair = (text: string, place: number): boolean => place > 0 && (text.codePointAt(place - 1) ?? 0) > 0xffff;
