import { describe, expect, it } from "vitest";
import { daysBetween, movedDay, seriesDays, shiftRepeatSchema } from "./shift-series";

const repeat = (given: Parameters<typeof shiftRepeatSchema.parse>[0]) => shiftRepeatSchema.parse(given);

describe("seriesDays", () => {
  it("repeats daily until a day, across a change of the clocks", () => {
    expect(seriesDays("2026-03-07", repeat({ rhythm: "DAILY", until: "2026-03-09" }))).toEqual(["2026-03-07", "2026-03-08", "2026-03-09"]);
  });
  it("repeats on weekdays so many times", () => {
    const days = seriesDays("2026-11-24", repeat({ rhythm: "WEEKLY", weekdays: [2, 4], times: 4 }));
    expect(days).toEqual(["2026-11-24", "2026-11-26", "2026-12-01", "2026-12-03"]);
  });
  it("stays on its own weekday when none is named", () => {
    expect(seriesDays("2026-11-28", repeat({ rhythm: "WEEKLY", times: 3 }))).toEqual(["2026-11-28", "2026-12-05", "2026-12-12"]);
  });
  it("never makes more than a hundred", () =>
    expect(seriesDays("2026-01-01", repeat({ rhythm: "DAILY", until: "2030-01-01" }))).toHaveLength(100));
  it("is one shift when its end lies before it", () => {
    expect(seriesDays("2026-01-10", repeat({ rhythm: "DAILY", until: "2026-01-01" }))).toEqual(["2026-01-10"]);
  });
});

describe("days", () => {
  it("are counted and moved by the calendar", () => {
    expect(daysBetween("2026-10-31", "2026-11-02")).toBe(2);
    expect(movedDay("2026-03-01", -1)).toBe("2026-02-28");
  });
});
