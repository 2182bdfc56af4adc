import type { Position } from "geojson";
import { expect, it } from "vitest";
import { snapLinesOf, snapTo } from "./snap";

// A degree is a thousand pixels here.
const project = ([x = 0, y = 0]: Position) => ({ x: x * 1000, y: -y * 1000 });
const lines = snapLinesOf([[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]); // prettier-ignore
const near = (pointer: Position) => snapTo(lines, pointer, { project, px: 12 });

it("takes a corner rather than the line beside it", () => expect(near([0.995, 0.004])).toEqual([1, 0]));
it("takes the nearest place of a line", () => expect(near([0.5, 0.008])).toEqual([0.5, 0]));
it("leaves a pointer alone that is near nothing", () => expect(near([0.5, 0.5])).toBeUndefined());
