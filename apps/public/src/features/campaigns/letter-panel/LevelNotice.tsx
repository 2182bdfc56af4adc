import type { LevelAnswer } from "@cml/domain/influence";
import { usePage } from "../../../shell/page-context";
import { longDate } from "../../../texts/dates";

/** Why nobody stands at a level: an empty seat, a dissolved house, or nobody we know of. */
export const LevelNotice = ({ answer, anybody }: { answer: LevelAnswer; anybody: boolean }) => {
  const { t, locale, timeZone } = usePage();
  const { state, level, districts, until, note } = answer;
  const place = t(`panel.places.${level}`);
  if (state === "SURE" || (state === "CHOOSE" && districts.length > 0)) return null;
  const district = districts.map(({ name }) => name).join(", ");
  const words = {
    VACANT: { title: t("panel.levels.vacant", { place: district || place }), text: t("panel.levels.vacantHint") },
    NO_SITTING: {
      title: t("panel.levels.noSitting", { place }),
      text:
        until === null
          ? t("panel.levels.noSittingHint")
          : t("panel.levels.noSittingUntil", { date: longDate(locale, until.toISOString(), timeZone) }),
    },
    NOBODY: { title: t("panel.levels.nobody", { place }), text: t("panel.levels.nobodyHint") },
    CHOOSE: { title: t("panel.levels.nobody", { place }), text: t("panel.levels.nobodyHint") },
  }[state];
  return (
    <div className="notice" data-state={state}>
      <p className="notice-title">{words.title}</p>
      <p>
        {note === null || note === "" ? words.text : note}
        {anybody ? ` ${t("panel.levels.others")}` : ""}
      </p>
    </div>
  );
};
