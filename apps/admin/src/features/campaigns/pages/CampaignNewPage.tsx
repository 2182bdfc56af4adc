import { useTranslation } from "@cml/ui/i18n";
import { useNavigate } from "@tanstack/react-router";
import { CampaignEditor } from "../components/CampaignEditor";

export const CampaignNewPage = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <CampaignEditor
      campaign={null}
      title={t("campaigns.new")}
      onCreated={(id) => void navigate({ to: `/campaigns/${id}`, replace: true, ignoreBlocker: true })}
    />
  );
};
