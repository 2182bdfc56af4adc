import { describe, expect, it } from "vitest";
import { fartherHalf } from "./turf-rest";

const building = (place: number, doors: number) => ({
  latitude: 53.5,
  longitude: -113.5 + place * 0.001,
  doorIds: Array.from({ length: doors }, (_, n) => `${place}-${n}`),
});

describe("the farther half of what is left", () => {
  it("is what lies away from the pair, in whole buildings", () => {
    const left = [building(3, 1), building(0, 1), building(2, 1), building(1, 1)];
    expect(fartherHalf(left, building(0, 0)).sort()).toEqual(["2-0", "3-0"]);
    expect(fartherHalf(left, building(4, 0)).sort()).toEqual(["0-0", "1-0"]);
  });

  it("goes by doors, not by buildings", () => {
    const left = [building(0, 1), building(1, 1), building(2, 1), building(3, 9)];
    expect(fartherHalf(left, building(0, 0))).toHaveLength(9);
    expect(fartherHalf([building(0, 9), building(1, 1), building(2, 1)], building(0, 0)).sort()).toEqual(["1-0", "2-0"]);
  });

  it("leaves something on both sides of two buildings, and halves one alone", () => {
    expect(fartherHalf([building(0, 1), building(1, 1)], building(0, 0))).toEqual(["1-0"]);
    expect(fartherHalf([building(0, 5)], null)).toEqual(["0-3", "0-4"]);
    expect(fartherHalf([building(0, 1)], null)).toEqual([]);
    expect(fartherHalf([], null)).toEqual([]);
  });
});
