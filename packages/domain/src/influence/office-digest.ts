import { Temporal } from "temporal-polyfill";
import type { Campaign } from "./campaign";

/** A digest leaves on Mondays, on the organisation's clock. */
const leavesAt = Temporal.PlainTime.from("08:00");
const monday = 1;

/** Before a deadline it leaves so long ahead, whatever the day, so that no letter waits until it is too late. */
const minutesAhead = [24 * 60, 120, 30] as const;
const minuteMs = 60_000;

export type DigestFacts = {
  /** The last digest, or the moment the office asked for them. */
  since: Date;
  timeZone: string;
  campaign: Pick<Campaign, "submissionDeadline" | "decisionAt" | "sendUntil" | "endsAt">;
};

/** When the letters that wait since `since` leave in one mail. */
export const nextDigestAt = ({ since, timeZone, campaign }: DigestFacts): Date => {
  const weekly = mondayAfter(since, timeZone);
  const { submissionDeadline, decisionAt, sendUntil, endsAt } = campaign;
  const early = [submissionDeadline, decisionAt, sendUntil, endsAt].flatMap((deadline) => beforeDeadline(deadline, since));
  return new Date(Math.min(weekly, ...early));
};

const mondayAfter = (since: Date, timeZone: string): number => {
  const here = Temporal.Instant.fromEpochMilliseconds(since.getTime()).toZonedDateTimeISO(timeZone);
  const at = (days: number) => here.toPlainDate().add({ days }).toZonedDateTime({ timeZone, plainTime: leavesAt }).epochMilliseconds;
  const days = (monday + 7 - here.dayOfWeek) % 7;
  return at(days) > since.getTime() ? at(days) : at(days + 7);
};

/** The next of the moments before a deadline; the last half hour waits for nothing. */
const beforeDeadline = (deadline: Date | null, since: Date): number[] => {
  if (deadline === null || deadline <= since) return [];
  const ahead = minutesAhead.map((minutes) => deadline.getTime() - minutes * minuteMs).find((moment) => moment > since.getTime());
  return [ahead ?? since.getTime()];
};
