import { Temporal } from "temporal-polyfill";
import { z } from "zod";

/** A calendar day of the organisation's time zone, `YYYY-MM-DD`. */
export const daySchema = z.iso.date();

/** A wall-clock time of that zone, `HH:MM`. */
export const wallTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export type WallMoment = { day: string; time: string };

/** The moment a wall clock in `timeZone` shows this; in the hour a spring change skips, the later reading, in one that repeats, the first. */
export const momentOf = ({ day, time }: WallMoment, timeZone: string): Date => {
  const zoned = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone, { disambiguation: "compatible" });
  return new Date(zoned.epochMilliseconds);
};

/** The day it is in `timeZone` at `moment`. */
export const dayIn = (moment: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();

export const nextDay = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

/** Whether that wall-clock time exists on that day: 02:30 does not on the night clocks go forward. */
export const isRealTime = ({ day, time }: WallMoment, timeZone: string): boolean => {
  try {
    Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone, { disambiguation: "reject" });
    return true;
  } catch {
    const zoned = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone);
    return zoned.toPlainTime().toString({ smallestUnit: "minute" }) === time;
  }
};
