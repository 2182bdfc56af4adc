import { describe, expect, it } from "vitest";
import { verbsOf } from "./signup-verbs";

const now = new Date("2026-12-01T12:00:00Z");
const later = new Date("2026-12-01T13:00:00Z");
const when = { shift: { status: "OPEN" as const }, startsAt: later, now };
const plain = { offeredAt: null, offerExpiresAt: null, confirmedAt: null };

describe("verbsOf", () => {
  it.each([
    ["CONFIRMED", plain, ["COMING", "CHANGE", "CANCEL"]],
    ["CONFIRMED", { ...plain, confirmedAt: now }, ["CHANGE", "CANCEL"]],
    ["WAITLISTED", plain, ["CHANGE", "CANCEL"]],
    ["WAITLISTED", { ...plain, offeredAt: now, offerExpiresAt: later }, ["TAKE", "CHANGE", "CANCEL"]],
    ["WAITLISTED", { ...plain, offeredAt: now }, ["TAKE", "CHANGE", "CANCEL"]],
    ["WAITLISTED", { ...plain, offeredAt: now, offerExpiresAt: now }, ["CHANGE", "CANCEL"]],
    ["CANCELLED", plain, ["AGAIN"]],
    ["ATTENDED", plain, []],
    ["NO_SHOW", plain, []],
  ] as const)("of %s %j", (status, signup, verbs) => expect(verbsOf({ status, ...signup }, when)).toEqual(verbs));

  it.each(["CONFIRMED", "WAITLISTED", "CANCELLED"] as const)("nothing moves of %s once the shift began or was cancelled", (status) => {
    expect(verbsOf({ status, ...plain }, { ...when, now: later })).toEqual([]);
    expect(verbsOf({ status, ...plain }, { ...when, shift: { status: "CANCELLED" } })).toEqual([]);
  });
});
