import { usePage } from "../../../shell/page-context";
import { dayWithYear } from "../../../texts/dates";
import { barsOf } from "../office-days";

/** When the letters came, a bar a day or a week; the same in words for whoever does not see it. */
export const LetterChart = ({ days }: { days: { day: string; letters: number }[] }) => {
  const { t, locale } = usePage();
  const bars = barsOf(days);
  const most = Math.max(1, ...bars.map(({ letters }) => letters));
  const [first, last] = [bars[0], days.at(-1)];
  if (first === undefined || last === undefined || bars.length < 2) return null;
  const peak = t(first.days > 1 ? "officePage.mostInWeeks" : "officePage.mostInDay", { count: most });
  const words = `${t("officePage.chart", { first: dayWithYear(locale, first.day), last: dayWithYear(locale, last.day) })} ${peak}`;
  return (
    <figure className="office-chart">
      <div className="office-bars" role="img" aria-label={words}>
        {bars.map(({ day, letters }) => (
          <span key={day} title={t("officePage.bar", { day: dayWithYear(locale, day), count: letters })}>
            <span className="office-bar" style={{ height: `${(letters / most) * 100}%` }} />
          </span>
        ))}
      </div>
      <figcaption className="office-axis tabular">
        <span>{dayWithYear(locale, first.day)}</span>
        <span>{peak}</span>
        <span>{dayWithYear(locale, last.day)}</span>
      </figcaption>
    </figure>
  );
};
