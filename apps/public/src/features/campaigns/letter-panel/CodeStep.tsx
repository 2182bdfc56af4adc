import { formatPostalCode } from "@cml/domain/kernel";
import { Field } from "../../../shell/Field";
import { ArrowIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import type { PanelCampaign } from "./panel-campaign";
import { PanelProblem } from "./PanelProblem";
import { SampleChoice } from "./SampleChoice";
import type { LetterFlow } from "./useLetterFlow";

/** A plain form as well: without JavaScript it leads to the same page with the people on it. */
export const CodeStep = ({ letter: { flow, dispatch, lookUp }, campaign }: { letter: LetterFlow; campaign: PanelCampaign }) => {
  const { t, link } = usePage();
  return (
    <form
      noValidate
      method="get"
      // A preview's own address is its key: its form goes to where it stands.
      action={campaign.isPreview ? "#act" : `${link(`/c/${campaign.slug}`)}#act`}
      onSubmit={(event) => {
        event.preventDefault();
        void lookUp();
      }}
    >
      <PanelProblem campaign={campaign} text={flow.problem} />
      <Field
        name="code"
        label={t("panel.code.label")}
        hint={t("panel.code.hint")}
        error={flow.fields.code}
        value={flow.code}
        onChange={(event) => dispatch({ type: "wrote", field: "code", value: event.currentTarget.value })}
        autoComplete="postal-code"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={12}
        placeholder="A1A 1A1"
      />
      <button type="submit" className="button button-large" disabled={flow.busy !== false}>
        {flow.busy ? t("panel.code.looking") : flow.problem === null || campaign.isPreview ? t("panel.code.button") : t("form.retry")}
        <ArrowIcon />
      </button>
      {flow.busy ? <FacesSkeleton /> : null}
      <SampleChoice
        samples={campaign.samples}
        onChoose={({ name, email, street, postalCode }) => {
          // All that she would write is hers, so that the steps after this one can be played through.
          dispatch({ type: "restored", draft: { name, email, street, code: formatPostalCode(postalCode) } });
          void lookUp({ code: postalCode });
        }}
      />
    </form>
  );
};

export const FacesSkeleton = () => (
  <div className="faces" aria-hidden="true">
    {[0, 1].map((row) => (
      <div key={row} className="face skeleton">
        <span className="portrait" />
        <span className="lines" />
      </div>
    ))}
  </div>
);
