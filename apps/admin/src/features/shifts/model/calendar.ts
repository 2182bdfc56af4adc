import { movedDay, type Shift } from "@cml/domain/map";

export const shiftViews = ["list", "month", "week"] as const;
type ShiftView = (typeof shiftViews)[number];
export type CalendarView = Exclude<ShiftView, "list">;

/** 0 Sunday … 6 Saturday; in Canada a week begins on Sunday. */
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

const daysFrom = (first: string, count: number): string[] => Array.from({ length: count }, (_, index) => movedDay(first, index));

export const weekDays = (day: string): string[] => daysFrom(movedDay(day, -weekdayOf(day)), 7);

/** The whole weeks a month touches: four to six. */
export const monthDays = (day: string): string[] => {
  const first = `${day.slice(0, 7)}-01`;
  const start = movedDay(first, -weekdayOf(first));
  const lastOfMonth = movedDay(movedMonth(first, 1), -1);
  const weeks = Math.ceil((weekdayOf(first) + Number(lastOfMonth.slice(8))) / 7);
  return daysFrom(start, weeks * 7);
};

/** The same day of another month, or its last where that month is shorter. */
export const movedMonth = (day: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
};

export const daysOf = (view: CalendarView, day: string): string[] => (view === "month" ? monthDays(day) : weekDays(day));
export const stepped = (view: CalendarView, day: string, steps: number): string =>
  view === "month" ? movedMonth(day, steps) : movedDay(day, 7 * steps);

/** Where a key leads from a day: a day aside, a week up or down, the week's ends, a month on. Null for other keys. */
export const dayByKey = (key: string, day: string): string | null => {
  switch (key) {
    case "ArrowLeft":
      return movedDay(day, -1);
    case "ArrowRight":
      return movedDay(day, 1);
    case "ArrowUp":
      return movedDay(day, -7);
    case "ArrowDown":
      return movedDay(day, 7);
    case "Home":
      return movedDay(day, -weekdayOf(day));
    case "End":
      return movedDay(day, 6 - weekdayOf(day));
    case "PageUp":
      return movedMonth(day, -1);
    case "PageDown":
      return movedMonth(day, 1);
    default:
      return null;
  }
};

export const shiftsByDay = (shifts: readonly Shift[]): Map<string, Shift[]> => {
  const days = new Map<string, Shift[]>();
  for (const shift of shifts) days.set(shift.date, [...(days.get(shift.date) ?? []), shift]);
  return days;
};

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
};

/** A shift that runs past midnight is drawn to the end of its day. */
export const spanOf = ({ startTime, endTime }: Pick<Shift, "startTime" | "endTime">): { from: number; until: number } => {
  const [from, end] = [minutesOf(startTime), minutesOf(endTime)];
  return { from, until: end > from ? end : 24 * 60 };
};

/** The hours a week shows: the day, and whatever lies outside it. */
export const hoursShown = (shifts: readonly Shift[]): { from: number; until: number } => {
  const spans = shifts.map(spanOf);
  const from = Math.min(9, ...spans.map((span) => Math.floor(span.from / 60)));
  return { from, until: Math.max(21, from + 8, ...spans.map((span) => Math.ceil(span.until / 60))) };
};

type Lane = { shift: Shift; lane: number; lanes: number };

/** Shifts of one day side by side where their hours overlap. */
export const lanesOf = (shifts: readonly Shift[]): Lane[] => {
  const placed: Lane[] = [];
  let group: Lane[] = [];
  let groupEnds = -1;
  const ends: number[] = [];
  const close = () => {
    for (const one of group) one.lanes = ends.length;
    placed.push(...group);
    group = [];
    ends.length = 0;
  };
  for (const shift of [...shifts].sort((a, b) => spanOf(a).from - spanOf(b).from || spanOf(b).until - spanOf(a).until)) {
    const { from, until } = spanOf(shift);
    if (from >= groupEnds) close();
    const free = ends.findIndex((end) => end <= from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = until;
    group.push({ shift, lane, lanes: 1 });
    groupEnds = Math.max(groupEnds, until);
  }
  close();
  return placed;
};
