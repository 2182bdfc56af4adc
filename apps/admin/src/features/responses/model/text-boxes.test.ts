import { expect, it } from "vitest";
import { piecesOf, placesOf, withBox, withoutBox } from "./text-boxes";

const text = "Call Ana at 416-555-0199. Ana knows.";

it("cuts a text at its boxes, touching and overlapping ones as one", () => {
  expect(piecesOf(text, [[12, 16], [5, 8], [16, 24]])).toEqual([
    { text: "Call ", from: 0, isBoxed: false },
    { text: "Ana", from: 5, isBoxed: true },
    { text: " at ", from: 8, isBoxed: false },
    { text: "416-555-0199", from: 12, isBoxed: true },
    { text: ". Ana knows.", from: 24, isBoxed: false },
  ]); // prettier-ignore
  expect(piecesOf("", [])).toEqual([]);
  expect(piecesOf("abc", [[1, 99]]).map((piece) => piece.text)).toEqual(["a", "bc"]);
});

it("boxes what is selected without the blanks around it, and a blank selection not at all", () => {
  expect(withBox(text, [], [4, 9])).toEqual([[5, 8]]);
  expect(withBox(text, [[5, 8]], [4, 5])).toEqual([[5, 8]]);
  expect(withBox(text, [[5, 8]], [8, 11])).toEqual([[5, 8], [9, 11]]); // prettier-ignore
});

it("takes away the box at a place and leaves the others", () => {
  expect(withoutBox([[5, 8], [12, 24]], 6)).toEqual([[12, 24]]); // prettier-ignore
  expect(withoutBox([[5, 8]], 8)).toEqual([[5, 8]]);
});

it("finds words wherever they stand, as they are written and otherwise, and takes no sign for a rule", () => {
  expect(placesOf(text, " ana ")).toEqual([[5, 8], [26, 29]]); // prettier-ignore
  expect(placesOf(text, "4.6")).toEqual([]);
  expect(placesOf("a (b) a", "(b)")).toEqual([[2, 5]]);
  expect(placesOf(text, "  ")).toEqual([]);
});
