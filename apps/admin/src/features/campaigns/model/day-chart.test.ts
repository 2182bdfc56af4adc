import { expect, it } from "vitest";
import { chartOf } from "./day-chart";

it("has a bar for each day in between, also for days without anything, over a clock change", () => {
  const { bars, most } = chartOf([
    { day: "2026-10-31", letters: 4, calls: 0 },
    { day: "2026-11-03", letters: 1, calls: 9 },
  ]);
  expect(bars.map(({ day, letters }) => `${day} ${letters}`)).toEqual(["2026-10-31 4", "2026-11-01 0", "2026-11-02 0", "2026-11-03 1"]);
  expect(most).toBe(9);
});

it("is empty without days", () => {
  expect(chartOf([]).bars).toEqual([]);
});
