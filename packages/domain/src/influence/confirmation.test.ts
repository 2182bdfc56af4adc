import { describe, expect, it } from "vitest";
import { confirmationExpiry, reminderDueAt } from "./confirmation";

const now = new Date("2026-11-02T12:00:00Z");
const at = (text: string) => new Date(text);

describe("a confirmation link", () => {
  it.each([
    ["seven days", null, null, "2026-11-09T12:00:00Z"],
    ["until the deadline", at("2026-11-04T17:00:00Z"), null, "2026-11-04T17:00:00Z"],
    ["until the end, where that comes first", at("2026-11-08T00:00:00Z"), at("2026-11-05T00:00:00Z"), "2026-11-05T00:00:00Z"],
    ["seven days after a deadline that is over", at("2026-11-01T00:00:00Z"), null, "2026-11-09T12:00:00Z"],
  ])("works %s", (_what, submissionDeadline, endsAt, end) => {
    expect(confirmationExpiry(now, { submissionDeadline, endsAt })).toEqual(at(end));
  });

  it.each([
    ["two days before its end", "2026-11-09T12:00:00Z", "2026-11-07T12:00:00Z"],
    ["in the last third of a short life", "2026-11-02T18:00:00Z", "2026-11-02T16:00:00Z"],
  ])("is reminded of %s", (_what, end, due) => {
    expect(reminderDueAt({ createdAt: now, expiresAt: at(end) })).toEqual(at(due));
  });

  it("of less than three hours is not", () => {
    expect(reminderDueAt({ createdAt: now, expiresAt: at("2026-11-02T14:59:00Z") })).toBeNull();
  });
});
