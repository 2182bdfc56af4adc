import { describe, expect, it } from "vitest";
import { type DeadlineFacts, deadlineOutlook, openMsBetween } from "./letter-deadline";

const hour = 3_600_000;
const always = { windowDays: [], windowFrom: null, windowTo: null, timeZone: "America/Toronto" };
const office = { ...always, windowDays: [1, 2, 3, 4, 5], windowFrom: "09:00", windowTo: "17:00" };
const openHours = (from: string, to: string, hours: typeof always | typeof office) =>
  openMsBetween(new Date(from), new Date(to), hours) / hour;

describe("the hours in which letters may leave", () => {
  it("are all of them without a window", () => {
    expect(openHours("2026-11-23T12:00:00Z", "2026-11-25T12:00:00Z", always)).toBe(48);
  });

  it("are those of the organisation's clock on its weekdays", () => {
    // Friday 15:00 to Monday 10:00 in Toronto: two hours of Friday, one of Monday.
    expect(openHours("2026-11-20T20:00:00Z", "2026-11-23T15:00:00Z", office)).toBe(3);
  });

  it("are 23 on the day the clocks go forward and 25 on the day they go back", () => {
    expect(openHours("2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z", always)).toBe(23);
    expect(openHours("2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z", always)).toBe(25);
    const night = { ...always, windowFrom: "00:00", windowTo: "06:00" };
    expect(openHours("2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z", night)).toBe(5);
    expect(openHours("2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z", night)).toBe(7);
  });

  it("stay nine to five on the clock when it changes in between", () => {
    // Friday 30 October 16:00 (EDT) to Monday 2 November 10:00 (EST).
    expect(openHours("2026-10-30T20:00:00Z", "2026-11-02T15:00:00Z", office)).toBe(2);
  });

  it("belong, over midnight, to the day on which they open", () => {
    const overnight = { ...always, windowDays: [5], windowFrom: "22:00", windowTo: "02:00" };
    // All of Saturday in Toronto: what Friday's window reaches into it.
    expect(openHours("2026-11-21T05:00:00Z", "2026-11-22T05:00:00Z", overnight)).toBe(2);
  });

  it("are none when the end is over", () => {
    expect(openHours("2026-11-22T12:00:00Z", "2026-11-21T12:00:00Z", always)).toBe(0);
  });
});

describe("how many letters miss a deadline", () => {
  const facts: DeadlineFacts = {
    ...always,
    now: new Date("2026-11-23T15:00:00Z"),
    deadline: new Date("2026-11-25T17:00:00Z"),
    paused: false,
    sendFrom: null,
    sendUntil: null,
    lettersPerHour: 10,
    recipientPerHour: null,
    recipientTotal: null,
    recipients: [{ waiting: 912, held: 0, sent: 0 }],
  };

  it("is what the rate does not take in time, with the rate that would", () => {
    expect(deadlineOutlook(facts)).toMatchObject({ waiting: 912, missing: 412, openHours: 50, neededPerHour: 19, cause: "RATE" });
    expect(deadlineOutlook({ ...facts, lettersPerHour: 19 })).toMatchObject({ missing: 0, cause: null, neededPerHour: null });
    expect(deadlineOutlook({ ...facts, lettersPerHour: null })).toMatchObject({ missing: 0 });
  });

  it("counts only hours in which letters may leave", () => {
    expect(deadlineOutlook({ ...facts, windowFrom: "09:00", windowTo: "17:00" })).toMatchObject({ openHours: 18, missing: 732 });
    expect(deadlineOutlook({ ...facts, sendFrom: new Date("2026-11-25T12:00:00Z") })).toMatchObject({ openHours: 5, missing: 862 });
    expect(deadlineOutlook({ ...facts, windowDays: [7] })).toMatchObject({ missing: 912, cause: "WINDOW", neededPerHour: null });
  });

  it("knows caps for one recipient", () => {
    const recipients = [
      { waiting: 900, held: 0, sent: 0 },
      { waiting: 12, held: 0, sent: 0 },
    ];
    const capped = { ...facts, recipients, lettersPerHour: null, recipientPerHour: 10 };
    expect(deadlineOutlook(capped)).toMatchObject({ missing: 400, cause: "RECIPIENT_RATE", neededPerHour: null });
    const total = { ...facts, lettersPerHour: null, recipientTotal: 100, recipients: [{ waiting: 50, held: 0, sent: 80 }] };
    expect(deadlineOutlook(total)).toMatchObject({ missing: 30, cause: "RECIPIENT_RATE" });
  });

  it("is all of them while nothing leaves", () => {
    expect(deadlineOutlook({ ...facts, paused: true })).toMatchObject({ missing: 912, cause: "PAUSED" });
  });

  it("counts letters that are held, and says that no rate helps them", () => {
    const recipients = [{ waiting: 20, held: 12, sent: 0 }];
    expect(deadlineOutlook({ ...facts, recipients })).toMatchObject({ missing: 12, held: 12, cause: "HELD", neededPerHour: null });
  });
});
