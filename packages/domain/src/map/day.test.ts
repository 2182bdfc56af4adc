import { expect, it } from "vitest";
import { dayIn, isRealTime, momentOf, nextDay } from "./day";
import { shiftEnd, shiftStart, statusByPlaces } from "./shift";

const zone = "America/Edmonton";

it.each([
  ["winter", { day: "2031-01-10", time: "10:00" }, "2031-01-10T17:00:00.000Z"],
  ["summer", { day: "2031-07-10", time: "10:00" }, "2031-07-10T16:00:00.000Z"],
  ["the hour the clocks skip", { day: "2031-03-09", time: "02:30" }, "2031-03-09T09:30:00.000Z"],
  ["the hour they repeat", { day: "2031-11-02", time: "01:30" }, "2031-11-02T07:30:00.000Z"],
])("reads a wall clock in %s", (_name, wall, moment) => expect(momentOf(wall, zone).toISOString()).toBe(moment));

it("knows days of the zone and hours that do not exist", () => {
  expect(dayIn(new Date("2031-05-18T05:59:59Z"), zone)).toBe("2031-05-17");
  expect(dayIn(new Date("2031-05-18T06:00:00Z"), zone)).toBe("2031-05-18");
  expect(nextDay("2031-12-31")).toBe("2032-01-01");
  expect(isRealTime({ day: "2031-03-09", time: "02:30" }, zone)).toBe(false);
  expect(isRealTime({ day: "2031-11-02", time: "01:30" }, zone)).toBe(true);
});

it("ends a shift past midnight on the next day, over a clock change", () => {
  const shift = { date: "2031-03-08", startTime: "22:00", endTime: "04:00" };
  expect(shiftEnd(shift, zone).getTime() - shiftStart(shift, zone).getTime()).toBe(5 * 3_600_000);
});

it("is full when the open places are taken, and stays cancelled", () => {
  expect(statusByPlaces({ status: "OPEN", currentVolunteers: 3, openPlaces: 3 })).toBe("FULL");
  expect(statusByPlaces({ status: "FULL", currentVolunteers: 2, openPlaces: 3 })).toBe("OPEN");
  expect(statusByPlaces({ status: "CANCELLED", currentVolunteers: 0, openPlaces: 3 })).toBe("CANCELLED");
});
