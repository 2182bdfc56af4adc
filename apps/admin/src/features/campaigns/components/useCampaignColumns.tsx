import { Group, Text } from "@mantine/core";
import type { CampaignSummary } from "@cml/domain/influence";
import type { Column } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { useSiteFormats } from "../../../session/useSite";
import { DemoBadge } from "../../../shell/DemoBadge";
import { CampaignStatusBadge } from "./CampaignStatusBadge";

/** What the list of campaigns shows of each; the owner only where there are several. */
export const useCampaignColumns = (withOwner: boolean): Column<CampaignSummary>[] => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const owner: Column<CampaignSummary> = {
    id: "owner",
    header: t("campaignWork.list.ownerColumn"),
    hideOnPhone: true,
    cell: ({ createdByUserName }) => createdByUserName ?? "–",
  };
  return [
    {
      id: "title",
      header: t("campaigns.columns.title"),
      cell: (campaign) => (
        <Group gap="xs" wrap="nowrap">
          <Text size="sm" fw={550} lineClamp={2}>
            {campaign.title}
          </Text>
          {campaign.isDemo && <DemoBadge />}
        </Group>
      ),
    },
    {
      id: "status",
      header: t("campaigns.columns.status"),
      width: 150,
      cell: ({ status, endsAt }) => <CampaignStatusBadge status={status} ended={endsAt !== null && endsAt.getTime() <= Date.now()} />,
    },
    {
      id: "levels",
      header: t("campaigns.columns.levels"),
      hideOnPhone: true,
      cell: ({ targetGovernmentLevels }) => targetGovernmentLevels.map((level) => t(`campaigns.levels.${level}`)).join(", "),
    },
    ...(withOwner ? [owner] : []),
    {
      id: "letters",
      header: t("campaigns.columns.letters"),
      align: "right",
      width: 90,
      cell: ({ emailCount }) => formats.number(emailCount),
    },
    { id: "calls", header: t("campaignWork.list.calls"), align: "right", width: 80, cell: ({ callCount }) => formats.number(callCount) },
    { id: "updated", header: t("campaigns.columns.updated"), width: 140, cell: ({ updatedAt }) => formats.date(updatedAt) },
  ];
};
