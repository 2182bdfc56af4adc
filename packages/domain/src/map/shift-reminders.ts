import { Temporal } from "temporal-polyfill";
import { momentOf } from "./day";
import { type Shift, shiftEnd, shiftStart } from "./shift";

export const shiftReminders = ["dayBefore", "sameDay", "after"] as const;
export type ShiftReminder = (typeof shiftReminders)[number];

/** A mail is due from a moment on, and not sent any more once it would only puzzle. */
export type ReminderWindow = { from: Date; until: Date };

type ShiftTimes = Pick<Shift, "date" | "startTime" | "endTime">;

const hourMs = 60 * 60 * 1000;
const earlier = (one: Date, other: Date): Date => (one < other ? one : other);

/**
 * When a shift's mails go, by the wall clock of `timeZone`: the day before at 11:00, that morning at 8:00 (two hours before, when it
 * begins before ten), and an hour after its end.
 */
export const reminderWindows = (shift: ShiftTimes, timeZone: string): Record<ShiftReminder, ReminderWindow> => {
  const startsAt = shiftStart(shift, timeZone);
  const endsAt = shiftEnd(shift, timeZone);
  const before = Temporal.PlainDate.from(shift.date).subtract({ days: 1 }).toString();
  const twoHoursBefore = new Date(startsAt.getTime() - 2 * hourMs);
  return {
    dayBefore: { from: momentOf({ day: before, time: "11:00" }, timeZone), until: momentOf({ day: before, time: "22:00" }, timeZone) },
    sameDay: { from: earlier(momentOf({ day: shift.date, time: "08:00" }, timeZone), twoHoursBefore), until: startsAt },
    after: { from: new Date(endsAt.getTime() + hourMs), until: new Date(endsAt.getTime() + 5 * 24 * hourMs) },
  };
};

export const isWithin = ({ from, until }: ReminderWindow, now: Date): boolean => from <= now && now < until;
