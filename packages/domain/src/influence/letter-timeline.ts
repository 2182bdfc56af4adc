import { z } from "zod";
import type { CampaignEmailStatus, EmailMethod } from "./enums";
import type { ReplyReport } from "./follow-up";
import { type LetterEvent, takenBack } from "./letter-event";
import { isLetterHold, letterHolds } from "./letter-hold";
import { refusalReasonOf, refusalReasons } from "./refusal-reason";

/** Steps on a letter's way, in the words of the receipt; "handed over" is never called delivered. */
export const letterSteps = [
  "CONFIRMED",
  "QUEUED",
  "OPENED",
  "PRINTED",
  "SENT_BY_WRITER",
  "HELD",
  "RELEASED",
  "HANDED_OVER",
  "KEPT_LOCALLY",
  "DEFERRED",
  "REFUSED",
  "UNCERTAIN",
  "SETTLED_ARRIVED",
  "SETTLED_AGAIN",
  "SETTLED_BACK",
  "CANCELLED",
  "RETURNED",
  "DELAYED",
  "AUTO_REPLY",
  "ANSWERED",
  "HANDED_IN",
  "SAID_ANSWERED",
  "SAID_ACKNOWLEDGED",
  "SAID_NOT_SATISFACTORY",
  "SAID_NOTHING",
  "NOT_CONSTITUENT",
] as const;
export type LetterStep = (typeof letterSteps)[number];

/** Plain reasons of HELD, DEFERRED, REFUSED, RETURNED and DELAYED; translated under influence:letterReasons. */
export const letterReasons = [...letterHolds, ...refusalReasons] as const;

/** Oldest first. `words` are the server's or the office's own; `reason` says the same in plain terms. */
export const letterTimelineSchema = z.array(
  z.object({
    step: z.enum(letterSteps),
    at: z.date().nullable(),
    words: z.string().nullable(),
    reason: z.enum(letterReasons).nullable(),
  }),
);
export type LetterTimeline = z.infer<typeof letterTimelineSchema>;
type TimelineItem = LetterTimeline[number];

/** The facts of a letter's row that its history begins and ends with. */
export type TimelineLetter = {
  status: CampaignEmailStatus;
  emailMethod: EmailMethod;
  createdAt: Date;
  sentAt: Date | null;
  handOverStartedAt: Date | null;
  claimedSentAt: Date | null;
  handedInAt: Date | null;
  smtpResponse: string | null;
  keptLocally: boolean;
  heldReason: string | null;
};

const plain = (step: LetterStep, at: Date | null, words: string | null = null): TimelineItem => ({ step, at, words, reason: null });
const refused = (step: LetterStep, at: Date | null, words: string | null): TimelineItem => ({
  step,
  at,
  words,
  reason: refusalReasonOf(words),
});

/** What its writer told us of it, and when its office said that the writer lives outside its district. */
export type SaidOfLetter = { report?: ReplyReport | null; notConstituentAt?: Date | null };

/** What happened to a letter so far, oldest first: its creation, then its events, then what the row alone knows. */
export const timelineOf = (
  letter: TimelineLetter,
  events: readonly LetterEvent[],
  { report = null, notConstituentAt = null }: SaidOfLetter = {},
): LetterTimeline => {
  if (letter.status === "USER_INFO_CAPTURED") return [];
  const steps = [
    ...beginning(letter),
    ...events.map((event) => stepOf(letter, event)),
    ...ending(letter, events),
    ...said(report),
    ...saidByOffice(notConstituentAt),
  ];
  // Array.sort is stable: what happened at the same moment stays in the order it was written.
  return steps.sort((a, b) => (a.at?.getTime() ?? Infinity) - (b.at?.getTime() ?? Infinity));
};

/** What its writer told us of it; `words` is the day of the reply, YYYY-MM-DD. */
const said = (report: ReplyReport | null): LetterTimeline =>
  report === null ? [] : [plain(`SAID_${report.outcome}`, report.reportedAt, report.repliedOn)];

const saidByOffice = (at: Date | null): LetterTimeline => (at === null ? [] : [plain("NOT_CONSTITUENT", at)]);

const beginning = (letter: TimelineLetter): LetterTimeline => {
  if (letter.emailMethod === "MAILTO") return [plain("OPENED", letter.createdAt)];
  if (letter.emailMethod === "PRINT") return [plain("PRINTED", letter.createdAt)];
  return [plain("CONFIRMED", letter.createdAt), plain("QUEUED", letter.createdAt)];
};

const stepOf = (letter: TimelineLetter, { kind, at, words }: LetterEvent): TimelineItem => {
  switch (kind) {
    case "HANDED_OVER":
      return plain(letter.keptLocally ? "KEPT_LOCALLY" : "HANDED_OVER", at, words);
    case "HELD":
      return { step: "HELD", at, words: null, reason: isLetterHold(words) ? words : null };
    case "SETTLED":
      return plain(settledStep(words), at);
    case "REPLY":
      return plain("ANSWERED", at, words);
    case "DEFERRED":
    case "REFUSED":
    case "RETURNED":
    case "DELAYED":
      return refused(kind, at, words);
    case "UNCERTAIN":
    case "RELEASED":
    case "CANCELLED":
    case "AUTO_REPLY":
    case "HANDED_IN":
      return plain(kind, at, words);
  }
};

const settledStep = (words: string | null): LetterStep => {
  if (words === takenBack) return "SETTLED_BACK";
  return words === "AGAIN" ? "SETTLED_AGAIN" : "SETTLED_ARRIVED";
};

/** What the row knows and no event tells: letters older than their history, a hold of the moment, the writer's own yes. */
const ending = (letter: TimelineLetter, events: readonly LetterEvent[]): LetterTimeline => {
  const told = (...kinds: LetterEvent["kind"][]) => events.some(({ kind }) => kinds.includes(kind));
  const steps: LetterTimeline = [];
  const { status, emailMethod, heldReason } = letter;
  if (emailMethod !== "SMTP" && letter.claimedSentAt !== null) steps.push(plain("SENT_BY_WRITER", letter.claimedSentAt));
  if (emailMethod === "SMTP" && status === "SENT" && !told("HANDED_OVER", "SETTLED"))
    steps.push(plain(letter.keptLocally ? "KEPT_LOCALLY" : "HANDED_OVER", letter.sentAt));
  if (status === "UNCERTAIN" && !told("UNCERTAIN")) steps.push(plain("UNCERTAIN", letter.handOverStartedAt));
  if (status === "FAILED" && !told("REFUSED", "RETURNED")) steps.push(refused("REFUSED", null, letter.smtpResponse));
  if (status === "CANCELLED" && !told("CANCELLED")) steps.push(plain("CANCELLED", null));
  if (letter.handedInAt !== null && !told("HANDED_IN")) steps.push(plain("HANDED_IN", letter.handedInAt));
  const lastHold = events.findLast(({ kind }) => kind === "HELD" || kind === "RELEASED");
  const holdTold = lastHold?.kind === "HELD" && lastHold.words === heldReason;
  if (status === "QUEUED" && isLetterHold(heldReason) && !holdTold) steps.push({ step: "HELD", at: null, words: null, reason: heldReason });
  return steps;
};
