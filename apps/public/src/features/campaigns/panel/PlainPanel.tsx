import { sampleSupporters } from "@cml/domain/influence";
import { SampleChoice } from "../letter-panel/SampleChoice";
import { PanelFoot } from "../letter-panel/PanelFoot";
import type { CampaignView } from "../model/campaign-view";
import { usePage } from "../../../shell/page-context";
import { PlainDistricts } from "./PlainDistricts";
import { PlainLetter } from "./PlainLetter";
import type { PlainForm } from "./plain-form";

/** People, letter and name as one plain form, for browsers older than the panel or with JavaScript off. */
export const PlainPanel = ({ campaign, plain }: { campaign: CampaignView; plain: PlainForm }) => {
  const { t, link } = usePage();
  const { found, postalCode } = plain;
  const choices = (found?.levels ?? []).filter(({ state, districts }) => state === "CHOOSE" && districts.length > 0);
  const act = campaign.isPreview ? "#act" : `${link(`/c/${campaign.slug}`)}#act`;
  return (
    <section className="panel plain" aria-labelledby="panel-title">
      <h2 id="panel-title">{t("panel.title")}</h2>
      {campaign.needsPlace ? (
        <form method="get" action={act} className="plain-code">
          <label htmlFor="plain-code">{t("panel.code.label")}</label>
          <input
            id="plain-code"
            name="code"
            className="input"
            defaultValue={plain.code}
            autoComplete="postal-code"
            maxLength={12}
            required
          />
          {plain.source === null ? null : <input type="hidden" name="s" value={plain.source} />}
          {postalCode === null && plain.code !== "" ? (
            <p className="error" role="alert">
              {t("panel.code.invalid")}
            </p>
          ) : null}
          <button type="submit" className="button button-quiet">
            {t("panel.code.button")}
          </button>
        </form>
      ) : null}
      {campaign.isPreview && campaign.needsPlace ? <SampleChoice samples={sampleSupporters} /> : null}
      {found === null && (postalCode !== null || !campaign.needsPlace) ? (
        <p className="notice">{t(campaign.isPreview ? "panel.preview.onlySamples" : "panel.people.down")}</p>
      ) : null}
      {choices.map((level) => (
        <PlainDistricts key={level.level} level={level} plain={plain} act={act} />
      ))}
      {found === null ? null : <PlainLetter campaign={campaign} plain={plain} found={found} />}
      <PanelFoot campaign={campaign} />
    </section>
  );
};
