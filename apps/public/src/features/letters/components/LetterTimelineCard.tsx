import type { ReactNode } from "react";
import { BackIcon, CheckIcon, ClockIcon, CrossIcon, LetterIcon, PrintIcon, QuestionIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import { LetterPaper } from "../../../shell/LetterPaper";
import { calendarDay } from "../../../texts/dates";
import type { LetterStep, ReceiptLetter } from "../model";

type CardProps = { letter: ReceiptLetter; name: string; token: string; onAnswer: (sent: boolean) => void };

/** One letter's timeline, in words that claim no more than we know. */
export const LetterTimelineCard = ({ letter, name, token, onAnswer }: CardProps) => {
  const { t } = usePage();
  return (
    <section className="timeline" aria-label={t("receipt.to", { name: letter.recipient })}>
      <h2>{t("receipt.to", { name: letter.recipient })}</h2>
      {letter.recipientTitle === "" ? null : <p className="dimmed">{letter.recipientTitle}</p>}
      <ol>
        {letter.steps.map((one, index) => (
          <li key={`${one.step}${one.at ?? ""}${index}`} data-step={one.step}>
            <span className="timeline-mark">{marks[one.step]}</span>
            <div>
              <p className="timeline-what">{t(`receipt.steps.${one.step}`)}</p>
              {one.at === null ? null : (
                <p className="dimmed tabular">
                  <time dateTime={one.at}>{one.when}</time>
                </p>
              )}
              <Explanation step={one} />
            </div>
          </li>
        ))}
      </ol>
      {letter.canAnswer || letter.saidSent ? <Question letter={letter} token={token} onAnswer={onAnswer} /> : null}
      {letter.pdfUrl === null ? null : (
        <p>
          <a className="button button-quiet" href={letter.pdfUrl} target="_blank" rel="noreferrer">
            <PrintIcon />
            {t("receipt.pdf")}
          </a>
        </p>
      )}
      <Share letter={letter} />
      <details>
        <summary>{t("receipt.showLetter")}</summary>
        <LetterPaper
          to={letter.recipient}
          subject={letter.subject}
          body={letter.message}
          signature={letter.message.includes(name) ? "" : name}
        />
      </details>
    </section>
  );
};

/** A button once an answer came in by us, a plain line before: an answer may have gone to the writer's own address. */
const Share = ({ letter: { shareUrl, steps } }: { letter: ReceiptLetter }) => {
  const { t, link } = usePage();
  if (shareUrl === null) return null;
  const isAnswered = steps.some(({ step }) => step === "ANSWERED");
  return (
    <p className={isAnswered ? "share-answer" : "share-answer hint"}>
      {isAnswered ? null : `${t("receipt.gotAnswer")} `}
      <a className={isAnswered ? "button" : ""} href={link(shareUrl)} rel="nofollow">
        {isAnswered ? <LetterIcon /> : null}
        {t(isAnswered ? "receipt.shareAnswered" : "receipt.share")}
      </a>
      {isAnswered ? <span className="hint">{t("receipt.shareHint")}</span> : null}
    </p>
  );
};

type Told = ReceiptLetter["steps"][number];

const Explanation = ({ step: { step, words, reason } }: { step: Told }) => {
  const { t, locale } = usePage();
  if (step.startsWith("SAID_"))
    return words === null ? null : <p className="hint">{t("receipt.saidDay", { date: calendarDay(locale, words) })}</p>;
  const because = reason === null ? null : t(`receipt.reasons.${reason}`);
  if (because !== null)
    return (
      <p className="hint">
        {because}
        {words === null || words === "" ? null : <span className="server-words"> “{words}”</span>}
      </p>
    );
  if (step in hints) return <p className="hint">{t(`receipt.hints.${step as keyof typeof hints}`)}</p>;
  return words === null || words === "" ? null : <p className="hint">{words}</p>;
};

const hints = {
  HANDED_OVER: true,
  KEPT_LOCALLY: true,
  UNCERTAIN: true,
  OPENED: true,
  PRINTED: true,
  AUTO_REPLY: true,
  ANSWERED: true,
  HANDED_IN: true,
} satisfies Partial<Record<LetterStep, true>>;

/** Plain forms, so that it also works without JavaScript; all they say stands in their address. */
const Question = ({ letter, token, onAnswer }: Omit<CardProps, "name">) => {
  const { t, link } = usePage();
  const form = (sent: boolean, button: ReactNode) => (
    <form
      method="post"
      action={link(`/receipt/${token}/sent?letter=${letter.id}&sent=${sent ? "yes" : "no"}`)}
      onSubmit={(event) => {
        event.preventDefault();
        onAnswer(sent);
      }}
    >
      {button}
    </form>
  );
  if (letter.saidSent)
    return (
      <div className="did-you">
        <p>{t("sentQuestion.thanks")}</p>
        {form(
          false,
          <button type="submit" className="button button-quiet">
            <BackIcon />
            {t("sentQuestion.undo")}
          </button>,
        )}
      </div>
    );
  return (
    <div className="did-you" role="group" aria-label={t(letter.printed ? "sentQuestion.posted" : "sentQuestion.sent")}>
      <p>{t(letter.printed ? "sentQuestion.posted" : "sentQuestion.sent")}</p>
      {form(
        true,
        <button type="submit" className="button">
          {t(letter.printed ? "sentQuestion.yesPosted" : "sentQuestion.yes")}
        </button>,
      )}
    </div>
  );
};

const marks: Record<LetterStep, ReactNode> = {
  CONFIRMED: <CheckIcon size={18} />,
  QUEUED: <ClockIcon size={18} />,
  OPENED: <LetterIcon size={18} />,
  PRINTED: <PrintIcon size={18} />,
  SENT_BY_WRITER: <CheckIcon size={18} />,
  HELD: <ClockIcon size={18} />,
  RELEASED: <ClockIcon size={18} />,
  HANDED_OVER: <LetterIcon size={18} />,
  KEPT_LOCALLY: <LetterIcon size={18} />,
  DEFERRED: <ClockIcon size={18} />,
  REFUSED: <CrossIcon size={18} />,
  UNCERTAIN: <QuestionIcon size={18} />,
  SETTLED_ARRIVED: <CheckIcon size={18} />,
  SETTLED_AGAIN: <ClockIcon size={18} />,
  SETTLED_BACK: <QuestionIcon size={18} />,
  CANCELLED: <CrossIcon size={18} />,
  RETURNED: <BackIcon size={18} />,
  DELAYED: <ClockIcon size={18} />,
  AUTO_REPLY: <LetterIcon size={18} />,
  ANSWERED: <CheckIcon size={18} />,
  HANDED_IN: <CheckIcon size={18} />,
  SAID_ANSWERED: <CheckIcon size={18} />,
  SAID_ACKNOWLEDGED: <LetterIcon size={18} />,
  SAID_NOT_SATISFACTORY: <QuestionIcon size={18} />,
  SAID_NOTHING: <ClockIcon size={18} />,
  NOT_CONSTITUENT: <QuestionIcon size={18} />,
};
