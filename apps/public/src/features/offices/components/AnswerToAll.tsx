import type { OfficePage } from "@cml/domain/influence";
import { LongField } from "../../../shell/LongField";
import { Field } from "../../../shell/Field";
import { usePage } from "../../../shell/page-context";
import { fullDate } from "../../../texts/dates";

export type DraftAnswer = { subject: string; text: string };
type AnswerProps = { page: OfficePage; action: string; draft: DraftAnswer | null };

/** The office's one answer to everybody: written, looked at, read by the organisers, then mailed and shown. */
export const AnswerToAll = ({ page, action, draft }: AnswerProps) => {
  const { t, organization } = usePage();
  const steps = page.showsWall ? "officePage.answerLeadWall" : "officePage.answerLead";
  return (
    <section id="answer" aria-labelledby="answer-title">
      <h2 id="answer-title">{t("officePage.answerTitle")}</h2>
      {page.answer === null ? null : <GivenAnswer answer={page.answer} />}
      {page.mayAnswer ? (
        <>
          <p>{t(steps, { organization, count: page.readers })}</p>
          <form method="post" action={`${action}#answer`}>
            <input type="hidden" name="do" value="preview" />
            <Field
              name="subject"
              label={t("officePage.subject")}
              defaultValue={draft?.subject ?? ""}
              required
              minLength={3}
              maxLength={150}
            />
            <LongField
              name="text"
              label={t("officePage.text")}
              defaultValue={draft?.text ?? ""}
              required
              minLength={20}
              maxLength={8_000}
              rows={8}
            />
            <button type="submit" className="button">
              {t("officePage.preview")}
            </button>
          </form>
        </>
      ) : null}
    </section>
  );
};

const GivenAnswer = ({ answer }: { answer: NonNullable<OfficePage["answer"]> }) => {
  const { t, locale, timeZone, organization } = usePage();
  const { status, mailedAt, mailedCount, rejectReason } = answer;
  return (
    <div className="office-given">
      <p className={status === "REJECTED" ? "problem" : "notice"} role="status">
        {status === "PENDING" ? t("officePage.answerWaits", { organization }) : null}
        {status === "REJECTED" ? t("officePage.answerRefused", { organization }) : null}
        {status === "APPROVED"
          ? mailedAt === null
            ? t("officePage.answerLeaves")
            : t("officePage.answerMailed", { count: mailedCount, date: fullDate(locale, mailedAt, timeZone) })
          : null}
        {status === "REJECTED" && rejectReason !== null ? ` ${rejectReason}` : null}
      </p>
      <blockquote className="office-words">
        <strong>{answer.subject}</strong>
        {answer.text}
      </blockquote>
    </div>
  );
};
