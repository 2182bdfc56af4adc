import type { CampaignStatus } from "@cml/domain/influence";
import { StatusBadge, type StatusTone } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";

const toneOf: Record<CampaignStatus, StatusTone> = { DRAFT: "calm", ACTIVE: "good", PAUSED: "attention", ARCHIVED: "calm" };

export const CampaignStatusBadge = ({ status }: { status: CampaignStatus }) => {
  const { t } = useTranslation();
  return <StatusBadge tone={toneOf[status]}>{t(`campaigns.status.${status}`)}</StatusBadge>;
};
