import { useTranslation } from "@cml/ui/i18n";
import { useParams } from "@tanstack/react-router";
import { api } from "../../../api";
import { QueryState } from "../../../shell/QueryState";
import { CampaignEditor } from "../components/CampaignEditor";

export const CampaignEditPage = () => {
  const { t } = useTranslation();
  const { id = "" }: { id?: string } = useParams({ strict: false });
  const query = api.influence.campaigns.get.useQuery({ id }, { refetchOnWindowFocus: false });
  return (
    <QueryState query={query} shape="form">
      {(campaign) => <CampaignEditor key={campaign.id} campaign={campaign} title={t("campaigns.edit")} />}
    </QueryState>
  );
};
