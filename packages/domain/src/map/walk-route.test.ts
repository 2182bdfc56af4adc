import { describe, expect, it } from "vitest";
import { planWalkRoute } from "./walk-route";

const at = (metresEast: number, metresNorth = 0) => ({
  latitude: 49 + metresNorth / 111_195,
  longitude: -123 + metresEast / (111_195 * Math.cos((49 * Math.PI) / 180)),
});
const east = (stops: { longitude: number }[]) =>
  stops.map(({ longitude }) => Math.round((longitude + 123) * 111_195 * Math.cos((49 * Math.PI) / 180)));

describe("planWalkRoute", () => {
  it("gives nothing for nothing and one stop for one", () => {
    expect(planWalkRoute([])).toEqual({ stops: [], distanceM: 0 });
    expect(planWalkRoute([at(5)], at(0)).distanceM).toBeCloseTo(5, 1);
  });

  it("walks a street from its near end to its far end", () => {
    expect(east(planWalkRoute([at(40), at(10), at(30), at(20)], at(0)).stops)).toEqual([10, 20, 30, 40]);
  });

  it("untangles what the nearest neighbour crosses", () => {
    const grid = Array.from({ length: 100 }, (_, index) => at((index % 10) * 20, Math.floor(index / 10) * 20));
    const { stops, distanceM } = planWalkRoute(grid, at(0));
    expect(new Set(stops).size).toBe(100);
    expect(distanceM).toBeLessThan(99 * 20 * 1.1);
  });

  it("gives the same answer twice and keeps every door of one building", () => {
    const stops = [at(10), at(10), at(0), at(10)];
    expect(planWalkRoute(stops)).toEqual(planWalkRoute(stops));
    expect(planWalkRoute(stops).stops).toHaveLength(4);
  });
});
