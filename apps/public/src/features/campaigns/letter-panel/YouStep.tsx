import { ArrowIcon, BackIcon, LetterIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import { canBeWritten, chosen } from "./letter-flow";
import { FlowField } from "./FlowField";
import { namesOf } from "./names-of";
import type { PanelCampaign } from "./panel-campaign";
import { PanelProblem } from "./PanelProblem";
import { Trap } from "./Trap";
import type { LetterFlow } from "./useLetterFlow";

export const YouStep = ({ letter, campaign }: { letter: LetterFlow; campaign: PanelCampaign }) => {
  const { flow, dispatch, afterYou } = letter;
  const { t, organization, locale } = usePage();
  const recipients = chosen(flow).filter((target) => canBeWritten(target, campaign.methods));
  const [only] = campaign.methods;
  const oneWay = campaign.methods.length === 1;
  // A campaign that collects nothing asks for an address only where a letter cannot be sent without one.
  const asksEmail = campaign.collectUserInfo || campaign.methods.includes("SMTP");
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        afterYou();
      }}
    >
      <p className="dimmed">{t("panel.you.summary", { count: recipients.length, names: namesOf(recipients, { t, locale }) })}</p>
      <FlowField
        letter={letter}
        of="name"
        label={t("panel.you.name")}
        hint={t("panel.you.nameHint")}
        autoComplete="name"
        autoCapitalize="words"
        maxLength={100}
      />
      {campaign.askStreet ? (
        <FlowField
          letter={letter}
          of="street"
          label={t("panel.you.street")}
          hint={t("panel.you.streetHint")}
          autoComplete="address-line1"
          maxLength={200}
        />
      ) : null}
      {asksEmail ? (
        <FlowField
          letter={letter}
          of="email"
          type="email"
          label={t("panel.you.email")}
          hint={campaign.verifySender && campaign.methods.includes("SMTP") ? t("panel.you.emailHint") : t("panel.you.emailHintDirect")}
          autoComplete="email"
          inputMode="email"
          maxLength={254}
        />
      ) : null}
      <Trap letter={letter} />
      {asksEmail ? (
        <fieldset className="boxes">
          <legend>{t("panel.you.boxes")}</legend>
          <label>
            <input type="checkbox" name="updates" checked={flow.updates} onChange={() => dispatch({ type: "toggled", box: "updates" })} />
            {t("panel.you.updates")}
          </label>
          <label>
            <input
              type="checkbox"
              name="newsletter"
              checked={flow.newsletter}
              onChange={() => dispatch({ type: "toggled", box: "newsletter" })}
            />
            {t("panel.you.newsletter", { organization })}
          </label>
          <p className="hint">{t("panel.you.boxesHint")}</p>
        </fieldset>
      ) : null}
      {campaign.publicRecord ? <p className="notice">{t("panel.you.publicRecord")}</p> : null}
      {campaign.officeLink && campaign.methods.includes("SMTP") ? <p className="hint">{t("panel.you.officeLink")}</p> : null}
      <PanelProblem campaign={campaign} text={flow.problem} />
      <button type="submit" className="button button-large" disabled={flow.busy !== false}>
        {oneWay && only !== undefined ? (
          <>
            <LetterIcon />
            {flow.busy === "PROOF"
              ? t("panel.send.proof")
              : flow.busy
                ? t("form.working")
                : t(`panel.send.button.${only}`, { count: recipients.length })}
          </>
        ) : (
          <>
            {t("panel.you.next")}
            <ArrowIcon />
          </>
        )}
      </button>
      <button type="button" className="button button-quiet" onClick={() => dispatch({ type: "went", step: "letter" })}>
        <BackIcon />
        {t("panel.back")}
      </button>
    </form>
  );
};
