import { Temporal } from "temporal-polyfill";
import { z } from "zod";

export type SendingHours = {
  /** ISO weekdays, empty is every day; "HH:MM", null is the day's end. */
  windowDays: readonly number[];
  windowFrom: string | null;
  windowTo: string | null;
  /** IANA zone of the organisation. */
  timeZone: string;
};

/**
 * Milliseconds between two moments in which letters may leave, on the organisation's clock: a day of a changed clock is 23
 * or 25 hours long. A window over midnight belongs to the day on which it opens; one that ends where it begins is the day.
 */
export const openMsBetween = (from: Date, to: Date, { windowDays, windowFrom, windowTo, timeZone }: SendingHours): number => {
  if (from >= to) return 0;
  const opens = Temporal.PlainTime.from(windowFrom ?? "00:00");
  const closes = Temporal.PlainTime.from(windowTo ?? "00:00");
  const nextDay = Temporal.PlainTime.compare(closes, opens) <= 0;
  const [first, last] = [from, to].map((moment) => localDay(moment, timeZone));
  if (first === undefined || last === undefined) return 0;
  let open = 0;
  // The window of the day before may reach into the first day.
  for (let day = first.subtract({ days: 1 }); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    if (windowDays.length > 0 && !windowDays.includes(day.dayOfWeek)) continue;
    const start = day.toZonedDateTime({ timeZone, plainTime: opens }).epochMilliseconds;
    const end = (nextDay ? day.add({ days: 1 }) : day).toZonedDateTime({ timeZone, plainTime: closes }).epochMilliseconds;
    open += Math.max(0, Math.min(end, to.getTime()) - Math.max(start, from.getTime()));
  }
  return open;
};

const localDay = (moment: Date, timeZone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();

const hour = 3_600_000;
/** What a mail server takes in an hour where the campaign sets no rate of its own: cautious, a deadline forgives nothing. */
export const assumedPerHour = 10_000;

export type DeadlineFacts = SendingHours & {
  now: Date;
  deadline: Date;
  /** Nothing leaves: the campaign or the whole house is paused. */
  paused: boolean;
  sendFrom: Date | null;
  sendUntil: Date | null;
  lettersPerHour: number | null;
  recipientPerHour: number | null;
  recipientTotal: number | null;
  /** For each recipient: how many of her letters wait, are held for a reason of their own, and left already. */
  recipients: readonly { waiting: number; held: number; sent: number }[];
};

export const deadlineCauses = ["PAUSED", "WINDOW", "RATE", "RECIPIENT_RATE", "HELD"] as const;
export const deadlineOutlookSchema = z.object({
  deadline: z.date(),
  waiting: z.int(),
  /** How many would still be here when it is too late. */
  missing: z.int(),
  /** Of these, held by decisions about their recipients. */
  held: z.int(),
  /** Hours until then in which letters may leave. */
  openHours: z.number(),
  /** Letters an hour that would be enough; null where no rate would. */
  neededPerHour: z.int().nullable(),
  cause: z.enum(deadlineCauses).nullable(),
});
export type DeadlineOutlook = z.infer<typeof deadlineOutlookSchema>;

/** How many waiting letters will miss a deadline, by rates, caps and hours, and what keeps most of them. */
export const deadlineOutlook = (facts: DeadlineFacts): DeadlineOutlook => {
  const { now, deadline, paused, sendFrom, sendUntil, recipients } = facts;
  const from = new Date(Math.max(now.getTime(), sendFrom?.getTime() ?? 0));
  const to = new Date(Math.min(deadline.getTime(), sendUntil?.getTime() ?? deadline.getTime()));
  const openHours = openMsBetween(from, to, facts) / hour;
  const waiting = sum(recipients.map((one) => one.waiting));
  const held = sum(recipients.map((one) => one.held));
  const free = waiting - held;
  const each = recipients.map((one) => Math.min(one.waiting - one.held, roomOf(facts, one, openHours)));
  const byRate = Math.floor((facts.lettersPerHour ?? assumedPerHour) * openHours);
  const leave = paused ? 0 : Math.min(byRate, sum(each));
  const missing = waiting - leave;
  const cause = causeOf({ paused, openHours, held, late: free - leave, byRate, byRecipient: sum(each) });
  const enough = paused || openHours === 0 || free - leave === 0 ? null : Math.ceil(free / openHours);
  return {
    deadline,
    waiting,
    missing,
    held,
    openHours: Math.round(openHours * 10) / 10,
    neededPerHour: cause === "RATE" ? enough : null,
    cause,
  };
};

const roomOf = ({ recipientPerHour, recipientTotal }: DeadlineFacts, { sent }: { sent: number }, openHours: number): number =>
  Math.min(
    recipientPerHour === null ? Infinity : Math.floor(recipientPerHour * openHours),
    recipientTotal === null ? Infinity : Math.max(0, recipientTotal - sent),
  );

type Causes = { paused: boolean; openHours: number; held: number; late: number; byRate: number; byRecipient: number };
const causeOf = ({ paused, openHours, held, late, byRate, byRecipient }: Causes): DeadlineOutlook["cause"] => {
  if (late === 0) return held > 0 ? "HELD" : null;
  if (paused) return "PAUSED";
  if (openHours === 0) return "WINDOW";
  return byRate <= byRecipient ? "RATE" : "RECIPIENT_RATE";
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
