import type { PreparedLetters, Target } from "@cml/domain/influence";
import { useState } from "react";
import { LetterPaper } from "../../../shell/LetterPaper";
import { usePage } from "../../../shell/page-context";
import { letterWords } from "../model/letter-words";
import { filledIn } from "../model/open-places";
import type { Flow } from "./letter-flow";
import { personValues, placeValues } from "./letter-values";
import type { PanelCampaign } from "./panel-campaign";

type LettersToReadProps = { flow: Flow; campaign: PanelCampaign; people: readonly Target[]; letters: PreparedLetters["letters"] };

/** Each person's own letter, one in view, the others one press away; name and sentence stand in it as they are written. */
export const LettersToRead = ({ flow, campaign, people, letters }: LettersToReadProps) => {
  const { t } = usePage();
  const [lookedAt, lookAt] = useState(0);
  const person = people[Math.min(lookedAt, people.length - 1)];
  const letter = letters.find(({ targetId }) => targetId === person?.id);
  if (person === undefined || letter === undefined) return null;
  const known = {
    ...placeValues(flow, campaign),
    ...personValues(person),
    street: flow.street.trim() || `[${t("panel.letter.streetLine")}]`,
  };
  const { subject, message } = filledIn(letter, known, letterWords(t));
  return (
    <>
      {people.length > 1 ? (
        <div className="tabs" role="group" aria-label={t("panel.letter.shownFor")}>
          {people.map(({ id, name }, index) => (
            <button key={id} type="button" aria-pressed={index === lookedAt} onClick={() => lookAt(index)}>
              {name}
            </button>
          ))}
        </div>
      ) : null}
      <LetterPaper to={person.name} subject={subject} body={message} signature="" />
    </>
  );
};
