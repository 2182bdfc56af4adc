import { Field, Problem } from "../../../shell/Field";
import { ArrowIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import type { LetterFlow } from "./useLetterFlow";

export const CodeStep = ({ letter: { flow, dispatch, lookUp } }: { letter: LetterFlow }) => {
  const { t } = usePage();
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void lookUp();
      }}
    >
      <Problem text={flow.problem} />
      <Field
        name="postal-code"
        label={t("panel.code.label")}
        hint={t("panel.code.hint")}
        error={flow.fields.code}
        value={flow.code}
        onChange={(event) => dispatch({ type: "wrote", field: "code", value: event.currentTarget.value })}
        autoComplete="postal-code"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={12}
        placeholder="A1A 1A1"
      />
      <button type="submit" className="button button-large" aria-disabled={flow.busy} disabled={flow.busy}>
        {flow.busy ? t("panel.code.looking") : flow.problem === null ? t("panel.code.button") : t("form.retry")}
        <ArrowIcon />
      </button>
      {flow.busy ? <FacesSkeleton /> : null}
    </form>
  );
};

const FacesSkeleton = () => (
  <div className="faces" aria-hidden="true">
    {[0, 1].map((row) => (
      <div key={row} className="face skeleton">
        <span className="portrait" />
        <span className="lines" />
      </div>
    ))}
  </div>
);
