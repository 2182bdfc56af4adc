import { Button, Group, Text } from "@mantine/core";
import { type Campaign, campaignStatuses } from "@cml/domain/influence";
import { type Column, DataTable, EmptyState, PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconMail, IconPlus } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";
import { TableError } from "../../../shell/TableError";
import { oneOf, pageOf, textOf, usePageSearch } from "../../../shell/usePageSearch";
import { CampaignStatusBadge } from "../components/CampaignStatusBadge";
import { DemoBadge } from "../../../shell/DemoBadge";

const pageSize = 50;

export const CampaignListPage = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { can } = useSession();
  const columns = useColumns();
  const [search, setSearch] = usePageSearch((raw) => ({
    q: textOf(raw["q"]),
    status: oneOf(campaignStatuses, raw["status"]),
    page: pageOf(raw["page"]),
  }));
  const query = api.influence.campaigns.list.useQuery(
    { search: search.q, status: search.status, page: search.page, pageSize },
    { placeholderData: keepPreviousData },
  );
  const create = can("campaign.edit") && (
    <Button component={Link} to="/campaigns/new" leftSection={<IconPlus size={17} />}>
      {t("campaigns.new")}
    </Button>
  );
  return (
    <>
      <PageHeader title={t("campaigns.title")} lead={t("campaigns.lead")} actions={create} />
      <TableError query={query}>
        <DataTable
          label={t("campaigns.title")}
          columns={columns}
          rows={query.data?.items}
          rowKey={(campaign) => campaign.id}
          total={query.data?.total}
          page={search.page}
          pageSize={pageSize}
          onPage={(page) => setSearch({ page })}
          search={search.q}
          onSearch={(q) => setSearch({ q, page: 1 })}
          searchLabel={t("campaigns.search")}
          filters={[
            {
              id: "status",
              label: t("campaigns.statusLabel"),
              value: search.status,
              options: campaignStatuses.map((value) => ({ value, label: t(`campaigns.status.${value}`) })),
              onChange: (value) => setSearch({ status: oneOf(campaignStatuses, value), page: 1 }),
            },
          ]}
          onRow={({ id }) => void navigate({ to: `/campaigns/${id}` })}
          empty={
            <EmptyState icon={<IconMail />} title={t("campaigns.emptyTitle")} action={create}>
              {t("campaigns.emptyText")}
            </EmptyState>
          }
        />
      </TableError>
    </>
  );
};

const useColumns = (): Column<Campaign>[] => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
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
    { id: "status", header: t("campaigns.columns.status"), cell: ({ status }) => <CampaignStatusBadge status={status} />, width: 130 },
    {
      id: "levels",
      header: t("campaigns.columns.levels"),
      hideOnPhone: true,
      cell: ({ targetGovernmentLevels }) => targetGovernmentLevels.map((level) => t(`campaigns.levels.${level}`)).join(", "),
    },
    {
      id: "letters",
      header: t("campaigns.columns.letters"),
      align: "right",
      width: 90,
      cell: ({ emailCount }) => formats.number(emailCount),
    },
    { id: "updated", header: t("campaigns.columns.updated"), width: 140, cell: ({ updatedAt }) => formats.date(updatedAt) },
  ];
};
