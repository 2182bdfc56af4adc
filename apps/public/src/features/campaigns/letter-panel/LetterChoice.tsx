import type { Target } from "@cml/domain/influence";
import { ArrowIcon, BackIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";

type LetterChoiceProps = { people: readonly Target[]; at: number; onChoose: (at: number) => void };

// More names than these would push the letter itself off a phone.
const mostNames = 4;

/** Whose letter is in view: a name each for a few people, a list to leaf through for a council. */
export const LetterChoice = ({ people, at, onChoose }: LetterChoiceProps) => {
  const { t } = usePage();
  if (people.length < 2) return null;
  if (people.length <= mostNames)
    return (
      <div className="tabs" role="group" aria-label={t("panel.letter.shownFor")}>
        {people.map(({ id, name }, index) => (
          <button key={id} type="button" aria-pressed={index === at} onClick={() => onChoose(index)}>
            {name}
          </button>
        ))}
      </div>
    );
  return (
    <div className="letter-choice" role="group" aria-label={t("panel.letter.shownFor")}>
      <button type="button" aria-label={t("panel.letter.previous")} disabled={at === 0} onClick={() => onChoose(at - 1)}>
        <BackIcon />
      </button>
      <select
        className="input"
        aria-label={t("panel.letter.shownFor")}
        value={at}
        onChange={(event) => onChoose(Number(event.currentTarget.value))}
      >
        {people.map(({ id, name }, index) => (
          <option key={id} value={index}>
            {t("panel.letter.oneOf", { at: index + 1, all: people.length, name })}
          </option>
        ))}
      </select>
      <button type="button" aria-label={t("panel.letter.following")} disabled={at === people.length - 1} onClick={() => onChoose(at + 1)}>
        <ArrowIcon />
      </button>
    </div>
  );
};
