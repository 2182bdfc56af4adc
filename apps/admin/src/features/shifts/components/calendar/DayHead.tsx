import { useLocale, useTranslation } from "@cml/ui/i18n";
import { type KeyboardEvent, useRef } from "react";
import { dayByKey, weekDays } from "../../model/calendar";
import classes from "./Calendar.module.css";

const tagOf = { en: "en-CA", fr: "fr-CA" } as const;

export const useDayWords = () => {
  const locale = useLocale();
  const format = (options: Intl.DateTimeFormatOptions) => {
    const words = new Intl.DateTimeFormat(tagOf[locale], { ...options, timeZone: "UTC" });
    return (day: string) => words.format(new Date(`${day}T00:00:00Z`));
  };
  return {
    full: format({ weekday: "long", day: "numeric", month: "long", year: "numeric" }),
    long: format({ weekday: "long", day: "numeric", month: "long" }),
    month: format({ month: "long", year: "numeric" }),
    brief: format({ day: "numeric", month: "short" }),
    weekday: format({ weekday: "short" }),
  };
};

/** Sunday to Saturday, as the language writes them. */
export const useWeekdayNames = (weekday: "short" | "long"): string[] => {
  const locale = useLocale();
  const words = new Intl.DateTimeFormat(tagOf[locale], { weekday, timeZone: "UTC" });
  return weekDays("2026-11-01").map((day) => words.format(new Date(`${day}T00:00:00Z`)));
};

type Props = { day: string; today: string; isCurrent: boolean; count: number; onOpen: (day: string) => void };

/** A day's number: what arrows move to and Enter opens. */
export const DayHead = ({ day, today, isCurrent, count, onOpen }: Props) => {
  const { t } = useTranslation();
  const words = useDayWords();
  return (
    <button
      type="button"
      className={classes["dayHead"]}
      data-day={day}
      data-today={day === today || undefined}
      aria-current={day === today ? "date" : undefined}
      tabIndex={isCurrent ? 0 : -1}
      aria-label={t("shiftCalendar.dayLabel", { count, day: words.full(day) })}
      onClick={(event) => {
        event.stopPropagation();
        onOpen(day);
      }}
    >
      {Number(day.slice(8))}
    </button>
  );
};

/** Arrows, Home, End and the page keys go from day to day, and the focus with them. */
export const useDayKeys = (onDay: (day: string) => void) => {
  const grid = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const from = event.target instanceof HTMLElement ? event.target.dataset["day"] : undefined;
    const to = from === undefined ? null : dayByKey(event.key, from);
    if (to === null) return;
    event.preventDefault();
    onDay(to);
    // The day may stand in a month that is only drawn after this.
    requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus());
  };
  return { ref: grid, onKeyDown };
};
