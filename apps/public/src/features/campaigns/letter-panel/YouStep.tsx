import { Field, Problem } from "../../../shell/Field";
import { BackIcon, LetterIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import { chosen } from "./letter-flow";
import { mailtoLink } from "./mailto";
import type { PanelCampaign } from "./panel-campaign";
import type { LetterFlow } from "./useLetterFlow";

export const YouStep = ({ letter, campaign }: { letter: LetterFlow; campaign: PanelCampaign }) => {
  const { flow, dispatch, send } = letter;
  const { t, organization, locale } = usePage();
  const recipients = chosen(flow);
  const names = new Intl.ListFormat(locale === "fr" ? "fr-CA" : "en-CA", { type: "conjunction" }).format(
    recipients.map(({ name }) => name),
  );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p className="dimmed">{t("panel.you.summary", { count: recipients.length, names })}</p>
      <Field
        name="name"
        label={t("panel.you.name")}
        hint={t("panel.you.nameHint")}
        error={flow.fields.name}
        value={flow.name}
        autoComplete="name"
        maxLength={120}
        onChange={(event) => dispatch({ type: "wrote", field: "name", value: event.currentTarget.value })}
      />
      <Field
        name="email"
        type="email"
        label={t("panel.you.email")}
        hint={campaign.verifySender ? t("panel.you.emailHint") : t("panel.you.emailHintDirect")}
        error={flow.fields.email}
        value={flow.email}
        autoComplete="email"
        inputMode="email"
        maxLength={254}
        onChange={(event) => dispatch({ type: "wrote", field: "email", value: event.currentTarget.value })}
      />
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
      <Problem text={flow.problem} />
      <button type="submit" className="button button-large" disabled={flow.busy} aria-disabled={flow.busy}>
        <LetterIcon />
        {flow.busy
          ? t("form.working")
          : recipients.length > 1
            ? t("panel.you.buttonMany", { count: recipients.length })
            : t("panel.you.button")}
      </button>
      {campaign.allowMailto ? <OwnMailProgram letter={letter} campaign={campaign} /> : null}
      <button type="button" className="button button-quiet" onClick={() => dispatch({ type: "went", step: "letter" })}>
        <BackIcon />
        {t("panel.back")}
      </button>
    </form>
  );
};

/** One link for each person, because one message to several offices is read as a circular. */
const OwnMailProgram = ({ letter: { flow }, campaign }: { letter: LetterFlow; campaign: PanelCampaign }) => {
  const { t } = usePage();
  const addressed = chosen(flow).filter(({ email }) => email !== null);
  if (addressed.length === 0) return null;
  return (
    <details className="own-mail">
      <summary>{t("panel.you.mailto")}</summary>
      <p className="hint">{t("panel.you.mailtoHint")}</p>
      <ul>
        {addressed.map((person) => (
          <li key={person.key}>
            <a href={mailtoLink(person, flow, { campaign, t })}>{t("panel.you.mailtoTo", { name: person.name })}</a>
          </li>
        ))}
      </ul>
    </details>
  );
};
