import { useMemo, useState } from "react";
import { Problem } from "../../../shell/Field";
import { ArrowIcon, BackIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import { LetterPaper } from "../../../shell/LetterPaper";
import { hasOpenWords, letterWords } from "../model/letter-words";
import { EditablePaper } from "./EditablePaper";
import { canBeWritten, chosen } from "./letter-flow";
import type { PanelCampaign } from "./panel-campaign";
import { PersonalSentence } from "./PersonalSentence";
import { useShownLetter } from "./useShownLetter";
import type { LetterFlow } from "./useLetterFlow";

export const LetterStep = ({ letter, campaign }: { letter: LetterFlow; campaign: PanelCampaign }) => {
  const { t } = usePage();
  const { flow, dispatch, toYou } = letter;
  const people = useMemo(() => chosen(flow).filter((target) => canBeWritten(target, campaign.methods)), [flow, campaign.methods]);
  const [lookedAt, lookAt] = useState(0);
  const several = people.length > 1;
  const one = useMemo(() => people.slice(Math.min(lookedAt, people.length - 1)).slice(0, 1), [people, lookedAt]);
  const editing = campaign.allowEditing;
  const shown = useShownLetter(flow, campaign, editing ? people : one);
  const open = hasOpenWords(`${shown.subject} ${shown.body}`, letterWords(t));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        toYou(shown);
      }}
    >
      {campaign.personalPrompt === "" ? null : <PersonalSentence letter={letter} prompt={campaign.personalPrompt} />}
      <p className="dimmed">{editing ? t("panel.letter.editHint") : t("panel.letter.fixedHint")}</p>
      {editing ? (
        <EditablePaper letter={letter} shown={shown} />
      ) : (
        <>
          {several ? (
            <div className="tabs" role="group" aria-label={t("panel.letter.shownFor")}>
              {people.map(({ id, name }, index) => (
                <button key={id} type="button" aria-pressed={index === lookedAt} onClick={() => lookAt(index)}>
                  {name}
                </button>
              ))}
            </div>
          ) : null}
          <LetterPaper {...shown} />
        </>
      )}
      {open ? <p className="hint">{several ? t("panel.letter.bracketsHint") : t("panel.letter.bracketsOne")}</p> : null}
      <Problem text={flow.fields.subject ?? flow.fields.body ?? flow.fields.personal ?? flow.problem} />
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
