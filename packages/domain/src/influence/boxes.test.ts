import { expect, it } from "vitest";
import { boxesSchema, fillBoxes, mergeRanges } from "./boxes";

it("fills what is covered and keeps blanks and lines", () => {
  expect(fillBoxes("Call 403 555-0123\nnow", [[5, 17]])).toBe("Call ███ ████████\nnow");
  expect(fillBoxes("none", [])).toBe("none");
  expect(fillBoxes("all", [[0, 999]])).toBe("███");
});

it("takes ranges in any order, overlapping, outside the text", () => {
  expect(mergeRanges([[4, 6], [0, 2], [1, 3], [6, 7]])).toEqual([[0, 3], [4, 7]]); // prettier-ignore
  expect(fillBoxes("abcdefgh", [[4, 6], [0, 2], [1, 3], [100, 200]])).toBe("███d██gh"); // prettier-ignore
});

it("never cuts a character in two", () => {
  expect(fillBoxes("a😀b", [[2, 3]])).toBe("a█b");
  expect(fillBoxes("a😀b", [[0, 2]])).toBe("██b");
  expect(fillBoxes("😀😀", [[1, 3]])).toBe("██");
});

it("reads a row that never had boxes, and refuses boxes that are none", () => {
  expect(boxesSchema.parse({})).toEqual({ text: [], comment: [], picture: [] });
  expect(boxesSchema.safeParse({ text: [[3, 3]] }).success).toBe(false);
  expect(boxesSchema.safeParse({ text: [[-1, 3]] }).success).toBe(false);
  expect(boxesSchema.safeParse({ picture: [[0, 0, 1.1, 1]] }).success).toBe(false);
  expect(boxesSchema.safeParse({ picture: [[0, 0, 0, 1]] }).success).toBe(false);
});
