import { expect, it } from "vitest";
import type { LetterEvent } from "./letter-event";
import { type TimelineLetter, timelineOf } from "./letter-timeline";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 10, minute));
const letter = (given: Partial<TimelineLetter> = {}): TimelineLetter => ({
  status: "QUEUED",
  emailMethod: "SMTP",
  createdAt: at(0),
  sentAt: null,
  handOverStartedAt: null,
  claimedSentAt: null,
  handedInAt: null,
  smtpResponse: null,
  keptLocally: false,
  heldReason: null,
  ...given,
});
const event = (minute: number, kind: LetterEvent["kind"], words: string | null = null): LetterEvent => ({
  id: "0193b5a0-0000-7000-8000-000000000001",
  letterId: "0193b5a0-0000-7000-8000-000000000002",
  kind,
  at: at(minute),
  words,
  byUserId: null,
});
const steps = (one: TimelineLetter, events: LetterEvent[] = []) => timelineOf(one, events).map(({ step }) => step);

it("tells a letter's whole way in order", () => {
  const events = [
    event(1, "HELD", "RECIPIENT_PARKED"),
    event(2, "RELEASED"),
    event(3, "DEFERRED", "451 4.7.1 later"),
    event(14, "HANDED_OVER", "250 ok"),
    event(20, "AUTO_REPLY"),
    event(30, "REPLY"),
    event(31, "RETURNED", "550 5.1.1 no such user"),
  ];
  const timeline = timelineOf(letter({ status: "SENT", sentAt: at(14) }), events);
  expect(timeline.map(({ step }) => step)).toEqual([
    "CONFIRMED",
    "QUEUED",
    "HELD",
    "RELEASED",
    "DEFERRED",
    "HANDED_OVER",
    "AUTO_REPLY",
    "ANSWERED",
    "RETURNED",
  ]);
  expect(timeline.map(({ reason }) => reason).filter(Boolean)).toEqual(["RECIPIENT_PARKED", "BLOCKED", "NO_SUCH_ADDRESS"]);
});

it("tells what the row alone knows", () => {
  expect(steps(letter({ status: "SENT", sentAt: at(4) }))).toEqual(["CONFIRMED", "QUEUED", "HANDED_OVER"]);
  expect(steps(letter({ status: "SENT", sentAt: at(4), keptLocally: true }))).toContain("KEPT_LOCALLY");
  expect(timelineOf(letter({ status: "FAILED", smtpResponse: "552 5.2.2 full" }), []).at(-1)).toMatchObject({
    step: "REFUSED",
    reason: "MAILBOX_FULL",
  });
  expect(timelineOf(letter({ heldReason: "WINDOW" }), []).at(-1)).toEqual({ step: "HELD", at: null, words: null, reason: "WINDOW" });
});

it("counts only a yes of the writer for mail programs and paper", () => {
  expect(steps(letter({ emailMethod: "MAILTO", status: "CLICKED" }))).toEqual(["OPENED"]);
  expect(steps(letter({ emailMethod: "MAILTO", status: "SENT", claimedSentAt: at(5) }))).toEqual(["OPENED", "SENT_BY_WRITER"]);
  expect(steps(letter({ emailMethod: "PRINT", status: "CLICKED" }))).toEqual(["PRINTED"]);
  expect(steps(letter({ status: "USER_INFO_CAPTURED" }))).toEqual([]);
});

it("keeps a settlement that was taken back in the history, and is uncertain again", () => {
  const events = [event(3, "UNCERTAIN"), event(9, "SETTLED", "ARRIVED"), event(10, "SETTLED", "TAKEN_BACK")];
  expect(steps(letter({ status: "UNCERTAIN" }), events)).toEqual(["CONFIRMED", "QUEUED", "UNCERTAIN", "SETTLED_ARRIVED", "SETTLED_BACK"]);
});

it("says who settled what", () => {
  expect(steps(letter({ status: "SENT", sentAt: at(3) }), [event(3, "UNCERTAIN"), event(9, "SETTLED", "ARRIVED")])).toEqual([
    "CONFIRMED",
    "QUEUED",
    "UNCERTAIN",
    "SETTLED_ARRIVED",
  ]);
});
