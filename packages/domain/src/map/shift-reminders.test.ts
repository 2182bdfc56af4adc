import { describe, expect, it } from "vitest";
import { isWithin, reminderWindows } from "./shift-reminders";

const zone = "America/Edmonton";
const at = (date: string, startTime = "13:00", endTime = "16:00") => reminderWindows({ date, startTime, endTime }, zone);

describe("reminderWindows", () => {
  it("goes by the wall clock in winter", () => {
    const { dayBefore, sameDay, after } = at("2026-12-05");
    expect(dayBefore.from.toISOString()).toBe("2026-12-04T18:00:00.000Z");
    expect(sameDay.from.toISOString()).toBe("2026-12-05T15:00:00.000Z");
    expect(sameDay.until.toISOString()).toBe("2026-12-05T20:00:00.000Z");
    expect(after.from.toISOString()).toBe("2026-12-06T00:00:00.000Z");
  });
  it("stays at eleven and at eight across the spring change of 2026-03-08", () => {
    const { dayBefore, sameDay } = at("2026-03-08");
    expect(dayBefore.from.toISOString()).toBe("2026-03-07T18:00:00.000Z");
    expect(sameDay.from.toISOString()).toBe("2026-03-08T14:00:00.000Z");
  });
  it("stays at eleven and at eight across the autumn change of 2026-11-01", () => {
    const { dayBefore, sameDay } = at("2026-11-01");
    expect(dayBefore.from.toISOString()).toBe("2026-10-31T17:00:00.000Z");
    expect(sameDay.from.toISOString()).toBe("2026-11-01T15:00:00.000Z");
  });
  it("wakes nobody later than two hours before an early shift", () => {
    expect(at("2026-12-05", "07:30", "09:00").sameDay.from.toISOString()).toBe("2026-12-05T12:30:00.000Z");
  });
  it("knows its ends", () => {
    const { sameDay } = at("2026-12-05");
    expect(isWithin(sameDay, sameDay.from)).toBe(true);
    expect(isWithin(sameDay, sameDay.until)).toBe(false);
  });
});
