import { Field } from "../../../shell/Field";
import { LetterPaper } from "../../../shell/LetterPaper";
import { usePage } from "../../../shell/page-context";
import type { CampaignView } from "../model/campaign-view";
import { plainBody } from "./plain-body";
import type { PlainForm } from "./plain-form";
import { PlainReading } from "./PlainReading";

/** The letter of a plain form: to be read as it will leave and, where the campaign allows it, to be written in. */
export const PlainWords = ({ campaign, plain, to }: { campaign: CampaignView; plain: PlainForm; to: string }) => {
  const { t } = usePage();
  const { values, prepared } = plain;
  const { subject, body } = plainBody(campaign, plain, t);
  const reading = prepared === null ? null : <PlainReading prepared={prepared} />;
  if (!campaign.allowEditing)
    return reading ?? <LetterPaper to={to} subject={subject} body={body} signature={t("panel.letter.signature")} />;
  const fields = (
    <>
      <Field name="subject" label={t("paper.subject")} defaultValue={values.subject ?? subject} maxLength={200} required />
      <div className="field">
        <label htmlFor="plain-message">{t("panel.letter.body")}</label>
        <textarea
          id="plain-message"
          name="message"
          className="input"
          rows={14}
          maxLength={20000}
          defaultValue={values.message ?? body}
          required
        />
        <p className="hint">{t("panel.letter.bracketsHint")}</p>
      </div>
    </>
  );
  if (prepared === null || prepared.texts.length < 2) return fields;
  // Left as it stands, each person gets the text meant for her; the first words written make one text for everybody.
  return (
    <>
      {reading}
      <details className="as-it-leaves" open={values.message !== null}>
        <summary>{t("panel.letter.ownText")}</summary>
        {fields}
      </details>
    </>
  );
};
