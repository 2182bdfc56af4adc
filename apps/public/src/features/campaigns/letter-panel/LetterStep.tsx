import { Problem } from "../../../shell/Field";
import { ArrowIcon, BackIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import { LetterPaper } from "../components/LetterPaper";
import { hasOpenWords, letterWords } from "../model/letter-words";
import type { PanelCampaign } from "./panel-campaign";
import { useShownLetter } from "./useShownLetter";
import type { LetterFlow } from "./useLetterFlow";

export const LetterStep = ({ letter, campaign }: { letter: LetterFlow; campaign: PanelCampaign }) => {
  const { t } = usePage();
  const { flow, dispatch, toYou } = letter;
  const shown = useShownLetter(flow, campaign);
  const open = hasOpenWords(`${shown.subject} ${shown.body}`, letterWords(t));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        toYou(shown);
      }}
    >
      <p className="dimmed">{campaign.allowEditing ? t("panel.letter.editHint") : t("panel.letter.fixedHint")}</p>
      {campaign.allowEditing ? (
        <div className="paper paper-editable">
          <p className="paper-to">
            <span>{t("panel.letter.to")}</span> {shown.to}
          </p>
          <label className="paper-subject">
            <span>{t("panel.letter.subject")}</span>
            <textarea
              name="subject"
              rows={1}
              value={shown.subject}
              maxLength={200}
              aria-invalid={flow.fields.subject === undefined ? undefined : true}
              onChange={(event) => dispatch({ type: "wrote", field: "subject", value: event.currentTarget.value.replaceAll("\n", " ") })}
            />
          </label>
          <textarea
            name="body"
            aria-label={t("panel.letter.body")}
            value={shown.body}
            rows={12}
            maxLength={20_000}
            aria-invalid={flow.fields.body === undefined ? undefined : true}
            onChange={(event) => dispatch({ type: "wrote", field: "body", value: event.currentTarget.value })}
          />
          <p className="paper-signature">{shown.signature}</p>
        </div>
      ) : (
        <LetterPaper {...shown} />
      )}
      {open ? <p className="hint">{t("panel.letter.bracketsHint")}</p> : null}
      <Problem text={flow.fields.subject ?? flow.fields.body ?? flow.problem} />
      <button type="submit" className="button button-large">
        {t("panel.letter.button")}
        <ArrowIcon />
      </button>
      <div className="row">
        <button type="button" className="button button-quiet" onClick={() => dispatch({ type: "went", step: "people" })}>
          <BackIcon />
          {t("panel.back")}
        </button>
        {flow.subject === null && flow.body === null ? null : (
          <button type="button" className="button button-quiet" onClick={() => dispatch({ type: "undid" })}>
            {t("panel.letter.reset")}
          </button>
        )}
      </div>
    </form>
  );
};
