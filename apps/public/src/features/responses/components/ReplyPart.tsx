import { responseTypes } from "@cml/domain/influence";
import { usePage } from "../../../shell/page-context";
import type { ShareForm } from "../model/share-form";
import { PictureField } from "./PictureField";

type ReplyPartProps = { form: ShareForm; awake: boolean };

/** What the answer was: how it came, its words, its day, a picture, and what the supporter thinks of it. */
export const ReplyPart = ({ form: { values, mail, pictureKey, today }, awake }: ReplyPartProps) => {
  const { t } = usePage();
  return (
    <>
      <fieldset className="chips">
        <legend>{t("shareReply.type")}</legend>
        {responseTypes.map((type) => (
          <label key={type}>
            <input type="radio" name="type" value={type} defaultChecked={(values["type"] || "EMAIL") === type} />
            <span>{t(`shareReply.types.${type}`)}</span>
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor="reply-text">{t("shareReply.text")}</label>
        <textarea
          id="reply-text"
          className="input"
          name="text"
          rows={8}
          maxLength={20_000}
          defaultValue={values["text"]}
          aria-describedby="reply-text-hint"
        />
        <p id="reply-text-hint" className="hint">
          {t(mail === "" ? "shareReply.textHint" : "shareReply.mailHint")}
        </p>
      </div>
      <PictureField first={pictureKey} awake={awake} />
      <div className="field">
        <label htmlFor="reply-day">{t("shareReply.day")}</label>
        <input
          id="reply-day"
          className="input"
          type="date"
          name="repliedOn"
          max={today}
          defaultValue={values["repliedOn"]}
          aria-describedby="reply-day-hint"
        />
        <p id="reply-day-hint" className="hint">
          {t("shareReply.dayHint")}
        </p>
      </div>
      <div className="field">
        <label htmlFor="reply-comment">{t("shareReply.comment")}</label>
        <textarea
          id="reply-comment"
          className="input"
          name="comment"
          rows={3}
          maxLength={2_000}
          defaultValue={values["comment"]}
          aria-describedby="reply-comment-hint"
        />
        <p id="reply-comment-hint" className="hint">
          {t("shareReply.commentHint")}
        </p>
      </div>
    </>
  );
};
