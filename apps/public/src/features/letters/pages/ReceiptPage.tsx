import type { ReactNode } from "react";
import { CheckIcon, ClockIcon, CrossIcon, LetterIcon, QuestionIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import { dateAndTime } from "../../../texts/dates";
import { LetterPaper, officeTitle } from "../../campaigns";
import type { LetterStep, Receipt, ReceiptLetter } from "../model";

/** The supporter's private page: each letter's own timeline, in words that claim no more than we know. */
export const ReceiptPage = ({ receipt, justConfirmed }: { receipt: Receipt; justConfirmed: boolean }) => {
  const { t, organization, link } = usePage();
  return (
    <div className="wrap page narrow">
      <p className="eyebrow">{receipt.campaignTitle}</p>
      <h1>{justConfirmed ? t("confirm.doneTitle") : t("receipt.title")}</h1>
      <p className="lead">{justConfirmed ? t("confirm.doneText") : t("receipt.lead")}</p>
      {receipt.letters.length === 0 ? <p>{t("receipt.nothing")}</p> : null}
      {receipt.letters.map((letter) => (
        <Timeline key={letter.id} letter={letter} name={receipt.name} />
      ))}
      <section className="kept" aria-labelledby="kept">
        <h2 id="kept">{t("receipt.keptTitle")}</h2>
        <p>{t("receipt.keptText", { organization })}</p>
      </section>
      <p className="row">
        <a className="button button-quiet" href={link(`/c/${receipt.campaignSlug}`)}>
          {t("receipt.back")}
        </a>
        <a className="button button-quiet" href={link("/campaigns")}>
          {t("panel.done.otherCampaigns")}
        </a>
      </p>
    </div>
  );
};

const Timeline = ({ letter, name }: { letter: ReceiptLetter; name: string }) => {
  const { t, locale, timeZone } = usePage();
  return (
    <section className="timeline" aria-label={t("receipt.to", { name: letter.recipient })}>
      <h2>{t("receipt.to", { name: letter.recipient })}</h2>
      {letter.recipientTitle === "" ? null : <p className="dimmed">{officeTitle(t, letter.recipientTitle)}</p>}
      <ol>
        {letter.steps.map(({ step, at, words }) => (
          <li key={`${step}${at ?? ""}`} data-step={step}>
            <span className="timeline-mark">{marks[step]}</span>
            <div>
              <p className="timeline-what">{t(`receipt.steps.${step}`)}</p>
              {at === null ? null : (
                <p className="dimmed tabular">
                  <time dateTime={at}>{dateAndTime(locale, at, timeZone)}</time>
                </p>
              )}
              <Explanation step={step} words={words} />
            </div>
          </li>
        ))}
      </ol>
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

const Explanation = ({ step, words }: { step: LetterStep; words: string | null }) => {
  const { t } = usePage();
  if (step === "HANDED_OVER") return <p className="hint">{t("receipt.handedOverHint")}</p>;
  if (step === "UNCERTAIN") return <p className="hint">{t("receipt.uncertainHint")}</p>;
  if (step === "KEPT_LOCALLY") return <p className="hint">{t("receipt.keptHint")}</p>;
  if (step === "REFUSED")
    return <p className="hint">{words === null || words === "" ? t("receipt.failedPlain") : t("receipt.failedHint", { reason: words })}</p>;
  return null;
};

const marks: Record<LetterStep, ReactNode> = {
  CONFIRMED: <CheckIcon size={18} />,
  QUEUED: <ClockIcon size={18} />,
  OPENED: <LetterIcon size={18} />,
  PRINTED: <LetterIcon size={18} />,
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
  CANCELLED: <CrossIcon size={18} />,
  RETURNED: <CrossIcon size={18} />,
  DELAYED: <ClockIcon size={18} />,
  AUTO_REPLY: <LetterIcon size={18} />,
  ANSWERED: <LetterIcon size={18} />,
  HANDED_IN: <CheckIcon size={18} />,
};

export const NoReceiptPage = () => {
  const { t, link } = usePage();
  return (
    <div className="wrap page narrow">
      <h1>{t("receipt.unknownTitle")}</h1>
      <p className="lead">{t("receipt.unknownText")}</p>
      <a className="button" href={link("/campaigns")}>
        {t("notFound.button")}
      </a>
    </div>
  );
};
