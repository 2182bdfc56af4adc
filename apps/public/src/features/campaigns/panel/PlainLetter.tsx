import type { CampaignTargets, EmailMethod } from "@cml/domain/influence";
import { formatPostalCode } from "@cml/domain/kernel";
import { Field, Problem } from "../../../shell/Field";
import { usePage } from "../../../shell/page-context";
import { Portrait } from "../../../shell/Portrait";
import { Votes } from "../components/Votes";
import { LevelNotice } from "../letter-panel/LevelNotice";
import { canBeWritten, shownTargets } from "../letter-panel/letter-flow";
import { OtherWays } from "../letter-panel/OtherWays";
import type { CampaignView } from "../model/campaign-view";
import type { PlainForm } from "./plain-form";
import { PlainWords } from "./PlainWords";

type PlainLetterProps = { campaign: CampaignView; plain: PlainForm; found: CampaignTargets };

/** Whom, what, who: one form, one button for each way the campaign offers. */
export const PlainLetter = ({ campaign, plain, found }: PlainLetterProps) => {
  const { t, link } = usePage();
  const { values } = plain;
  const shown = shownTargets(found).filter(({ isVacant }) => !isVacant);
  const reachable = shown.filter((target) => canBeWritten(target, campaign.methods));
  const place = [found.postalCode === "" ? "" : formatPostalCode(found.postalCode), found.city].filter((part) => part !== "").join(", ");
  return (
    <>
      {place === "" ? null : <p className="dimmed">{place}</p>}
      {found.sourcesDown ? <p className="notice">{t(shown.length === 0 ? "panel.people.down" : "panel.people.downButNamed")}</p> : null}
      {found.notConstituent ? <p className="notice">{t("panel.people.notConstituent")}</p> : null}
      {found.levels.map((level) => (
        <LevelNotice key={level.level} answer={level} anybody={shown.length > 0} />
      ))}
      <Votes positions={found.positions} />
      {shown
        .filter((target) => !target.hasEmail || campaign.methods.length === 0)
        .map((target) => (
          <div key={target.id} className="face">
            <p className="face-name">
              {target.name} {target.hasEmail ? null : <span className="dimmed">{t("panel.people.noEmail")}</span>}
            </p>
            <OtherWays target={target} campaign={campaign} />
          </div>
        ))}
      {reachable.length === 0 || found.notConstituent ? null : (
        <form method="post" action={`${link(`/c/${campaign.slug}/letters`)}#act`} className="plain-letter">
          <input type="hidden" name="submissionId" value={plain.submissionId} />
          <input type="hidden" name="openedAt" value={plain.openedAt} />
          <input type="hidden" name="postalCode" value={found.postalCode} />
          {plain.districts.map((key) => (
            <input key={key} type="hidden" name="districts" value={key} />
          ))}
          {plain.source === null ? null : <input type="hidden" name="source" value={plain.source} />}
          <div className="trap" aria-hidden="true">
            <label>
              {t("panel.trap")}
              <input name="trap" tabIndex={-1} autoComplete="off" defaultValue="" />
            </label>
          </div>
          <Problem text={plain.problem} />
          <fieldset className="faces">
            <legend>{t("panel.people.choose")}</legend>
            {reachable.map((target) => (
              <div key={target.id} className="face">
                <label>
                  <input
                    type="checkbox"
                    name="targetIds"
                    value={target.id}
                    defaultChecked={values.targetIds === null ? target.ticked : values.targetIds.includes(target.id)}
                  />
                  <Portrait name={target.name} photoUrl={target.photoUrl} />
                  <span className="face-text">
                    <span className="face-name">{target.name}</span>
                    <span className="dimmed">{[target.officeTitle, target.districtName].filter((fact) => fact !== "").join(" · ")}</span>
                  </span>
                </label>
              </div>
            ))}
          </fieldset>
          <h3>{t("panel.letter.title")}</h3>
          {campaign.personalPrompt === "" ? null : (
            <div className="field">
              <label htmlFor="plain-personal">{campaign.personalPrompt}</label>
              <textarea id="plain-personal" name="personal" className="input" rows={2} maxLength={1000} defaultValue={values.personal} />
              <p className="hint">{t("panel.letter.personalHint")}</p>
            </div>
          )}
          <PlainWords campaign={campaign} plain={plain} to={reachable.map(({ name }) => name).join(", ")} />
          <h3>{t("panel.you.title")}</h3>
          <Field name="name" label={t("panel.you.name")} autoComplete="name" maxLength={100} defaultValue={values.name} required />
          {campaign.askStreet ? (
            <Field
              name="street"
              label={t("panel.you.street")}
              hint={t("panel.you.streetHint")}
              autoComplete="address-line1"
              maxLength={200}
              defaultValue={values.street}
            />
          ) : null}
          <Field
            name="email"
            type="email"
            label={t("panel.you.email")}
            hint={campaign.verifySender ? t("panel.you.emailHint") : t("panel.you.emailHintDirect")}
            autoComplete="email"
            maxLength={254}
            defaultValue={values.email}
          />
          <fieldset className="boxes">
            <legend>{t("panel.you.boxes")}</legend>
            <Box name="tellHowItEnds" text={t("panel.you.updates")} on={values.tellHowItEnds} />
            <NewsletterBox on={values.newsletter} />
          </fieldset>
          {campaign.publicRecord ? <p className="notice">{t("panel.you.publicRecord")}</p> : null}
          {campaign.officeLink && campaign.methods.includes("SMTP") ? <p className="hint">{t("panel.you.officeLink")}</p> : null}
          {campaign.isPreview ? (
            <p className="notice">{t("panel.preview.notSent")}</p>
          ) : (
            <PlainWays methods={campaign.methods} count={reachable.length} />
          )}
        </form>
      )}
    </>
  );
};

const Box = ({ name, text, on }: { name: string; text: string; on: boolean }) => (
  <label>
    <input type="checkbox" name={name} value="true" defaultChecked={on} />
    {text}
  </label>
);

const NewsletterBox = ({ on }: { on: boolean }) => {
  const { t, organization } = usePage();
  return <Box name="newsletter" text={t("panel.you.newsletter", { organization })} on={on} />;
};

const PlainWays = ({ methods, count }: { methods: readonly EmailMethod[]; count: number }) => {
  const { t } = usePage();
  return (
    <div className="ways">
      {methods.map((method, index) => (
        <button
          key={method}
          type="submit"
          name="method"
          value={method}
          className={index === 0 ? "button button-large" : "button button-large button-quiet"}
        >
          {t(`panel.send.plain.${method}`, { count })}
        </button>
      ))}
    </div>
  );
};
