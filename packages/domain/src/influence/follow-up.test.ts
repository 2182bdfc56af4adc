import { describe, expect, it } from "vitest";
import { canBeReplyDay, type FollowedLetter, followUpStep, isFollowUpLinkDead } from "./follow-up";

const at = (day: string) => new Date(`2026-11-${day}T15:00:00Z`);
const letter = (given: Partial<FollowedLetter> = {}): FollowedLetter => ({
  id: "1",
  recipientName: "Ana Ruiz",
  recipientTitle: null,
  status: "SENT",
  leftAt: at("01"),
  keptLocally: false,
  returnedAt: null,
  answeredAt: null,
  erasedAt: null,
  handedInAt: null,
  answeredToAll: false,
  report: null,
  ...given,
});
const report = { outcome: "ANSWERED", repliedOn: null, reportedAt: at("03") } as const;
const step = (letters: FollowedLetter[], now = at("15"), asked = false) => followUpStep(letters, { now, since: at("01"), asked });

describe("followUpStep", () => {
  it("asks two weeks after the first letter left, about the letters without an answer", () => {
    expect(step([letter(), letter({ id: "2", leftAt: at("10") })])).toMatchObject({ kind: "ASK", letters: [{ id: "1" }, { id: "2" }] });
    expect(step([letter(), letter({ id: "2", report })])).toMatchObject({ kind: "ASK", letters: [{ id: "1" }] });
  });
  it("waits while the two weeks are not over, and while a letter may still leave", () => {
    expect(step([letter({ leftAt: at("03") })])).toEqual({ kind: "WAIT", until: at("17") });
    expect(step([letter({ status: "QUEUED", leftAt: null })])).toEqual({ kind: "WAIT", until: at("16") });
    expect(step([letter({ status: "CLICKED", leftAt: null })])).toMatchObject({ kind: "WAIT" });
  });
  it.each([
    ["has a reply by mail", { answeredAt: at("05") }],
    ["has its report", { report }],
    ["was answered with all others", { answeredToAll: true }],
    ["came back", { status: "FAILED", returnedAt: at("02") }],
    ["was refused", { status: "FAILED", leftAt: null }],
    ["was cancelled", { status: "CANCELLED", leftAt: null }],
    ["was erased", { erasedAt: at("02") }],
    ["never left this computer", { keptLocally: true }],
  ] satisfies [string, Partial<FollowedLetter>][])("closes when the only letter %s", (_what, given) => {
    expect(step([letter(given)])).toEqual({ kind: "CLOSE" });
  });
  it("closes when nothing has left for four months", () => {
    const queued = letter({ status: "QUEUED", leftAt: null });
    expect(followUpStep([queued], { now: new Date("2027-03-15T15:00:00Z"), since: at("01"), asked: false })).toEqual({ kind: "CLOSE" });
  });
  it("asks about letters that were handed in on paper", () => {
    expect(step([letter({ status: "CANCELLED", handedInAt: at("01") })])).toMatchObject({ kind: "ASK" });
  });
  it("asks once more about what is still open, and not when nothing is", () => {
    expect(step([letter()], at("22"), true)).toMatchObject({ kind: "ASK" });
    expect(step([letter({ report })], at("22"), true)).toEqual({ kind: "CLOSE" });
    expect(step([letter({ status: "QUEUED", leftAt: null })], at("22"), true)).toEqual({ kind: "CLOSE" });
  });
});

it("knows days on which a reply can have come", () => {
  const between = { handedOverOn: "2026-11-01", today: "2026-11-15" };
  expect(canBeReplyDay("2026-11-01", between)).toBe(true);
  expect(canBeReplyDay("2026-11-15", between)).toBe(true);
  expect(canBeReplyDay("2026-10-31", between)).toBe(false);
  expect(canBeReplyDay("2026-11-16", between)).toBe(false);
});

it("lets the link of the question die 90 days after the second mail", () => {
  expect(isFollowUpLinkDead({ secondDueAt: at("22") }, new Date("2027-02-19T15:00:00Z"))).toBe(false);
  expect(isFollowUpLinkDead({ secondDueAt: at("22") }, new Date("2027-02-21T15:00:00Z"))).toBe(true);
});
