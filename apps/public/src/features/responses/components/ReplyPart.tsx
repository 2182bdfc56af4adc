import { responseTypes } from "@cml/domain/influence";
import { Field } from "../../../shell/Field";
import { LongField } from "../../../shell/LongField";
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
      <LongField
        id="reply-text"
        name="text"
        label={t("shareReply.text")}
        hint={t(mail === "" ? "shareReply.textHint" : "shareReply.mailHint")}
        rows={8}
        maxLength={20_000}
        defaultValue={values["text"]}
      />
      <PictureField first={pictureKey} awake={awake} />
      <Field
        id="reply-day"
        type="date"
        name="repliedOn"
        label={t("shareReply.day")}
        hint={t("shareReply.dayHint")}
        max={today}
        defaultValue={values["repliedOn"]}
      />
      <LongField
        id="reply-comment"
        name="comment"
        label={t("shareReply.comment")}
        hint={t("shareReply.commentHint")}
        rows={3}
        maxLength={2_000}
        defaultValue={values["comment"]}
      />
    </>
  );
};
