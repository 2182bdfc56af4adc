/** An entry of a calendar file; moments are absolute, the zone says on which clock they are read. */
type CalendarEntry = {
  uid: string;
  startsAt: Date;
  endsAt: Date;
  changedAt: Date;
  title: string;
  description: string;
  location: string;
  url: string;
  isCancelled: boolean;
};
type CalendarFile = { name: string; timeZone: string; entries: readonly CalendarEntry[] };

/** An iCalendar file (RFC 5545) whose hours are the zone's, with the rules of that zone for the time of its entries. */
export const writeCalendar = ({ name, timeZone, entries }: CalendarFile): string => {
  const moments = entries.flatMap(({ startsAt, endsAt }) => [startsAt.getTime(), endsAt.getTime()]);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Changemaker//Shifts//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    `X-WR-TIMEZONE:${timeZone}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    ...(moments.length === 0 ? [] : zoneLines(timeZone, Math.min(...moments), Math.max(...moments))),
    ...entries.flatMap((entry) => entryLines(entry, timeZone)),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
};

const entryLines = (entry: CalendarEntry, timeZone: string): string[] => [
  "BEGIN:VEVENT",
  `UID:${entry.uid}`,
  `DTSTAMP:${utc(entry.changedAt)}`,
  `LAST-MODIFIED:${utc(entry.changedAt)}`,
  `DTSTART;TZID=${timeZone}:${local(entry.startsAt.getTime(), timeZone)}`,
  `DTEND;TZID=${timeZone}:${local(entry.endsAt.getTime(), timeZone)}`,
  `SUMMARY:${escaped(entry.title)}`,
  ...(entry.description === "" ? [] : [`DESCRIPTION:${escaped(entry.description)}`]),
  ...(entry.location === "" ? [] : [`LOCATION:${escaped(entry.location)}`]),
  `URL:${entry.url}`,
  `STATUS:${entry.isCancelled ? "CANCELLED" : "CONFIRMED"}`,
  "END:VEVENT",
];

const dayMs = 24 * 60 * 60 * 1000;

/** One part for each time the zone's offset holds: from the last change before the first entry to the last entry. */
const zoneLines = (timeZone: string, first: number, last: number): string[] => {
  // A year covers the change that the first entry's offset began with.
  const changes = offsetChanges(timeZone, first - 400 * dayMs, last + dayMs);
  const begun = changes.filter(({ at }) => at <= first);
  const needed = changes.slice(Math.max(0, begun.length - 1));
  const parts =
    needed.length > 0 ? needed : [{ at: first - 400 * dayMs, before: offsetAt(timeZone, first), after: offsetAt(timeZone, first) }];
  const summer = Math.max(...parts.map(({ after }) => after));
  return [
    "BEGIN:VTIMEZONE",
    `TZID:${timeZone}`,
    ...parts.flatMap(({ at, before, after }) => {
      const kind = parts.length > 1 && after === summer ? "DAYLIGHT" : "STANDARD";
      return [
        `BEGIN:${kind}`,
        // The clock's reading just before it changes.
        `DTSTART:${basic(new Date(at + before * 60_000))}`,
        `TZOFFSETFROM:${offsetText(before)}`,
        `TZOFFSETTO:${offsetText(after)}`,
        `END:${kind}`,
      ];
    }),
    "END:VTIMEZONE",
  ];
};

type Change = { at: number; before: number; after: number };

const offsetChanges = (timeZone: string, from: number, until: number): Change[] => {
  const found: Change[] = [];
  for (let day = from; day < until; day += dayMs) {
    const [before, after] = [offsetAt(timeZone, day), offsetAt(timeZone, day + dayMs)];
    if (before !== after) found.push({ at: changeBetween(timeZone, day, day + dayMs), before, after });
  }
  return found;
};

/** The moment the offset changes, to the minute. */
const changeBetween = (timeZone: string, from: number, until: number): number => {
  const before = offsetAt(timeZone, from);
  let [low, high] = [Math.floor(from / 60_000), Math.ceil(until / 60_000)];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(timeZone, middle * 60_000) === before) low = middle;
    else high = middle;
  }
  return high * 60_000;
};

const readers = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of a zone show, as if they showed UTC. */
const clockOf = (timeZone: string, moment: number): number => {
  const options = {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  } as const;
  const reader = readers.get(timeZone) ?? new Intl.DateTimeFormat("en-CA", { ...options, timeZone });
  readers.set(timeZone, reader);
  const parts = Object.fromEntries(reader.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
};

/** Minutes east of UTC. */
const offsetAt = (timeZone: string, moment: number): number =>
  Math.round((clockOf(timeZone, moment) - Math.floor(moment / 1000) * 1000) / 60_000);

const basic = (date: Date): string => date.toISOString().slice(0, 19).replace(/[-:]/g, "");
const utc = (date: Date): string => `${basic(date)}Z`;
const local = (moment: number, timeZone: string): string => basic(new Date(clockOf(timeZone, moment)));

const offsetText = (minutes: number): string => {
  const size = Math.abs(minutes);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}${two(size % 60)}`;
};

const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, "\\n")
    .replace(/\p{Cc}/gu, "");

/** Lines are at most 75 bytes long; the rest goes on after a space, never within a character. */
const folded = (line: string): string => {
  const parts: string[] = [];
  let part = "";
  let size = 0;
  for (const sign of line) {
    const bytes = Buffer.byteLength(sign);
    if (size + bytes > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      [part, size] = ["", 0];
    }
    part += sign;
    size += bytes;
  }
  return [...parts, part].join("\r\n ");
};
