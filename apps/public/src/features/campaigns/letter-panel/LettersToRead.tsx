import type { PreparedLetters, Target } from "@cml/domain/influence";
import { LetterPaper } from "../../../shell/LetterPaper";
import { usePage } from "../../../shell/page-context";
import { letterWords } from "../model/letter-words";
import { filledIn } from "../model/open-places";
import type { Flow } from "./letter-flow";
import { LetterChoice } from "./LetterChoice";
import { personValues, placeValues } from "./letter-values";
import type { PanelCampaign } from "./panel-campaign";

type LettersToReadProps = {
  flow: Flow;
  campaign: PanelCampaign;
  people: readonly Target[];
  letters: PreparedLetters["letters"];
  /** Which of the people is looked at. */
  at: number;
  onLook: (at: number) => void;
};

/** Each person's own letter, one in view, the others one press away; name and sentence stand in it as they are written. */
export const LettersToRead = ({ flow, campaign, people, letters, at, onLook }: LettersToReadProps) => {
  const { t } = usePage();
  const person = people[at];
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
      <LetterChoice people={people} at={at} onChoose={onLook} />
      <LetterPaper to={person.name} subject={subject} body={message} signature="" />
    </>
  );
};
