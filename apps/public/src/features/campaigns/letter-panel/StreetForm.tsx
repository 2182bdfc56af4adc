import { usePage } from "../../../shell/page-context";
import { FlowField } from "./FlowField";
import type { LetterFlow } from "./useLetterFlow";

/** A street tells which district it is; where it is not found, the districts are still there to choose from. */
export const StreetForm = ({ letter }: { letter: LetterFlow }) => {
  const { t } = usePage();
  const { flow, locate } = letter;
  return (
    <form
      noValidate
      className="street"
      onSubmit={(event) => {
        event.preventDefault();
        void locate();
      }}
    >
      <FlowField
        letter={letter}
        of="street"
        name="where"
        label={t("panel.street.label")}
        hint={t("panel.street.hint")}
        autoComplete="address-line1"
        maxLength={200}
      />
      <button type="submit" className="button button-quiet" disabled={flow.busy !== false}>
        {flow.busy === "LOCATE" ? t("form.working") : t("panel.street.button")}
      </button>
    </form>
  );
};

/** For people who see somebody else's representative: a postal code is a mail route, not a district. */
export const NotMine = ({ letter }: { letter: LetterFlow }) => {
  const { t } = usePage();
  return (
    <details className="not-mine">
      <summary>{t("panel.people.notMine")}</summary>
      <p className="hint">{t("panel.people.notMineHint")}</p>
      <StreetForm letter={letter} />
    </details>
  );
};
