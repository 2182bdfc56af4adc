import { expect, it } from "vitest";
import { cutFinder } from "./cut-finder";
import { type CutGeometry, isInCut } from "./cut-geometry";

const corners = 400;
/** A star with many points, and a hole. */
const star = (longitude: number): CutGeometry => {
  const ring = (size: number): [number, number][] =>
    Array.from({ length: corners }, (_, n) => {
      const turn = (n / corners) * 2 * Math.PI;
      const reach = size * (1 + 0.3 * Math.sin(turn * 17));
      return [longitude + reach * Math.cos(turn), 45.4 + reach * Math.sin(turn)];
    });
  const closed = (points: [number, number][]) => [...points, points[0] ?? [0, 0]];
  return { type: "Polygon", coordinates: [closed(ring(0.05)), closed(ring(0.01).reverse())] };
};

it("says of thousands of points what the exact test says, before and after areas are covered with cells", () => {
  const cuts = [-75.7, -75.64, -75.58].map((longitude, n) => ({ id: String(n), geometry: star(longitude) }));
  const find = cutFinder(cuts);
  let inside = 0;
  for (let n = 0; n < 5_000; n += 1) {
    const point = { latitude: 45.32 + ((n * 0.618_034) % 1) * 0.16, longitude: -75.8 + ((n * 0.754_878) % 1) * 0.32 };
    const exact = cuts.filter(({ geometry }) => isInCut(point, geometry)).map(({ id }) => id);
    expect(find(point)).toEqual(exact);
    inside += exact.length;
  }
  expect(inside).toBeGreaterThan(1_000);
});
