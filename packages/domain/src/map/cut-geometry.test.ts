import { booleanClockwise } from "@turf/turf";
import { describe, expect, it } from "vitest";
import { boundsOf, isInCut, readCutGeometry } from "./cut-geometry";

const square = [[-123.1, 49.2], [-123.0, 49.2], [-123.0, 49.3], [-123.1, 49.3], [-123.1, 49.2]]; // prettier-ignore
const inner = [[-123.08, 49.22], [-123.02, 49.22], [-123.02, 49.28], [-123.08, 49.28], [-123.08, 49.22]]; // prettier-ignore

describe("readCutGeometry", () => {
  it.each([
    ["counter-clockwise", square],
    ["clockwise", [...square].reverse()],
  ])("takes a %s ring and stores it counter-clockwise", (_name, ring) => {
    const read = readCutGeometry({ type: "Polygon", coordinates: [ring] });
    if (!("geometry" in read)) throw new Error(read.problem);
    expect(booleanClockwise(read.geometry.coordinates[0] as number[][])).toBe(false);
    expect(boundsOf(read.geometry)).toEqual([-123.1, 49.2, -123.0, 49.3]);
  });

  it("reads a Feature, drops heights and keeps holes as holes", () => {
    const read = readCutGeometry({
      type: "Feature",
      properties: {},
      geometry: { type: "Polygon", coordinates: [square.map((p) => [...p, 12]), inner] },
    });
    if (!("geometry" in read)) throw new Error(read.problem);
    expect(read.geometry.coordinates[0]?.[0]).toHaveLength(2);
    expect(isInCut({ longitude: -123.05, latitude: 49.25 }, read.geometry)).toBe(false);
    expect(isInCut({ longitude: -123.09, latitude: 49.21 }, read.geometry)).toBe(true);
    expect(isInCut({ longitude: -123.1, latitude: 49.25 }, read.geometry), "the border is inside").toBe(true);
  });

  it.each([
    ["a point", { type: "Point", coordinates: [1, 2] }, "notPolygon"],
    ["nothing", null, "notPolygon"],
    ["no rings", { type: "Polygon", coordinates: [] }, "notPolygon"],
    ["text for numbers", { type: "Polygon", coordinates: [[["a", "b"]]] }, "badPosition"],
    ["metres for degrees", { type: "Polygon", coordinates: [square.map(([x, y]) => [x! * 1e4, y! * 1e4])] }, "badPosition"],
    ["an open ring", { type: "Polygon", coordinates: [square.slice(0, 4)] }, "openRing"],
    ["two points", { type: "Polygon", coordinates: [[square[0], square[1], square[0]]] }, "tooFewPoints"],
    ["one point four times", { type: "Polygon", coordinates: [[square[0], square[0], square[0], square[0]]] }, "tooFewPoints"],
    ["a figure of eight", { type: "Polygon", coordinates: [[square[0], square[2], square[1], square[3], square[0]]] }, "crossing"],
    [
      "a touch of the date line",
      {
        type: "Polygon",
        coordinates: [
          [
            [179.9, 51],
            [180, 51],
            [180, 52],
            [179.9, 52],
            [179.9, 51],
          ],
        ],
      },
      "dateLine",
    ],
    [
      "a step over the date line",
      {
        type: "Polygon",
        coordinates: [
          [
            [179.9, 51],
            [-179.9, 51],
            [-179.9, 52],
            [179.9, 52],
            [179.9, 51],
          ],
        ],
      },
      "dateLine",
    ],
    [
      "counting on beyond it",
      {
        type: "Polygon",
        coordinates: [
          [
            [179, 51],
            [181, 51],
            [181, 52],
            [179, 52],
            [179, 51],
          ],
        ],
      },
      "dateLine",
    ],
    [
      "the pole",
      {
        type: "Polygon",
        coordinates: [
          [
            [0, 80],
            [10, 80],
            [10, 89],
            [0, 89],
            [0, 80],
          ],
        ],
      },
      "dateLine",
    ],
    ["a part on another", { type: "MultiPolygon", coordinates: [[square], [inner]] }, "overlappingParts"],
    ["the same part twice", { type: "MultiPolygon", coordinates: [[square], [square]] }, "overlappingParts"],
    ["a hole outside its part", { type: "Polygon", coordinates: [square, inner.map(([x, y]) => [x! + 1, y!])] }, "holeOutside"],
    [
      "a hole in a hole",
      {
        type: "Polygon",
        coordinates: [
          square,
          inner,
          [
            [-123.06, 49.24],
            [-123.04, 49.24],
            [-123.04, 49.26],
            [-123.06, 49.24],
          ],
        ],
      },
      "holeOutside",
    ],
    ["a line there and back", { type: "Polygon", coordinates: [[square[0], square[1], square[2], square[1], square[0]]] }, "noArea"],
  ])("refuses %s", (_name, value, problem) => expect(readCutGeometry(value)).toMatchObject({ problem }));

  it("names the place of a crossing", () => {
    const read = readCutGeometry({ type: "Polygon", coordinates: [[square[0], square[2], square[1], square[3], square[0]]] });
    expect(read).toMatchObject({ at: { longitude: expect.closeTo(-123.05, 6), latitude: expect.closeTo(49.25, 6) } });
  });

  it("takes an island in a lake, and leaves a sliver out", () => {
    const island = [[-123.06, 49.24], [-123.04, 49.24], [-123.04, 49.26], [-123.06, 49.26], [-123.06, 49.24]]; // prettier-ignore
    const sliver = [[-122, 49], [-121.999_999, 49], [-121.999_999, 49.000_001], [-122, 49]]; // prettier-ignore
    const read = readCutGeometry({ type: "MultiPolygon", coordinates: [[square, inner], [island], [sliver]] });
    if (!("geometry" in read)) throw new Error(read.problem);
    expect(read.geometry.coordinates).toHaveLength(2);
    expect(isInCut({ longitude: -123.05, latitude: 49.25 }, read.geometry)).toBe(true);
    expect(isInCut({ longitude: -123.07, latitude: 49.25 }, read.geometry)).toBe(false);
  });
});
