import { describe, expect, it } from "vitest";
import { type PaperDay, paperDayRefusal, paperTimeOf } from "./paper-time";

const facts = (given: Partial<PaperDay> = {}): PaperDay => ({
  day: "2031-05-17",
  timeZone: "America/Toronto",
  startTime: "18:00",
  printedAt: new Date("2031-05-16T15:00:00Z"),
  handedOutAt: null,
  now: new Date("2031-05-20T15:00:00Z"),
  ...given,
});
const first = { place: 1, corrections: 0 };

describe("the time of a visit from paper", () => {
  it("goes line by line from the beginning of the shift, on the organisation's clock", () => {
    expect(paperTimeOf(facts(), first).toISOString()).toBe("2031-05-17T22:00:01.000Z");
    expect(paperTimeOf(facts(), { place: 60, corrections: 2 }).toISOString()).toBe("2031-05-17T22:01:00.002Z");
  });

  it("is not before the paper was in hands: else the door would not count for the turf", () => {
    const late = facts({ printedAt: new Date("2031-05-17T22:20:00Z"), handedOutAt: new Date("2031-05-17T22:30:00Z") });
    expect(paperTimeOf(late, first).toISOString()).toBe("2031-05-17T22:30:01.000Z");
    const again = facts({ handedOutAt: new Date("2031-05-19T22:00:00Z") });
    expect(paperTimeOf(again, first).toISOString()).toBe("2031-05-17T22:00:01.000Z");
  });

  it("is never in the future", () => {
    const now = new Date("2031-05-17T21:00:00Z");
    expect(paperTimeOf(facts({ now }), first)).toEqual(now);
  });

  it("is noon where no shift says more", () => {
    expect(paperTimeOf(facts({ startTime: null }), first).toISOString()).toBe("2031-05-17T16:00:01.000Z");
  });

  it("is on no day before the printing nor after today", () => {
    expect(paperDayRefusal(facts({ day: "2031-05-15" }))).toBe("beforePrinted");
    expect(paperDayRefusal(facts({ day: "2031-05-21" }))).toBe("inTheFuture");
    expect(paperDayRefusal(facts({ day: "2031-05-16" }))).toBeNull();
    expect(paperDayRefusal(facts({ day: "2031-05-20" }))).toBeNull();
  });
});
