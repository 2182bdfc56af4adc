import { expect, it } from "vitest";
import { drawShapes, type Shapes } from "./district-shapes";

const square = (key: string, west: number, south: number): Shapes["features"][number] => ({
  type: "Feature",
  properties: { key },
  geometry: {
    type: "Polygon",
    coordinates: [
      [
        [west, south],
        [west + 0.1, south],
        [west + 0.1, south + 0.1],
        [west, south + 0.1],
        [west, south],
      ],
    ],
  },
});
const two: Shapes = { type: "FeatureCollection", features: [square("fed/1", -79.5, 43.6), square("fed/2", -79.4, 43.6)] };

it("draws the districts side by side in one frame, west on the left, north up", () => {
  const { width, height, paths } = drawShapes(two, ["fed/1", "fed/2"]);
  expect([width, height > 100 && height <= 300]).toEqual([340, true]);
  const [west, east] = paths;
  expect(west?.middle[0]).toBeLessThan(east?.middle[0] ?? 0);
  expect(west?.middle[1]).toBeCloseTo(east?.middle[1] ?? 0, 0);
  const numbers = paths.flatMap(({ path }) => [...path.matchAll(/-?[\d.]+/g)].map(([text]) => Number(text)));
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThanOrEqual(340);
  const north = drawShapes({ ...two, features: [square("fed/1", -79.5, 43.6), square("fed/2", -79.5, 43.7)] }, ["fed/1", "fed/2"]);
  expect(north.paths[1]?.middle[1]).toBeLessThan(north.paths[0]?.middle[1] ?? 0);
});

it("leaves out what was not asked for, and draws nothing of nothing", () => {
  expect(drawShapes(two, ["fed/2"]).paths.map(({ key }) => key)).toEqual(["fed/2"]);
  expect(drawShapes({ type: "FeatureCollection", features: [] }, ["fed/1"]).paths).toEqual([]);
});
