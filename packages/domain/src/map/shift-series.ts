import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { daySchema } from "./day";

export const shiftRhythms = ["DAILY", "WEEKLY"] as const;
export const maxSeriesShifts = 100;

/** How a new shift comes back: every day, or on weekdays (1 Monday … 7 Sunday), until a day or so many times. */
export const shiftRepeatSchema = z.object({
  rhythm: z.enum(shiftRhythms),
  weekdays: z.array(z.int().min(1).max(7)).max(7).default([]),
  until: daySchema.nullable().default(null),
  times: z.int().min(1).max(maxSeriesShifts).nullable().default(null),
});
export type ShiftRepeat = z.infer<typeof shiftRepeatSchema>;

/** Which shifts of a series a change is for. */
export const seriesParts = ["ONE", "FOLLOWING", "ALL"] as const;
export type SeriesPart = (typeof seriesParts)[number];
export const seriesPartSchema = z.enum(seriesParts);

/**
 * The days of a series from its first on, at most a hundred. Weekly without weekdays stays on the first day's; the first day itself is
 * always one of them.
 */
export const seriesDays = (first: string, { rhythm, weekdays, until, times }: ShiftRepeat): string[] => {
  const start = Temporal.PlainDate.from(first);
  const last = until === null ? null : Temporal.PlainDate.from(until);
  const wanted = new Set(weekdays.length === 0 ? [start.dayOfWeek] : weekdays);
  const limit = Math.min(times ?? maxSeriesShifts, maxSeriesShifts);
  const days: string[] = [first];
  // Without an end the hundredth day is one; a week never passes without a day that counts.
  for (let day = start.add({ days: 1 }); days.length < limit; day = day.add({ days: 1 })) {
    if (last !== null && Temporal.PlainDate.compare(day, last) > 0) break;
    if (rhythm === "DAILY" || wanted.has(day.dayOfWeek)) days.push(day.toString());
  }
  return days;
};

/** Days from one day to another; negative when it lies before. */
export const daysBetween = (from: string, to: string): number => Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
export const movedDay = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();
