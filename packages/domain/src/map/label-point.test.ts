import { expect, it } from "vitest";
import { type CutGeometry, isInCut } from "./cut-geometry";
import { labelPointOf } from "./label-point";

const box = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

it("takes the middle of a plain area", () => {
  expect(labelPointOf({ type: "Polygon", coordinates: [box(0, 0, 4, 2)] })).toEqual({ latitude: 1, longitude: 2 });
});

it("keeps out of holes and of what lies between two parts, and takes the larger part", () => {
  const holed: CutGeometry = { type: "Polygon", coordinates: [box(0, 0, 10, 10), box(2, 2, 8, 8).reverse()] };
  expect(isInCut(labelPointOf(holed), holed)).toBe(true);
  const parts: CutGeometry = { type: "MultiPolygon", coordinates: [[box(0, 0, 1, 1)], [box(5, 0, 9, 1)]] };
  expect(labelPointOf(parts).longitude).toBeCloseTo(7);
});

it("lies inside every star, however crooked", () => {
  // The same hundred stars each time.
  let state = 5;
  const roll = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
  for (let star = 0; star < 100; star += 1) {
    const points = 5 + Math.floor(roll() * 40);
    const ring = Array.from({ length: points }, (_, index) => {
      const [radius, angle] = [0.2 + roll() * 0.8, (2 * Math.PI * index) / points];
      return [-80 + radius * Math.cos(angle), 44 + radius * Math.sin(angle)];
    });
    const geometry: CutGeometry = { type: "Polygon", coordinates: [[...ring, ring[0] ?? []]] };
    expect(isInCut(labelPointOf(geometry), geometry)).toBe(true);
  }
});
