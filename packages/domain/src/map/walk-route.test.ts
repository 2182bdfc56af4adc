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
    expect(planWalkRoute([])).toEqual({ stops: [], distanceM: 0, crossings: 0 });
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

  const house = (metresEast: number, civicNumber: number, street = "elm") => ({ ...at(metresEast, civicNumber % 2 === 0 ? 0 : 24), civicNumber, streetKey: street }); // prettier-ignore

  it("goes up one side of a street and down the other, and crosses once", () => {
    const houses = Array.from({ length: 40 }, (_, index) => house(Math.floor(index / 2) * 15, 100 + index));
    const { stops, crossings } = planWalkRoute(houses, at(-5));
    expect(crossings).toBe(1);
    expect(stops.slice(0, 20).every(({ civicNumber }) => civicNumber % 2 === 0)).toBe(true);
    expect(stops[20]?.civicNumber).toBe(139);
    expect(stops.at(-1)?.civicNumber).toBe(101);
  });

  it("finishes a bank of the river before it goes to the other", () => {
    const river = { kind: "water" as const, line: [[-123.1, 49 + 12 / 111_195], [-122.9, 49 + 12 / 111_195]] }; // prettier-ignore
    const doors = Array.from({ length: 30 }, (_, index) => at(index * 15, (index * 7) % 2 === 0 ? 0 : 24));
    const { stops, crossings } = planWalkRoute(doors, at(-5), [river]);
    expect(crossings).toBe(1);
    expect(stops.slice(0, 15).every(({ latitude }) => latitude < 49.0001)).toBe(true);
  });

  it("plans a hundred stops while a phone draws a few pictures, again from any door", () => {
    const stops = Array.from({ length: 100 }, (_, index) => house(((index * 37) % 50) * 15 + (index % 7), 2 * ((index * 37) % 50) + (index % 2), index % 3 === 0 ? "elm" : "oak")); // prettier-ignore
    planWalkRoute(stops, at(0));
    const begun = performance.now();
    for (let turn = 0; turn < 5; turn += 1) planWalkRoute(stops, stops[turn] ?? null);
    expect((performance.now() - begun) / 5).toBeLessThan(50);
  });
});
