import type { Locale } from "@cml/domain/kernel";
import { useMemo } from "react";
import { useLocale } from "./use-locale";

export type Formats = {
  number: (value: number) => string;
  /** A share 0…1 as "42 %". */
  percent: (share: number) => string;
  date: (value: Date) => string;
  time: (value: Date) => string;
  dateTime: (value: Date) => string;
  /** A calendar day `YYYY-MM-DD`, which has no zone. */
  day: (day: string) => string;
  /** "in 3 hours", "2 days ago", in the largest unit that fits. */
  relative: (value: Date, now: Date) => string;
  duration: (seconds: number) => string;
};

const tagOf: Record<Locale, string> = { en: "en-CA", fr: "fr-CA" };

/** Numbers, dates and times as the language writes them, in the organisation's time zone. */
export const formatsFor = (locale: Locale, timeZone?: string): Formats => {
  const tag = tagOf[locale];
  const zone = timeZone === undefined ? {} : { timeZone };
  const number = new Intl.NumberFormat(tag);
  const percent = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 0 });
  const date = new Intl.DateTimeFormat(tag, { dateStyle: "medium", ...zone });
  const time = new Intl.DateTimeFormat(tag, { timeStyle: "short", hourCycle: locale === "fr" ? "h23" : "h12", ...zone });
  // "05 h 29" and "5:29 a.m." stay on one line.
  const clock = (value: Date) => time.format(value).replaceAll(/\s/g, "\u00a0");
  const day = new Intl.DateTimeFormat(tag, { weekday: "short", day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: "auto" });
  const unit = (value: number, name: "hour" | "minute" | "second") =>
    new Intl.NumberFormat(tag, { style: "unit", unit: name, unitDisplay: "short" }).format(value);
  return {
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    date: (value) => date.format(value),
    time: (value) => clock(value),
    dateTime: (value) => `${date.format(value)}, ${clock(value)}`,
    day: (text) => day.format(new Date(`${text}T00:00:00Z`)),
    relative: (value, now) => relativeText(relative, (value.getTime() - now.getTime()) / 1000),
    duration: (seconds) => {
      const whole = Math.max(0, Math.round(seconds));
      if (whole >= 3600) return `${unit(Math.floor(whole / 3600), "hour")} ${unit(Math.round((whole % 3600) / 60), "minute")}`;
      return whole >= 90 ? unit(Math.round(whole / 60), "minute") : unit(whole, "second");
    },
  };
};

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];

const relativeText = (format: Intl.RelativeTimeFormat, seconds: number): string => {
  const found = units.find(([, size]) => Math.abs(seconds) >= size);
  return found === undefined ? format.format(0, "minute") : format.format(Math.trunc(seconds / found[1]), found[0]);
};

export const useFormats = (timeZone?: string): Formats => {
  const locale = useLocale();
  return useMemo(() => formatsFor(locale, timeZone), [locale, timeZone]);
};
