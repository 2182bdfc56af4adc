import { expect, it } from "vitest";
import type { PictureBox } from "./boxes";
import { findPersonalInWords, type PictureWord } from "./find-personal-in-words";

/** Words of lines, each a hundredth wide for each character, lines a tenth apart and a twentieth high. */
const wordsOf = (...lines: string[]): PictureWord[] =>
  lines.flatMap((text, line) =>
    [...text.matchAll(/\S+/g)].map((match) => ({
      text: match[0],
      line,
      box: [match.index / 100, line / 10, match[0].length / 100, 0.05] satisfies PictureBox,
    })),
  );

const rounded = (boxes: readonly PictureBox[]) => boxes.map((box) => box.map((share) => Math.round(share * 100) / 100));

it("covers the words of one find with one box and a little air, line by line", () => {
  const boxes = findPersonalInWords(wordsOf("Write me at 123 Main Street, thanks", "Nothing here", "Tel: (403) 555-0123 jane@example.ca"));
  expect(rounded(boxes)).toEqual([
    [0.12, 0, 0.17, 0.06],
    [0.05, 0.19, 0.15, 0.07],
    [0.2, 0.19, 0.16, 0.07],
  ]);
});

it("reads letters among digits as the digits they look like", () => {
  expect(findPersonalInWords(wordsOf("(4O3) 555-O123"))).toHaveLength(1);
  expect(findPersonalInWords(wordsOf("4l8-S55-0I99"))).toHaveLength(1);
});

it("does not join lines, and leaves plain sentences alone", () => {
  expect(findPersonalInWords(wordsOf("We counted 123", "Main Street is closed"))).toEqual([]);
  expect(findPersonalInWords(wordsOf("I will vote for Bill C-11 on March 12, 2026"))).toEqual([]);
  expect(findPersonalInWords([])).toEqual([]);
});
