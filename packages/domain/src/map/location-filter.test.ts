import { describe, expect, it } from "vitest";
import { bandOf, isFiltering, noFilter, readLocationFilter, readVisited, writeLocationFilter } from "./location-filter";

describe("filters of buildings", () => {
  it("go into an address and come back the same", () => {
    const texts = {
      q: "12 main",
      postal: "V6B",
      support: "1,none",
      band: "low",
      visited: "before30",
      sign: "yes",
      bounds: "-124,49,-123,50.5",
    };
    const filter = readLocationFilter(texts);
    expect(filter).toMatchObject({ support: ["1", "none"], bounds: [-124, 49, -123, 50.5], cut: null });
    expect(writeLocationFilter(filter)).toEqual(texts);
    expect(isFiltering(filter)).toBe(true);
  });

  it("leave out what they cannot read, alone", () => {
    const bad = { support: "9", visited: "soon", cut: "x", bounds: "1,2", type: "TENT", q: 12, provider: "none" };
    expect(readLocationFilter(bad)).toEqual({ ...noFilter, q: "12", provider: ["none"] });
    expect(isFiltering(readLocationFilter({ support: "" }))).toBe(false);
  });

  it("know days and bands", () => {
    expect(readVisited("in7")).toEqual({ kind: "in", days: 7 });
    expect(readVisited("in0x")).toBeNull();
    expect([null, 0, 59, 60, 84, 85, 100].map(bandOf)).toEqual(["none", "low", "low", "medium", "medium", "high", "high"]);
  });
});
