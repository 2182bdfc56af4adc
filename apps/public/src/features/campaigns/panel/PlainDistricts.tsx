import type { LevelAnswer } from "@cml/domain/influence";
import { usePage } from "../../../shell/page-context";
import type { PlainForm } from "./plain-form";

/** Several districts share the code: each is a link to the same page with that district chosen. */
export const PlainDistricts = ({ level, plain, act }: { level: LevelAnswer; plain: PlainForm; act: string }) => {
  const { t } = usePage();
  const place = t(`panel.places.${level.level}`);
  const [path = "", anchor = ""] = act.split("#");
  const others = plain.districts.filter((key) => !level.districts.some((district) => district.key === key));
  const addressOf = (key: string) => {
    const query = new URLSearchParams({ code: plain.code, ...(plain.source === null ? {} : { s: plain.source }) });
    for (const district of [...others, key]) query.append("district", district);
    return `${path}?${query.toString()}#${anchor}`;
  };
  return (
    <section className="districts">
      <h3>{t("panel.districts.title", { place })}</h3>
      <p className="dimmed">{t("plain.districts")}</p>
      <ul className="plain-links">
        {level.districts.map(({ key, name }) => {
          const people = plain.found?.targets.filter(({ districtKey, isVacant }) => districtKey === key && !isVacant) ?? [];
          return (
            <li key={key}>
              <a href={addressOf(key)}>{name}</a> <span className="dimmed">{people.map((person) => person.name).join(", ")}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
