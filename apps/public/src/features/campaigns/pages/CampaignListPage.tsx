import { EmptyState } from "../../../shell/EmptyState";
import { usePage } from "../../../shell/page-context";
import { CampaignCard } from "../components/CampaignCard";
import type { CampaignCardView } from "../model/campaign-view";

export const CampaignListPage = ({ campaigns, showShifts }: { campaigns: CampaignCardView[]; showShifts: boolean }) => {
  const { t, link } = usePage();
  return (
    <div className="wrap page">
      <h1>{t("campaigns.title")}</h1>
      {campaigns.length === 0 ? (
        <EmptyState title={t("campaigns.empty")} text={t("campaigns.emptyHint")}>
          {showShifts ? (
            <a className="button" href={link("/shifts")}>
              {t("home.allShifts")}
            </a>
          ) : null}
        </EmptyState>
      ) : (
        <>
          <p className="lead">{t("campaigns.lead")}</p>
          <div className="cards">
            {campaigns.map((campaign) => (
              <CampaignCard key={campaign.slug} campaign={campaign} heading="h2" />
            ))}
          </div>
        </>
      )}
    </div>
  );
};
