import type { CampaignTargets, LevelAnswer } from "@cml/domain/influence";
import { lazy, Suspense } from "react";
import { usePage } from "../../../shell/page-context";
import { Portrait } from "../../../shell/Portrait";
import type { LetterFlow } from "./useLetterFlow";

// Drawn only where a code lies in several districts, and only in the browser.
const DistrictMap = lazy(() => import("./DistrictMap").then((file) => ({ default: file.DistrictMap })));

type DistrictChoiceProps = { letter: LetterFlow; level: LevelAnswer; found: CampaignTargets };

/** Several districts share this code: each with its faces and its place on a map, to be chosen with one tap. */
export const DistrictChoice = ({ letter: { flow, lookUp }, level, found }: DistrictChoiceProps) => {
  const { t } = usePage();
  const others = flow.districts.filter((key) => !level.districts.some((district) => district.key === key));
  const choose = (key: string) => void lookUp({ code: found.postalCode, districts: [...others, key] });
  return (
    <section className="districts" aria-label={t("panel.districts.label", { place: t(`panel.places.${level.level}`) })}>
      <h3>{t("panel.districts.title", { place: t(`panel.places.${level.level}`) })}</h3>
      <p className="dimmed">{t("panel.districts.text")}</p>
      <Suspense fallback={<div className="district-map skeleton" />}>
        <DistrictMap districts={level.districts} onChoose={choose} />
      </Suspense>
      <ul>
        {level.districts.map(({ key, name }, index) => {
          const people = found.targets.filter(({ districtKey }) => districtKey === key);
          return (
            <li key={key}>
              <button type="button" className="district" disabled={flow.busy !== false} onClick={() => choose(key)}>
                <span className="district-mark" aria-hidden="true">
                  {index + 1}
                </span>
                <span className="face-text">
                  <span className="face-name">{name}</span>
                  <span className="dimmed">
                    {people.map((person) => (person.isVacant ? t("panel.people.vacant") : person.name)).join(", ")}
                  </span>
                </span>
                {people.slice(0, 2).map((person) => (
                  <Portrait key={person.id} name={person.name} photoUrl={person.photoUrl} small />
                ))}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
