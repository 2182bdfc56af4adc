import { momentOf } from "@cml/domain/map";

/** `2026-12-09 18:30:00` as a clock in `timeZone` shows the moment; null for none. */
export const localText = (moment: Date | null, timeZone: string): string | null => {
  if (moment === null) return null;
  // Swedish writes dates as ISO 8601 does.
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  return format.format(moment);
};

/** The moment at which a clock in `timeZone` shows this; null for none. */
export const momentOfText = (text: string | null, timeZone: string): Date | null => {
  const [day = "", time = "00:00"] = (text ?? "").split(" ");
  return day === "" ? null : momentOf({ day, time: time.slice(0, 5) }, timeZone);
};
