import { type Wall, wallSorts } from "@cml/domain/influence";
import type { WallAsked } from "../../../data/wall-source";
import { usePage } from "../../../shell/page-context";
import { wallPath } from "../model/wall-query";

type WallFiltersProps = { wall: Wall; asked: WallAsked };

/** Orders as links, filters as a form of the address: both work without JavaScript, and each choice can be shared. */
export const WallFilters = ({ wall, asked }: WallFiltersProps) => {
  const { t, link } = usePage();
  const { campaignSlug, level, type, person, sort } = asked;
  const filtered = Boolean(level ?? type ?? person);
  return (
    <section className="wall-filters" aria-label={t("wall.filter")}>
      <nav className="wall-sorts" aria-label={t("wall.sortLabel")}>
        {wallSorts.map((one) => (
          <a
            key={one}
            href={link(wallPath({ ...asked, sort: one, after: null, before: null }))}
            aria-current={one === sort ? "true" : undefined}
          >
            {t(`wall.sorts.${one}`)}
          </a>
        ))}
      </nav>
      <details open={filtered}>
        <summary>{t("wall.filter")}</summary>
        <form method="get" action={link(`/c/${campaignSlug}/replies`)}>
          {sort === "RECENT" || sort === undefined ? null : <input type="hidden" name="sort" value={sort.toLowerCase()} />}
          <Choice name="level" label={t("wall.level")} chosen={level ?? null}>
            {wall.levels.map((one) => ({ value: one.level, text: t(`wall.levels.${one.level}`), count: one.count }))}
          </Choice>
          <Choice name="type" label={t("wall.type")} chosen={type ?? null}>
            {wall.types.map((one) => ({ value: one.type, text: t(`wall.types.${one.type}`), count: one.count }))}
          </Choice>
          <Choice name="who" label={t("wall.who")} chosen={person ?? null}>
            {withChosen(wall, person ?? null).map((one) => ({ value: one.key, text: one.name, count: one.count }))}
          </Choice>
          <button type="submit" className="button">
            {t("wall.apply")}
          </button>
          {filtered && wall.items.length > 0 ? (
            <a className="button button-quiet" href={link(wallPath({ campaignSlug, sort }))}>
              {t("wall.all")}
            </a>
          ) : null}
        </form>
      </details>
    </section>
  );
};

/** Whoever is chosen stands in the list, also when the other filters leave nothing of hers. */
const withChosen = ({ people, items }: Wall, person: string | null): { key: string; name: string; count: number }[] => {
  if (person === null || people.some(({ key }) => key === person)) return people;
  const name = items[0]?.representativeName ?? person.replace(/^name:/, "").split("|")[1] ?? person.replace(/^name:/, "");
  return [{ key: person, name, count: 0 }, ...people];
};

type ChoiceProps = { name: string; label: string; chosen: string | null; children: { value: string; text: string; count: number }[] };

const Choice = ({ name, label, chosen, children }: ChoiceProps) => {
  const { t, locale } = usePage();
  const digits = new Intl.NumberFormat(locale === "fr" ? "fr-CA" : "en-CA");
  return (
    <label className={`wall-choice wall-choice-${name}`}>
      <span>{label}</span>
      <select className="input" name={name} defaultValue={chosen ?? ""}>
        <option value="">{t("wall.any")}</option>
        {children.map(({ value, text, count }) => (
          <option key={value} value={value}>{`${text} (${digits.format(count)})`}</option>
        ))}
      </select>
    </label>
  );
};
