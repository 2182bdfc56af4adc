import { expect, it } from "vitest";
import { withoutCorner } from "./corners";

const square = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]; // prettier-ignore

it("takes a corner out of a closed line, the first one too, and never one of the last three", () => {
  expect(withoutCorner(square, 1)).toEqual([[0, 0], [1, 1], [0, 1], [0, 0]]); // prettier-ignore
  expect(withoutCorner(square, 0)).toEqual([[1, 0], [1, 1], [0, 1], [1, 0]]); // prettier-ignore
  expect(withoutCorner([[0, 0], [1, 0], [1, 1], [0, 0]], 2)).toBeNull(); // prettier-ignore
});
