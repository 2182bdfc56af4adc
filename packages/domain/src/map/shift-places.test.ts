import { describe, expect, it } from "vitest";
import { holdsPlace, offerTerms, planOffers } from "./shift-places";

const startsAt = new Date("2026-12-05T17:00:00Z");
const hoursBefore = (hours: number) => new Date(startsAt.getTime() - hours * 3_600_000);
const waiting = (id: string, waitPosition: number, offered: { offeredAt?: Date; offerExpiresAt?: Date } = {}) => ({
  id,
  status: "WAITLISTED" as const,
  offeredAt: null,
  offerExpiresAt: null,
  waitPosition,
  ...offered,
});
const shift = { openPlaces: 10, currentVolunteers: 9, status: "OPEN" as const };

describe("offerTerms", () => {
  it("holds a place for twelve hours", () => expect(offerTerms(hoursBefore(48), startsAt)).toEqual({ until: hoursBefore(36) }));
  it("ends every offer two hours before the shift", () => expect(offerTerms(hoursBefore(10), startsAt)).toEqual({ until: hoursBefore(2) }));
  it("leaves it to the quickest when there is no hour left to wait", () => {
    expect(offerTerms(hoursBefore(3), startsAt)).toEqual({ until: hoursBefore(2) });
    expect(offerTerms(hoursBefore(2.9), startsAt)).toEqual({ until: null });
    expect(offerTerms(hoursBefore(0.5), startsAt)).toEqual({ until: null });
  });
  it("offers nothing once it began", () => expect(offerTerms(startsAt, startsAt)).toBe("over"));
});

describe("planOffers", () => {
  const early = { now: hoursBefore(48), startsAt };
  const late = { now: hoursBefore(1), startsAt };
  it("offers a free place to the first in line only", () => {
    const plan = planOffers(shift, [waiting("second", 2), waiting("first", 1), waiting("third", 3)], early);
    expect(plan).toEqual({ signupIds: ["first"], until: hoursBefore(36) });
  });
  it("passes over whoever holds an offer", () => {
    const held = waiting("first", 1, { offeredAt: early.now, offerExpiresAt: hoursBefore(36) });
    expect(planOffers(shift, [held, waiting("second", 2)], early).signupIds).toEqual(["second"]);
  });
  it("offers nothing when there is no place, and nothing of a cancelled shift", () => {
    expect(planOffers({ ...shift, currentVolunteers: 10 }, [waiting("first", 1)], early).signupIds).toEqual([]);
    expect(planOffers({ ...shift, status: "CANCELLED" }, [waiting("first", 1)], early).signupIds).toEqual([]);
  });
  it("asks the first three at once near the shift, nobody twice", () => {
    const line = [waiting("a", 1), waiting("b", 2), waiting("c", 3), waiting("d", 4)];
    expect(planOffers(shift, line, late)).toEqual({ signupIds: ["a", "b", "c"], until: null });
    const asked = line.map((one) => (one.waitPosition <= 2 ? { ...one, offeredAt: late.now } : one));
    expect(planOffers(shift, asked, late).signupIds).toEqual(["c"]);
  });
});

describe("holdsPlace", () => {
  it("counts an offer that is held, not one for the quickest", () => {
    expect(holdsPlace(waiting("a", 1, { offerExpiresAt: startsAt }))).toBe(true);
    expect(holdsPlace(waiting("a", 1, { offeredAt: startsAt }))).toBe(false);
    expect(holdsPlace({ status: "CANCELLED", offerExpiresAt: null })).toBe(false);
  });
});
