import { useEffect, useState } from "react";
import { Problem } from "../../../shell/Field";
import { CheckIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import { CopyButton } from "../components/CopyButton";
import { DidYouSend } from "../components/DidYouSend";
import type { OpenedLetter, Outcome } from "./letter-flow";
import type { LetterFlow } from "./useLetterFlow";

type OpenedProps = { letter: LetterFlow; outcome: Extract<Outcome, { kind: "opened" }> };

/** One link for each person, because one message to several offices is read as a circular; then the question. */
export const OpenedLetters = ({ letter: { flow, answerSent }, outcome }: OpenedProps) => {
  const { t } = usePage();
  const back = useBackAgain();
  const open = outcome.letters.filter(({ id }) => flow.answers[id] === "OPENED");
  return (
    <>
      <p>{t("panel.opened.text")}</p>
      <Problem text={flow.problem} />
      <ol className="opened">
        {outcome.letters.map((one) => {
          const answer = flow.answers[one.id];
          return (
            <li key={one.id}>
              <h3>
                {answer === "YES" ? <CheckIcon /> : null}
                {t("panel.opened.to", { name: one.recipientName })}
              </h3>
              {answer === "YES" ? (
                <p className="hint">{t("sentQuestion.thanks")}</p>
              ) : (
                <Links letter={one} onOpen={() => void answerSent([one.id], "OPENED")} />
              )}
              {answer === "OPENED" && (back || open.length > 0) ? (
                <DidYouSend onAnswer={(sent) => void answerSent([one.id], sent ? "YES" : "NO")} />
              ) : null}
              {answer === "NO" ? <p className="hint">{t("sentQuestion.notYet")}</p> : null}
            </li>
          );
        })}
      </ol>
    </>
  );
};

const Links = ({ letter, onOpen }: { letter: OpenedLetter; onOpen: () => void }) => {
  const { t } = usePage();
  const ways = [
    { href: letter.mailto, text: t("panel.opened.mailto") },
    { href: letter.gmail, text: "Gmail" },
    { href: letter.outlook, text: "Outlook" },
  ];
  return (
    <>
      <p className="row">
        {ways.map(({ href, text }, index) => (
          <a
            key={text}
            className={index === 0 ? "button" : "button button-quiet"}
            href={href}
            {...(index === 0 ? {} : { target: "_blank", rel: "noreferrer" })}
            onClick={onOpen}
          >
            {text}
          </a>
        ))}
        <CopyButton
          text={`${letter.recipientEmail}\n\n${letter.subject}\n\n${letter.message}`}
          label={t("panel.opened.copy")}
          onCopied={onOpen}
        />
      </p>
      {letter.bodyFits.mailto ? null : (
        <div className="notice">
          <p>{t("panel.opened.tooLong")}</p>
          <CopyButton text={letter.message} label={t("panel.opened.copyBody")} />
        </div>
      )}
      <details>
        <summary>{t("sentQuestion.showLetter")}</summary>
        <p>
          <strong>{letter.recipientEmail}</strong>
        </p>
        <p className="paper-body">{letter.message}</p>
      </details>
    </>
  );
};

/** True once the page was left for the mail program and is looked at again. */
const useBackAgain = (): boolean => {
  const [back, setBack] = useState(false);
  useEffect(() => {
    const see = () => (document.visibilityState === "visible" ? setBack(true) : undefined);
    document.addEventListener("visibilitychange", see);
    return () => document.removeEventListener("visibilitychange", see);
  }, []);
  return back;
};
