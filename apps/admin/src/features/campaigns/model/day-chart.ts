import { nextDay } from "@cml/domain/map";

type Day = { day: string; letters: number; calls: number };
type DayBar = Day & { x: number };
type Chart = { bars: DayBar[]; most: number; width: number; barWidth: number };

const step = 10;
// Fewer days would be bars as broad as doors.
const fewestDays = 14;

/** Bars for each day from the first to the last, days without anything included; `most` is the tallest of all. */
export const chartOf = (days: readonly Day[]): Chart => {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return { bars: [], most: 0, width: 0, barWidth: 0 };
  const known = new Map(days.map((day) => [day.day, day]));
  const bars: DayBar[] = [];
  for (let day = first.day; day <= last.day; day = nextDay(day))
    bars.push({ ...(known.get(day) ?? { day, letters: 0, calls: 0 }), x: bars.length * step });
  return {
    bars,
    most: Math.max(...days.flatMap(({ letters, calls }) => [letters, calls])),
    width: Math.max(bars.length, fewestDays) * step,
    barWidth: step * 0.56,
  };
};
