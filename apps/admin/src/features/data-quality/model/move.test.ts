import { describe, expect, it } from "vitest";
import { moveOf } from "./move";

const here = { latitude: 49.25, longitude: -123.12 };

describe("a move", () => {
  it.each([
    ["N", 0.001, 0],
    ["NE", 0.001, 0.0015],
    ["E", 0, 0.001],
    ["SE", -0.001, 0.0015],
    ["S", -0.001, 0],
    ["SW", -0.001, -0.0015],
    ["W", 0, -0.001],
    ["NW", 0.001, -0.0015],
  ])("goes %s", (wind, north, east) => {
    expect(moveOf(here, { latitude: here.latitude + north, longitude: here.longitude + east }).wind).toBe(wind);
  });

  it("is told in whole metres", () => {
    expect(moveOf(here, { latitude: 49.251, longitude: -123.12 })).toEqual({ metres: 111, wind: "N" });
    expect(moveOf(here, here).metres).toBe(0);
  });
});
