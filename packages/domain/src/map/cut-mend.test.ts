import { describe, expect, it } from "vitest";
import { areaOf, type CutGeometry, isInCut, readCutGeometry } from "./cut-geometry";
import { mendCutGeometry } from "./cut-mend";

const a = [-123.1, 49.2];
const b = [-123.0, 49.2];
const c = [-123.0, 49.3];
const d = [-123.1, 49.3];
const polygon = (...coordinates: number[][][]): CutGeometry => ({ type: "Polygon", coordinates });

const mend = (geometry: CutGeometry) => {
  const result = mendCutGeometry(geometry);
  if (!("geometry" in result)) throw new Error(result.problem);
  expect(readCutGeometry(result.geometry), "what was mended is a boundary we take").toHaveProperty("geometry");
  return result;
};

describe("mendCutGeometry", () => {
  it("closes an open ring", () => {
    const { geometry, mended } = mend(polygon([a, b, c, d]));
    expect(mended).toMatchObject({ closedRings: 1, partsBefore: 1, partsAfter: 1 });
    expect(isInCut({ longitude: -123.05, latitude: 49.25 }, geometry)).toBe(true);
  });

  it("cuts a figure of eight into two parts", () => {
    const { geometry, mended } = mend(polygon([a, c, b, d, a]));
    expect(mended).toMatchObject({ closedRings: 0, partsBefore: 1, partsAfter: 2 });
    expect(isInCut({ longitude: -123.05, latitude: 49.21 }, geometry), "between the two").toBe(false);
    expect(isInCut({ longitude: -123.09, latitude: 49.25 }, geometry)).toBe(true);
    expect(isInCut({ longitude: -123.01, latitude: 49.25 }, geometry)).toBe(true);
  });

  it("makes overlapping parts one and leaves a ring of two points out", () => {
    const small = [[-123.05, 49.25], [-122.9, 49.25], [-122.9, 49.35], [-123.05, 49.35], [-123.05, 49.25]]; // prettier-ignore
    const { geometry, mended } = mend({ type: "MultiPolygon", coordinates: [[[a, b, c, d, a]], [small], [[a, b, a]]] });
    expect(mended).toMatchObject({ droppedRings: 1, partsBefore: 3, partsAfter: 1 });
    expect(mended.areaAfter).toBeLessThan(mended.areaBefore);
    expect(areaOf(geometry)).toBeGreaterThan(0);
  });

  it.each([
    ["one point", polygon([a, a, a, a]), "noArea"],
    ["a line there and back", polygon([a, b, c, b, a]), "noArea"],
    ["the date line", polygon([[179, 51], [-179, 51], [-179, 52], [179, 52], [179, 51]]), "dateLine"], // prettier-ignore
  ])("does not guess at %s", (_name, geometry, problem) => expect(mendCutGeometry(geometry)).toMatchObject({ problem }));
});
