import type { CampaignDetail } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { LetterTable } from "../../queue";

/** The letters of a campaign, live. */
export const LetterDesk = ({ campaign }: { campaign: CampaignDetail }) => {
  const { t } = useTranslation();
  return <LetterTable campaignId={campaign.id} empty={t(campaign.status === "ACTIVE" ? "letters.emptyLive" : "letters.emptyDraft")} />;
};
