import { replyOutcomes } from "@cml/domain/influence";
import { Fragment } from "react";
import { Field } from "../../../shell/Field";
import { usePage } from "../../../shell/page-context";
import { calendarDay } from "../../../texts/dates";
import { chosenFor, dayField, outcomeField } from "../answers-of-form";
import type { FollowedLetter } from "../model";

type QuestionProps = { letter: FollowedLetter; today: string; search: URLSearchParams };

/** Four answers about one letter, and the day of the reply where there was one. */
export const LetterQuestion = ({ letter, today, search }: QuestionProps) => {
  const { t, locale } = usePage();
  const chosen = chosenFor(letter, search);
  return (
    <fieldset className="outcome">
      <legend>
        {letter.recipientName}
        {letter.recipientTitle === "" ? null : <span className="dimmed">{letter.recipientTitle}</span>}
      </legend>
      <p className="dimmed">{t("ended.left", { date: calendarDay(locale, letter.handedOverOn) })}</p>
      {letter.answeredOn === null ? null : (
        <p className="hint">{t("ended.cameByMail", { date: calendarDay(locale, letter.answeredOn) })}</p>
      )}
      <div className="outcome-answers">
        {replyOutcomes.map((outcome) => (
          <Fragment key={outcome}>
            <input
              type="radio"
              id={`${outcomeField(letter.id)}-${outcome}`}
              name={outcomeField(letter.id)}
              value={outcome}
              defaultChecked={chosen.outcome === outcome}
            />
            <label htmlFor={`${outcomeField(letter.id)}-${outcome}`}>{t(`ended.answers.${outcome}`)}</label>
          </Fragment>
        ))}
        {/* Beside the answers, so that a style can hide it while no reply is chosen. */}
        <Field
          id={dayField(letter.id)}
          fieldClassName="field outcome-day"
          name={dayField(letter.id)}
          type="date"
          label={t("ended.day")}
          hint={t("ended.dayHint")}
          min={letter.handedOverOn}
          max={today}
          defaultValue={chosen.day}
        />
      </div>
    </fieldset>
  );
};
