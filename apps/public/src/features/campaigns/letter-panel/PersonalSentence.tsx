import { usePage } from "../../../shell/page-context";
import type { LetterFlow } from "./useLetterFlow";

/** The one question whose answer makes a letter the supporter's own: offices count those apart. */
export const PersonalSentence = ({ letter: { flow, dispatch }, prompt }: { letter: LetterFlow; prompt: string }) => {
  const { t } = usePage();
  return (
    <div className="field personal">
      <label htmlFor="field-personal">{prompt}</label>
      <textarea
        id="field-personal"
        name="personal"
        className="input"
        rows={2}
        maxLength={1_000}
        value={flow.personal}
        aria-describedby="field-personal-hint"
        onChange={(event) => dispatch({ type: "wrote", field: "personal", value: event.currentTarget.value })}
      />
      <p id="field-personal-hint" className="hint">
        {t("panel.letter.personalHint")}
      </p>
    </div>
  );
};
