import type { Locale } from "@cml/domain/kernel";

/** What a moment is written out for: the reader's language and the organisation's zone. */
export type Zone = { locale: Locale; timeZone: string };

const tagOf = (locale: Locale) => (locale === "fr" ? "fr-CA" : "en-CA");

/** Browsers and servers disagree about which narrow space stands before "a.m."; a page must say the same in both. */
const spaced = (text: string): string => text.replace(/[\u00a0\u202f]/g, "\u00a0");

/** "Thursday, November 26" in the organisation's zone; the year only where asked, because most dates here are near. */
export const longDate = (locale: Locale, iso: string, timeZone: string): string =>
  spaced(new Intl.DateTimeFormat(tagOf(locale), { weekday: "long", day: "numeric", month: "long", timeZone }).format(new Date(iso)));

/** "November 26, 10:14 a.m." with the zone's short name left out: everybody here lives in it or sees it on the page. */
export const dateAndTime = (locale: Locale, iso: string, timeZone: string): string =>
  spaced(
    new Intl.DateTimeFormat(tagOf(locale), { day: "numeric", month: "long", hour: "numeric", minute: "2-digit", timeZone }).format(
      new Date(iso),
    ),
  );

/** "Wednesday, December 9, 12:00 p.m." in the organisation's zone: a deadline needs its hour. */
export const longDateAndTime = (locale: Locale, iso: string, timeZone: string): string =>
  spaced(
    new Intl.DateTimeFormat(tagOf(locale), {
      weekday: "long",
      day: "numeric",
      month: "long",
      hour: "numeric",
      minute: "2-digit",
      timeZone,
    }).format(new Date(iso)),
  );

/** A calendar day ("2026-12-05") has no zone: it is read and written at noon UTC, so that no zone can move it. */
export const calendarDay = (locale: Locale, day: string): string => longDate(locale, `${day}T12:00:00Z`, "UTC");

/** "09:30" as people of the language write it: 9:30 a.m. or 9 h 30. */
export const clockTime = (locale: Locale, time: string): string =>
  spaced(
    new Intl.DateTimeFormat(tagOf(locale), { hour: "numeric", minute: "2-digit", timeZone: "UTC" }).format(
      new Date(`2026-01-01T${time}:00Z`),
    ),
  );

/** "October 3, 2026": what is read for years names its year. */
export const dayWithYear = (locale: Locale, day: string): string => fullDate(locale, `${day}T12:00:00Z`, "UTC");
export const fullDate = (locale: Locale, moment: string | Date, timeZone: string): string =>
  spaced(new Intl.DateTimeFormat(tagOf(locale), { day: "numeric", month: "long", year: "numeric", timeZone }).format(new Date(moment)));
