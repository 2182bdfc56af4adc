import type { Shift } from "@cml/domain/map";
import { describe, expect, it } from "vitest";
import { dayByKey, hoursShown, lanesOf, monthDays, movedMonth, weekDays } from "./calendar";

const shift = (startTime: string, endTime: string): Shift => ({ id: `${startTime}-${endTime}`, startTime, endTime }) as Shift;

describe("a month", () => {
  it("has the whole weeks it touches, from Sunday on", () => {
    expect([monthDays("2026-11-23")[0], monthDays("2026-11-23").at(-1), monthDays("2026-11-23").length]).toEqual([
      "2026-11-01",
      "2026-12-05",
      35,
    ]);
    // February 2026 begins on a Sunday and ends on a Saturday.
    expect(monthDays("2026-02-10")).toHaveLength(28);
    expect(monthDays("2026-08-10")).toHaveLength(42);
    expect(weekDays("2026-03-08")).toEqual([
      "2026-03-08",
      "2026-03-09",
      "2026-03-10",
      "2026-03-11",
      "2026-03-12",
      "2026-03-13",
      "2026-03-14",
    ]);
  });

  it("keeps the day, or takes the last where the next is shorter", () => {
    expect(movedMonth("2026-01-31", 1)).toBe("2026-02-28");
    expect(movedMonth("2026-12-15", 1)).toBe("2027-01-15");
    expect(movedMonth("2026-01-15", -1)).toBe("2025-12-15");
  });
});

it("is walked by keys", () => {
  const keys = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown", "x"];
  expect(keys.map((key) => dayByKey(key, "2026-11-04"))).toEqual([
    "2026-11-03",
    "2026-11-05",
    "2026-10-28",
    "2026-11-11",
    "2026-11-01",
    "2026-11-07",
    "2026-10-04",
    "2026-12-04",
    null,
  ]);
});

describe("the hours of a day", () => {
  it("put overlapping shifts side by side, and use a lane again that is free", () => {
    const lanes = lanesOf([shift("09:00", "12:00"), shift("10:00", "11:00"), shift("11:00", "13:00"), shift("18:00", "20:00")]);
    expect(lanes.map(({ shift: { id }, lane, lanes: of }) => `${id} ${String(lane)}/${String(of)}`)).toEqual([
      "09:00-12:00 0/2",
      "10:00-11:00 1/2",
      "11:00-13:00 1/2",
      "18:00-20:00 0/1",
    ]);
  });

  it("reach to the earliest and latest shift; one past midnight ends with its day", () => {
    expect(hoursShown([])).toEqual({ from: 9, until: 21 });
    expect(hoursShown([shift("06:30", "08:00"), shift("20:00", "01:00")])).toEqual({ from: 6, until: 24 });
  });
});
