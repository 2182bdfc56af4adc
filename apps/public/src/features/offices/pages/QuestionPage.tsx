import type { OfficeQuestion } from "@cml/domain/influence";
import { Problem } from "../../../shell/Field";
import { CheckIcon, CrossIcon } from "../../../shell/icons";
import { LongField } from "../../../shell/LongField";
import { usePage } from "../../../shell/page-context";
import { ShownWords } from "../../../shell/ShownWords";
import { calendarDay, fullDate } from "../../../texts/dates";

type QuestionProps = { question: OfficeQuestion; action: string; reports: boolean; reason: string; problem: string | null };

/** "Did your office write this?": the words as others see them, who runs this, and two buttons. Opening the page decides nothing. */
export const QuestionPage = ({ question, action, reports, reason, problem }: QuestionProps) => {
  const { t, link, locale, timeZone, organization } = usePage();
  const { state, representativeName, campaignTitle, campaignSlug } = question;
  const isOver = state === "EXPIRED";
  return (
    <div className="wrap page narrow office">
      <p className="eyebrow">
        <a href={link(`/c/${campaignSlug}`)}>{campaignTitle}</a>
      </p>
      <h1>{t("officePage.question.title")}</h1>
      <p className="lead">{t("officePage.question.lead", { name: representativeName, organization })}</p>
      <State question={question} />
      <Words question={question} />
      {isOver ? (
        <p className="hint">{t("officePage.question.expired", { organization })}</p>
      ) : (
        <>
          <Problem text={problem} />
          <div className="office-choices">
            {reports ? <ReportForm state={state} action={action} reason={reason} isOpen /> : null}
            <ConfirmForm state={state} action={action} />
            {reports ? null : <ReportForm state={state} action={action} reason={reason} isOpen={problem !== null} />}
          </div>
          <p className="hint">{t("officePage.question.until", { date: fullDate(locale, question.endsAt, timeZone) })}</p>
        </>
      )}
    </div>
  );
};

type ChoiceProps = { state: OfficeQuestion["state"]; action: string };

const ConfirmForm = ({ state, action }: ChoiceProps) => {
  const { t } = usePage();
  if (state === "CONFIRMED") return null;
  return (
    <form method="post" action={action}>
      <h2>{t(state === "REPORTED" ? "officePage.question.ratherYes" : "officePage.question.yesTitle")}</h2>
      <p>{t("officePage.question.yesText")}</p>
      <input type="hidden" name="answer" value="CONFIRM" />
      <button type="submit" className="button button-large">
        <CheckIcon />
        {t("officePage.question.yes")}
      </button>
    </form>
  );
};

const ReportForm = ({ state, action, reason, isOpen }: ChoiceProps & { reason: string; isOpen: boolean }) => {
  const { t } = usePage();
  if (state === "REPORTED") return null;
  return (
    <details open={isOpen || undefined}>
      <summary>{t(state === "CONFIRMED" ? "officePage.question.ratherNo" : "officePage.question.noTitle")}</summary>
      <form method="post" action={action}>
        <input type="hidden" name="answer" value="REPORT" />
        <LongField
          name="reason"
          label={t("officePage.question.reason")}
          hint={t("officePage.question.reasonHint")}
          defaultValue={reason}
          required
          minLength={3}
          maxLength={1_000}
          rows={3}
        />
        <button type="submit" className="button button-danger">
          <CrossIcon />
          {t("officePage.question.no")}
        </button>
      </form>
    </details>
  );
};

const State = ({ question: { state, isShown, campaignSlug, responseId } }: { question: OfficeQuestion }) => {
  const { t, link } = usePage();
  if (state === "WAITING" || state === "EXPIRED") return null;
  return (
    <p className={state === "CONFIRMED" ? "office-said" : "problem"} role="status">
      {t(state === "CONFIRMED" ? "officePage.question.confirmed" : "officePage.question.reported")}{" "}
      {isShown ? <a href={link(`/c/${campaignSlug}/replies/${responseId}`)}>{t("officePage.question.seeIt")}</a> : null}
    </p>
  );
};

const Words = ({ question }: { question: OfficeQuestion }) => {
  const { t, locale } = usePage();
  const { representativeName, text, comment, author, repliedOn, screenshotUrl, screenshotWidth, screenshotHeight } = question;
  return (
    <figure className="office-quote">
      <figcaption>
        <strong>{representativeName}</strong>
        <span className="dimmed">
          {t(`officePage.types.${question.type}`)}
          {repliedOn === null ? null : ` · ${calendarDay(locale, repliedOn)}`}
        </span>
      </figcaption>
      {text === "" ? null : (
        <blockquote className="office-words">
          <ShownWords text={text} />
        </blockquote>
      )}
      {screenshotUrl === null ? null : (
        <img
          src={screenshotUrl}
          alt={t("officePage.question.picture")}
          width={screenshotWidth ?? undefined}
          height={screenshotHeight ?? undefined}
          loading="lazy"
        />
      )}
      {comment === null || comment === "" ? null : (
        <p className="office-comment">
          {t("officePage.question.comment")} <ShownWords text={comment} />
        </p>
      )}
      <p className="dimmed">
        {author === null ? t("officePage.question.sharedAnonymously") : t("officePage.question.sharedBy", { name: author })}
      </p>
    </figure>
  );
};

/** A link that is not ours, or whose response is gone. */
export const NoQuestionPage = () => {
  const { t, link } = usePage();
  return (
    <div className="wrap page narrow office">
      <h1>{t("officePage.question.unknownTitle")}</h1>
      <p className="lead">{t("officePage.question.unknownText")}</p>
      <a className="button" href={link("/campaigns")}>
        {t("notFound.button")}
      </a>
    </div>
  );
};
