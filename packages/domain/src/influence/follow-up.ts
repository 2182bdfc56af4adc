import { z } from "zod";
import { idSchema } from "../kernel/text";
import { type CampaignEmailStatus, type ReplyOutcome, replyOutcomes } from "./enums";
import { mailedTokenInput } from "./letter-submission";

const dayMs = 24 * 3_600_000;
/** Days after the first letter was handed over when its writer is asked what became of it, once and once more. */
export const followUpDays = { first: 14, second: 21 } as const;
/** A submission of which no letter has left after so many days is not asked about any more. */
const longestWaitDays = 120;
/** How long the link of the question works, counted from the day of the second mail. */
const linkDays = 90;

/** A day as people write it, without a time. */
export const daySchema = z.iso.date();

export const replyReportSchema = z.object({ outcome: z.enum(replyOutcomes), repliedOn: daySchema.nullable(), reportedAt: z.date() });
export type ReplyReport = z.infer<typeof replyReportSchema>;

/** The page behind the mailed question. Reading it changes nothing. */
export const followUpSchema = z.object({
  campaignSlug: z.string(),
  campaignTitle: z.string(),
  /** No more mails are wanted. */
  stopped: z.boolean(),
  /** Where a reply can be put on the wall; the page adds its own language. Null where the campaign has no wall. */
  wallPath: z.string().nullable(),
  letters: z.array(
    z.object({
      id: idSchema,
      recipientName: z.string(),
      recipientTitle: z.string().nullable(),
      handedOverOn: daySchema,
      report: replyReportSchema.nullable(),
      /** A reply came in by mail and is on its way to the writer, or she has it. */
      answeredOn: daySchema.nullable(),
    }),
  ),
  /** Today, where the organisation is: no reply is younger. */
  today: daySchema,
});
export type FollowUpPage = z.infer<typeof followUpSchema>;

export const answerFollowUpInput = mailedTokenInput.extend({
  answers: z
    .array(z.strictObject({ letterId: idSchema, outcome: z.enum(replyOutcomes), repliedOn: daySchema.nullable() }))
    .min(1)
    .max(120),
});
export type AnswerFollowUpInput = z.infer<typeof answerFollowUpInput>;
export const answeredFollowUpSchema = z.object({ reported: z.int() });
export type AnsweredFollowUp = z.infer<typeof answeredFollowUpSchema>;

/** `stop: false` takes it back. */
export const stopFollowUpInput = mailedTokenInput.extend({ stop: z.boolean() });
export type StopFollowUpInput = z.infer<typeof stopFollowUpInput>;

export const stoppedFollowUpSchema = z.object({ stopped: z.boolean() });
export type StoppedFollowUp = z.infer<typeof stoppedFollowUpSchema>;

/** What the question needs to know of a letter. */
export type FollowedLetter = {
  id: string;
  recipientName: string;
  recipientTitle: string | null;
  status: CampaignEmailStatus;
  /** When it was handed over, handed in, or its writer sent it herself. */
  leftAt: Date | null;
  keptLocally: boolean;
  returnedAt: Date | null;
  answeredAt: Date | null;
  erasedAt: Date | null;
  handedInAt: Date | null;
  /** The office answered everybody at once after it had this letter. */
  answeredToAll: boolean;
  report: ReplyReport | null;
};

/** Whether a letter has left, so that its office may have answered. Letters this computer kept were read by nobody. */
export const hasLeft = (letter: FollowedLetter): boolean =>
  letter.leftAt !== null &&
  letter.erasedAt === null &&
  (letter.handedInAt !== null || (letter.status === "SENT" && letter.returnedAt === null && !letter.keptLocally));

const isOpen = (letter: FollowedLetter): boolean =>
  hasLeft(letter) && letter.answeredAt === null && letter.report === null && !letter.answeredToAll;

const mayStillLeave = ({ status, erasedAt }: FollowedLetter): boolean =>
  erasedAt === null && (status === "QUEUED" || status === "SENDING" || status === "UNCERTAIN" || status === "CLICKED");

/** What to do about a submission whose question is due: ask about some letters, look again later, or ask never. */
export type FollowUpStep = { kind: "ASK"; letters: FollowedLetter[] } | { kind: "WAIT"; until: Date } | { kind: "CLOSE" };

/** `since`: when the box was confirmed. `asked`: the first mail has left, this is about the second. */
export const followUpStep = (
  letters: readonly FollowedLetter[],
  { now, since, asked }: { now: Date; since: Date; asked: boolean },
): FollowUpStep => {
  const open = letters.filter(isOpen);
  if (open.length === 0) {
    const patient = !asked && now.getTime() - since.getTime() < longestWaitDays * dayMs && letters.some(mayStillLeave);
    return patient ? { kind: "WAIT", until: new Date(now.getTime() + dayMs) } : { kind: "CLOSE" };
  }
  if (asked) return { kind: "ASK", letters: open };
  const first = Math.min(...open.map(({ leftAt }) => leftAt?.getTime() ?? Infinity));
  const due = new Date(first + followUpDays.first * dayMs);
  return due > now ? { kind: "WAIT", until: due } : { kind: "ASK", letters: open };
};

/** When the two mails are due if a letter leaves at `from`. */
export const followUpDueFrom = (from: Date): { firstDueAt: Date; secondDueAt: Date } => ({
  firstDueAt: new Date(from.getTime() + followUpDays.first * dayMs),
  secondDueAt: new Date(from.getTime() + followUpDays.second * dayMs),
});

/** The second mail follows the first by a week, however late that was. */
export const secondMailAfter = (firstSentAt: Date): Date =>
  new Date(firstSentAt.getTime() + (followUpDays.second - followUpDays.first) * dayMs);

export const isFollowUpLinkDead = ({ secondDueAt }: { secondDueAt: Date }, now: Date): boolean =>
  now.getTime() > secondDueAt.getTime() + linkDays * dayMs;

/** Whether a day can be that of a reply: not before the letter left, and not in the future. Days as YYYY-MM-DD. */
export const canBeReplyDay = (day: string, { handedOverOn, today }: { handedOverOn: string; today: string }): boolean =>
  day >= handedOverOn && day <= today;

/** The page of the question with a letter in view, and an answer chosen; opening it says nothing yet. */
export const followUpAnswerPath = (page: string, { letterId, outcome }: { letterId: string; outcome: ReplyOutcome | null }): string =>
  `${page}?letter=${letterId}${outcome === null ? "" : `&answer=${outcome.toLowerCase()}`}`;
