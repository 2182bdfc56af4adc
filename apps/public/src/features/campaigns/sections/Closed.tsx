import { Island } from "../../../islands/Island";
import { usePage } from "../../../shell/page-context";
import { ShareButtons } from "../../../shell/ShareButtons";
import type { CampaignView } from "../model/campaign-view";
import { paragraphsOf } from "../../../shell/paragraphs";
import { Totals } from "./Totals";

/** In the panel's place once nobody can act: what was decided, the totals, one next thing, no form. */
export const Closed = ({ campaign, address }: { campaign: CampaignView; address: string }) => {
  const { t, link } = usePage();
  const { state, outcome, nextStep } = campaign;
  const paused = state === "paused";
  return (
    <div className="panel" data-state={state}>
      <h2>{paused ? t("campaign.paused.title") : t("campaign.ended.title")}</h2>
      {outcome === "" ? (
        <p>{paused ? t("campaign.paused.text") : t("campaign.ended.text")}</p>
      ) : (
        <>
          <h3>{t("campaign.outcome")}</h3>
          {paragraphsOf(outcome).map((text) => (
            <p key={text} className="prose">
              {text}
            </p>
          ))}
        </>
      )}
      <Totals campaign={campaign} />
      {nextStep === null ? (
        <a className="button button-large" href={link("/campaigns")}>
          {t("campaign.nextThing")}
        </a>
      ) : (
        <a className="button button-large" href={nextStep.url}>
          {nextStep.label}
        </a>
      )}
      <Island name="share" component={ShareButtons} props={{ address, title: campaign.title }} />
    </div>
  );
};
