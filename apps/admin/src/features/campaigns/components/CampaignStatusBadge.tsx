import type { CampaignStatus } from "@cml/domain/influence";
import { StatusBadge, type StatusTone } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";

const toneOf: Record<CampaignStatus, StatusTone> = { DRAFT: "calm", ACTIVE: "good", PAUSED: "attention", ARCHIVED: "calm" };

/** A live campaign past its end says so: its page has no form any more. */
export const CampaignStatusBadge = ({ status, ended = false }: { status: CampaignStatus; ended?: boolean }) => {
  const { t } = useTranslation();
  if (ended && status === "ACTIVE") return <StatusBadge tone="calm">{t("campaignWork.list.ended")}</StatusBadge>;
  return <StatusBadge tone={toneOf[status]}>{t(`campaigns.status.${status}`)}</StatusBadge>;
};
