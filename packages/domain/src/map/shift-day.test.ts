import { expect, it } from "vitest";
import { dayBegins, dayStateOf, isCaptainsTime, isCodeTime, mayHoldMore, samePhone, statusBeforeCheckIn } from "./shift-day";

const at = new Date("2026-11-28T17:00:00Z");
const plain = { holds: false, returned: false, walked: false };

it.each([
  ["EXPECTED", { status: "CONFIRMED", checkedInAt: null, leftAt: null }, plain],
  // Handed out the night before.
  ["EXPECTED", { status: "CONFIRMED", checkedInAt: null, leftAt: null }, { ...plain, holds: true }],
  ["OUT", { status: "CONFIRMED", checkedInAt: null, leftAt: null }, { ...plain, holds: true, walked: true }],
  ["OUT", { status: "ATTENDED", checkedInAt: at, leftAt: null }, { ...plain, holds: true }],
  ["HERE", { status: "ATTENDED", checkedInAt: at, leftAt: null }, plain],
  ["BACK", { status: "ATTENDED", checkedInAt: at, leftAt: null }, { ...plain, returned: true }],
  ["LEFT", { status: "ATTENDED", checkedInAt: at, leftAt: at }, { ...plain, returned: true }],
  ["NO_SHOW", { status: "NO_SHOW", checkedInAt: null, leftAt: null }, plain],
  ["WAITING", { status: "WAITLISTED", checkedInAt: null, leftAt: null }, plain],
  ["CANCELLED", { status: "CANCELLED", checkedInAt: at, leftAt: null }, plain],
] as const)("somebody is %s", (state, signup, facts) => {
  expect(dayStateOf(signup, facts)).toBe(state);
});

it("knows what a sign-up was before its check-in", () => {
  const none = { waitlistedAt: null, placedAt: null, cancelledAt: null };
  expect(statusBeforeCheckIn({ ...none, placedAt: at })).toBe("CONFIRMED");
  expect(statusBeforeCheckIn(none)).toBe("CONFIRMED");
  expect(statusBeforeCheckIn({ ...none, waitlistedAt: at })).toBe("WAITLISTED");
  expect(statusBeforeCheckIn({ ...none, waitlistedAt: at, placedAt: at })).toBe("CONFIRMED");
  expect(statusBeforeCheckIn({ ...none, placedAt: at, cancelledAt: at })).toBe("CANCELLED");
});

it("begins the day at the organisation's midnight, also when the clocks change, and goes past midnight with the shift", () => {
  const timeZone = "America/Edmonton";
  // The clocks go back at two that night.
  const shift = { date: "2026-11-01", startTime: "20:00", endTime: "01:00" };
  expect(dayBegins(shift, timeZone)).toEqual(new Date("2026-11-01T06:00:00Z"));
  const code = (now: string) => isCodeTime(shift, { now: new Date(now), timeZone });
  expect([code("2026-11-01T05:59:59Z"), code("2026-11-01T06:00:00Z")]).toEqual([false, true]);
  expect([code("2026-11-02T20:00:00Z"), code("2026-11-02T20:00:01Z")]).toEqual([true, false]);
  const led = (now: string) => isCaptainsTime(shift, { now: new Date(now), timeZone });
  expect([led("2026-10-26T02:59:00Z"), led("2026-10-26T03:00:00Z")]).toEqual([false, true]);
  expect([led("2026-11-05T08:00:00Z"), led("2026-11-05T08:00:01Z")]).toEqual([true, false]);
});

it("reads a telephone number however it is written, and none as nobody's", () => {
  expect(samePhone("+1 (604) 555-0101", "604.555.0101")).toBe(true);
  expect(samePhone("604 555 0101", "604 555 0102")).toBe(false);
  expect(samePhone(null, null)).toBe(false);
  expect(samePhone("", "ext.")).toBe(false);
});

it("asks after phones that hold records, or were silent for ten minutes of a walk", () => {
  const minutesAgo = (minutes: number) => new Date(at.getTime() - minutes * 60_000);
  expect(mayHoldMore({ unsent: 1, heardAt: at, isWalking: false }, at)).toBe(true);
  expect(mayHoldMore({ unsent: 0, heardAt: minutesAgo(11), isWalking: true }, at)).toBe(true);
  expect(mayHoldMore({ unsent: 0, heardAt: minutesAgo(9), isWalking: true }, at)).toBe(false);
  expect(mayHoldMore({ unsent: 0, heardAt: minutesAgo(90), isWalking: false }, at)).toBe(false);
});
