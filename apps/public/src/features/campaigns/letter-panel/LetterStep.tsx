import { useMemo, useState } from "react";
import { Problem } from "../../../shell/Field";
import { ArrowIcon, BackIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import { hasOpenWords, letterWords } from "../model/letter-words";
import { EditablePaper } from "./EditablePaper";
import { canBeWritten, chosen } from "./letter-flow";
import { LettersToRead } from "./LettersToRead";
import type { PanelCampaign } from "./panel-campaign";
import { PersonalSentence } from "./PersonalSentence";
import type { LetterFlow } from "./useLetterFlow";
import { type Prepared, usePreparedLetters } from "./usePreparedLetters";
import { useShownLetter } from "./useShownLetter";
import { writtenLetters } from "./written-letters";

export const LetterStep = ({ letter, campaign }: { letter: LetterFlow; campaign: PanelCampaign }) => {
  const { t } = usePage();
  const { flow, dispatch, toYou } = letter;
  const people = useMemo(() => chosen(flow).filter((target) => canBeWritten(target, campaign.methods)), [flow, campaign.methods]);
  const prepared = usePreparedLetters(letter, campaign, people);
  const { letters, texts } = prepared.letters ?? { letters: [], texts: [] };
  const edited = flow.subject !== null || flow.body !== null;
  const writing = campaign.allowEditing && (edited || texts.length === 1);
  const [lookedAt, onLook] = useState(0);
  const at = Math.min(lookedAt, people.length - 1);
  // Who writes a text of her own goes on from the one she is looking at.
  const inView = letters.find(({ targetId }) => targetId === people[at]?.id)?.text ?? 0;
  const shown = useShownLetter(flow, campaign, { text: texts[inView] ?? campaign.letter, people });
  const words = letterWords(t);
  const open = writing && hasOpenWords(`${shown.subject} ${shown.body}`, words);
  const reading = { flow, campaign, people, at, onLook };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        toYou(shown);
      }}
    >
      {campaign.personalPrompt === "" ? null : <PersonalSentence letter={letter} prompt={campaign.personalPrompt} />}
      {writing ? <p className="dimmed">{t("panel.letter.editHint")}</p> : <ReadingHint prepared={prepared} />}
      {writing ? (
        <>
          <EditablePaper letter={letter} shown={shown} />
          {open ? <p className="hint">{people.length > 1 ? t("panel.letter.bracketsHint") : t("panel.letter.bracketsOne")}</p> : null}
          {letters.length === 0 ? null : (
            <details className="as-it-leaves">
              <summary>{t("panel.letter.asItLeaves", { count: letters.length })}</summary>
              <LettersToRead {...reading} letters={edited ? writtenLetters(letters, { flow, campaign, words }) : letters} />
            </details>
          )}
        </>
      ) : (
        <>
          {letters.length === 0 ? <Waiting prepared={prepared} /> : <LettersToRead {...reading} letters={letters} />}
          {campaign.allowEditing && texts.length > 1 ? (
            <p>
              <button
                type="button"
                className="button button-quiet"
                onClick={() => {
                  dispatch({ type: "wrote", field: "subject", value: shown.subject });
                  dispatch({ type: "wrote", field: "body", value: shown.body });
                }}
              >
                {t("panel.letter.ownText")}
              </button>
            </p>
          ) : null}
        </>
      )}
      <Problem text={flow.fields.subject ?? flow.fields.body ?? flow.fields.personal ?? flow.problem} />
      <button type="submit" className="button button-large" disabled={!writing && letters.length === 0}>
        {t("panel.letter.button")}
        <ArrowIcon />
      </button>
      <div className="row">
        <button type="button" className="button button-quiet" onClick={() => dispatch({ type: "went", step: "people" })}>
          <BackIcon />
          {t("panel.back")}
        </button>
        {edited ? (
          <button type="button" className="button button-quiet" onClick={() => dispatch({ type: "undid" })}>
            {t("panel.letter.reset")}
          </button>
        ) : null}
      </div>
    </form>
  );
};

const ReadingHint = ({ prepared: { letters } }: { prepared: Prepared }) => {
  const { t } = usePage();
  if (letters === null) return null;
  const texts = letters.texts.length;
  return (
    <p className="dimmed">
      {texts > 1 ? t("panel.letter.severalTexts", { letters: letters.letters.length, texts }) : t("panel.letter.fixedHint")}
    </p>
  );
};

const Waiting = ({ prepared: { problem, again } }: { prepared: Prepared }) => {
  const { t } = usePage();
  if (problem === null) return <div className="paper skeleton" aria-busy="true" aria-label={t("form.working")} />;
  return (
    <>
      <Problem text={problem} />
      <button type="button" className="button button-quiet" onClick={again}>
        {t("form.retry")}
      </button>
    </>
  );
};
