import { expect, it } from "vitest";
import { barsOf } from "./office-days";

it("draws nothing of nothing, and one day as one bar", () => {
  expect(barsOf([])).toEqual([]);
  expect(barsOf([{ day: "2026-11-18", letters: 3 }])).toEqual([{ day: "2026-11-18", days: 1, letters: 3 }]);
});

it("keeps days without letters", () => {
  const bars = barsOf([
    { day: "2026-10-31", letters: 1 },
    { day: "2026-11-02", letters: 2 },
  ]);
  expect(bars.map(({ letters }) => letters)).toEqual([1, 0, 2]);
});

it("puts long times together in weeks, and counts every letter", () => {
  const days = [
    { day: "2026-01-01", letters: 5 },
    { day: "2026-01-07", letters: 1 },
    { day: "2026-01-08", letters: 2 },
    { day: "2026-12-31", letters: 4 },
  ];
  const bars = barsOf(days);
  expect(bars.length).toBeLessThanOrEqual(31);
  expect(bars.reduce((sum, { letters }) => sum + letters, 0)).toBe(12);
});
