import { Problem } from "../../../shell/Field";
import { PrintIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import { DidYouSend } from "../components/DidYouSend";
import { chosen, type Outcome } from "./letter-flow";
import type { LetterFlow } from "./useLetterFlow";

type PrintedProps = { letter: LetterFlow; outcome: Extract<Outcome, { kind: "printed" }> };

/** One sheet for each office with its address on it, and what it costs to post: nothing, to Parliament. */
export const PrintedLetters = ({ letter: { flow, answerSent }, outcome }: PrintedProps) => {
  const { t } = usePage();
  const ids = outcome.letters.map(({ id }) => id);
  const answers = new Set(ids.map((id) => flow.answers[id]));
  // Mail to members of the House of Commons and senators at Parliament travels free (Canada Post Corporation Act, s. 35).
  const free = chosen(flow).some(({ level, officeTitle }) => level === "FEDERAL" || /senat|sénat/i.test(officeTitle));
  return (
    <>
      <p>{t("panel.printed.text", { count: outcome.letters.length })}</p>
      {free ? <p className="notice">{t("panel.printed.noStamp")}</p> : null}
      <p className="row">
        <a
          className="button button-large"
          href={outcome.pdfUrl}
          target="_blank"
          rel="noreferrer"
          onClick={() => void answerSent(ids, "OPENED")}
        >
          <PrintIcon />
          {t("panel.printed.button", { count: outcome.letters.length })}
        </a>
      </p>
      {outcome.letters.length < 2 ? null : (
        <ul className="plain-links">
          {outcome.letters.map(({ id, recipientName, pdfUrl }) => (
            <li key={id}>
              <a href={pdfUrl} target="_blank" rel="noreferrer" onClick={() => void answerSent([id], "OPENED")}>
                {t("panel.opened.to", { name: recipientName })}
              </a>
            </li>
          ))}
        </ul>
      )}
      <Problem text={flow.problem} />
      {answers.has("YES") ? (
        <p className="hint">{t("sentQuestion.thanks")}</p>
      ) : answers.has("OPENED") ? (
        <DidYouSend posted onAnswer={(sent) => void answerSent(ids, sent ? "YES" : "NO")} />
      ) : null}
      {answers.has("NO") && !answers.has("YES") ? <p className="hint">{t("sentQuestion.notYet")}</p> : null}
    </>
  );
};
