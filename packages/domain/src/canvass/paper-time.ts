import { dayIn, momentOf, nextDay } from "../map/day";

export type PaperDay = {
  /** The day they walked. */
  day: string;
  timeZone: string;
  /** When the shift begins; null for a sheet without one. */
  startTime: string | null;
  printedAt: Date;
  handedOutAt: Date | null;
  now: Date;
};

/** Whether doors can have been walked with this paper on that day. */
export const paperDayRefusal = ({ day, timeZone, printedAt, now }: PaperDay): "inTheFuture" | "beforePrinted" | null => {
  if (day > dayIn(now, timeZone)) return "inTheFuture";
  return day < dayIn(printedAt, timeZone) ? "beforePrinted" : null;
};

/**
 * Paper says on which day a door was visited and in which order, not when: a second for each line, from the beginning of the shift, but
 * not before the paper was printed and handed out, nor after now. A correction comes after what it corrects.
 */
export const paperTimeOf = (facts: PaperDay, { place, corrections }: { place: number; corrections: number }): Date => {
  const { day, timeZone, startTime, printedAt, handedOutAt, now } = facts;
  const ends = momentOf({ day: nextDay(day), time: "00:00" }, timeZone).getTime();
  const known = [printedAt, handedOutAt].flatMap((at) => (at !== null && at.getTime() < ends ? [at.getTime()] : []));
  const begins = Math.max(momentOf({ day, time: startTime ?? "12:00" }, timeZone).getTime(), ...known);
  return new Date(Math.min(begins + place * 1_000 + corrections, now.getTime()));
};
