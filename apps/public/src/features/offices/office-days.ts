export type Bar = { day: string; days: number; letters: number };

const dayMs = 86_400_000;
const mostBars = 31;
const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The days between the first and the last letter as bars: each day alone, or as many together as keep the drawing readable. */
export const barsOf = (days: readonly { day: string; letters: number }[]): Bar[] => {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const start = timeOf(first.day);
  const span = (timeOf(last.day) - start) / dayMs + 1;
  const width = span <= mostBars ? 1 : 7 * Math.ceil(span / 7 / mostBars);
  const bars = Array.from({ length: Math.ceil(span / width) }, (_, n) => ({
    day: dayOf(start + n * width * dayMs),
    days: width,
    letters: 0,
  }));
  for (const { day, letters } of days) {
    const bar = bars[Math.floor((timeOf(day) - start) / dayMs / width)];
    if (bar !== undefined) bar.letters += letters;
  }
  return bars;
};
