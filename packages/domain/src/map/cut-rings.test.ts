import { expect, it } from "vitest";
import type { CutGeometry } from "./cut-geometry";
import { boundaryOf, ringsOf } from "./cut-rings";

const square = (west: number, size: number): number[][] => [
  [west, 50], [west + size, 50], [west + size, 50 + size], [west, 50 + size], [west, 50],
]; // prettier-ignore
const hole = [[-99.9, 50.1], [-99.8, 50.1], [-99.8, 50.2], [-99.9, 50.1]]; // prettier-ignore

it("takes a boundary apart and puts the same one together, holes with the part that holds them", () => {
  const geometry: CutGeometry = { type: "MultiPolygon", coordinates: [[square(-103, 1)], [square(-100, 1), hole]] };
  let count = 0;
  const rings = ringsOf(geometry, () => `ring-${(count += 1)}`);
  expect(rings.map(({ isHole }) => isHole)).toEqual([false, false, true]);
  expect(boundaryOf([...rings].reverse().sort((a, b) => Number(a.isHole) - Number(b.isHole)))).toEqual({
    type: "MultiPolygon",
    coordinates: [[square(-100, 1), hole], [square(-103, 1)]],
  });
  expect(boundaryOf(rings.slice(0, 1))).toEqual({ type: "Polygon", coordinates: [square(-103, 1)] });
});

it("is no boundary while no part is drawn", () => expect(boundaryOf([{ id: "a", isHole: true, ring: hole }])).toBeNull());
