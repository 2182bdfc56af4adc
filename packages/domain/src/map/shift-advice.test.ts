import { describe, expect, it } from "vitest";
import { placesAdvice } from "./shift-advice";

describe("placesAdvice", () => {
  it("opens as many places as bring enough people", () => {
    expect(placesAdvice(12, { signedUp: 100, attended: 75 })).toEqual({ open: 16, attendance: 0.75, seen: 100 });
  });
  it("goes by a rule of thumb before twenty sign-ups, and says so", () => {
    expect(placesAdvice(7, { signedUp: 19, attended: 1 })).toEqual({ open: 10, attendance: 0.7, seen: 0 });
  });
  it("opens no more than needed when everybody comes, and at most two and a half times as many", () => {
    expect(placesAdvice(10, { signedUp: 40, attended: 40 }).open).toBe(10);
    expect(placesAdvice(10, { signedUp: 40, attended: 2 }).open).toBe(25);
  });
});
