import { type Locale, localized } from "@cml/domain/kernel";
import { type Shift, shiftEnd, shiftStart } from "@cml/domain/map";

const tagOf = (locale: Locale): string => `${locale}-CA`;

const clockOf = (moment: Date, { locale, timeZone }: Zone): string =>
  new Intl.DateTimeFormat(tagOf(locale), { hour: "numeric", minute: "2-digit", timeZone })
    .format(moment)
    .replace(/[\u00a0\u202f]/g, "\u00a0");

export type Zone = { locale: Locale; timeZone: string };

/** "Saturday, November 28, 2026" by the organisation's calendar. */
export const shiftDayWords = ({ date }: Pick<Shift, "date">, locale: Locale): string =>
  new Intl.DateTimeFormat(tagOf(locale), { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${date}T12:00:00Z`),
  );

/** "10:00 a.m. to 1:00 p.m.": the moments' own hours, so that a night of the clock change tells the hours one sees. */
export const shiftTimeWords = (shift: Shift, zone: Zone): string => {
  const [from, until] = [clockOf(shiftStart(shift, zone.timeZone), zone), clockOf(shiftEnd(shift, zone.timeZone), zone)];
  return zone.locale === "fr" ? `de ${from} à ${until}` : `${from} to ${until}`;
};

/** "Friday, November 27, 11:00 p.m." */
export const momentWords = (moment: Date, { locale, timeZone }: Zone): string =>
  new Intl.DateTimeFormat(tagOf(locale), { weekday: "long", day: "numeric", month: "long", hour: "numeric", minute: "2-digit", timeZone })
    .format(moment)
    .replace(/[\u00a0\u202f]/g, "\u00a0");

/** A text of the shift in a language; empty when it has none. */
export const shiftText = (shift: Shift, field: "title" | "description" | "location" | "cancelReason", locale: Locale): string =>
  shift[field] === null ? "" : localized(shift, field, locale);
