import { describe, expect, it } from "vitest";
import { letterOf, pairUp } from "./turf-hand-out";

describe("people in pairs", () => {
  it("keep their order, and nobody is left alone", () => {
    expect(pairUp(["a", "b", "c", "d"], 2)).toEqual([["a", "b"], ["c", "d"]]); // prettier-ignore
    expect(pairUp(["a", "b", "c", "d", "e"], 2)).toEqual([["a", "b"], ["c", "d", "e"]]); // prettier-ignore
    expect(pairUp(["a", "b", "c", "d", "e"], 3)).toEqual([["a", "b", "c"], ["d", "e"]]); // prettier-ignore
  });

  it("are one alone when there is but one, or when each walks alone", () => {
    expect(pairUp(["a"], 2)).toEqual([["a"]]);
    expect(pairUp(["a", "b"], 1)).toEqual([["a"], ["b"]]);
    expect(pairUp([], 2)).toEqual([]);
  });
});

describe("the letter of a turf", () => {
  it("goes on after Z", () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(letterOf)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
  });
});
