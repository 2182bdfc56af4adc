import type { PictureBox } from "@cml/domain/influence";
import { expect, it } from "vitest";
import { boxBetween, boxByKey, corners, movedBox, resizedBox } from "./picture-boxes";

const box: PictureBox = [0.2, 0.2, 0.4, 0.2];
const isWithin = ([x, y, width, height]: PictureBox) =>
  x >= 0 && y >= 0 && x + width <= 1 + 1e-9 && y + height <= 1 + 1e-9 && width > 0 && height > 0;
const near = (found: PictureBox | null, wanted: number[]) => expect(found?.map((value) => Number(value.toFixed(4)))).toEqual(wanted);

it("is drawn from any corner to any other, and a click draws nothing", () => {
  near(boxBetween({ x: 0.6, y: 0.4 }, { x: 0.2, y: 0.2 }), [0.2, 0.2, 0.4, 0.2]);
  near(boxBetween({ x: 0.9, y: -1 }, { x: 3, y: 0.1 }), [0.9, 0, 0.1, 0.1]);
  expect(boxBetween({ x: 0.5, y: 0.5 }, { x: 0.503, y: 0.9 })).toBeNull();
});

it("moves inside the picture and keeps its size at the edge", () => {
  near(movedBox(box, { x: 0.1, y: -0.1 }), [0.3, 0.1, 0.4, 0.2]);
  near(movedBox(box, { x: 5, y: -5 }), [0.6, 0, 0.4, 0.2]);
});

it.each(corners)("is resized by its corner %s, never inside out nor over the edge", (corner) => {
  for (const by of [
    { x: 5, y: 5 },
    { x: -5, y: -5 },
    { x: 5, y: -5 },
    { x: 0.01, y: 0.01 },
  ])
    // prettier-ignore
    expect(isWithin(resizedBox(box, corner, by))).toBe(true);
});

it("leaves the opposite corner where it is", () => {
  near(resizedBox(box, "se", { x: 0.1, y: 0.1 }), [0.2, 0.2, 0.5, 0.3]);
  near(resizedBox(box, "nw", { x: 0.1, y: 0.1 }), [0.3, 0.3, 0.3, 0.1]);
});

it("goes by arrow keys, with Shift by its size", () => {
  near(boxByKey(box, "ArrowRight", false), [0.21, 0.2, 0.4, 0.2]);
  near(boxByKey(box, "ArrowDown", true), [0.2, 0.2, 0.4, 0.21]);
  expect(boxByKey(box, "a", false)).toBeNull();
});
