import { Button, Select } from "@mantine/core";
import { campaignSorts, campaignStatuses, governmentLevels } from "@cml/domain/influence";
import { EmptyState, PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconMail, IconPlus } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { QueryTable } from "../../../shell/QueryTable";
import { oneOf, pageOf, pageSize, textOf, usePageSearch } from "../../../shell/usePageSearch";
import { useCampaignColumns } from "../components/useCampaignColumns";

export const CampaignListPage = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { can } = useSession();
  const [search, setSearch] = usePageSearch((raw) => ({
    q: textOf(raw["q"]),
    status: oneOf(campaignStatuses, raw["status"]),
    level: oneOf(governmentLevels, raw["level"]),
    owner: textOf(raw["owner"]),
    sort: oneOf(campaignSorts, raw["sort"]),
    page: pageOf(raw["page"]),
  }));
  const owners = api.influence.campaigns.owners.useQuery(undefined, { staleTime: 60_000 });
  const known = owners.data ?? [];
  const owner = known.find(({ id }) => id === search.owner) ?? null;
  const columns = useCampaignColumns(known.length > 1);
  const query = api.influence.campaigns.list.useQuery(
    {
      search: search.q,
      status: search.status,
      level: search.level,
      ownerId: owner?.id ?? null,
      sort: search.sort ?? "newest",
      page: search.page,
      pageSize,
    },
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
      <QueryTable
        label={t("campaigns.title")}
        columns={columns}
        query={query}
        search={search}
        setSearch={setSearch}
        searchLabel={t("campaigns.search")}
        filters={[
          {
            id: "status",
            label: t("campaigns.statusLabel"),
            value: search.status,
            options: campaignStatuses.map((value) => ({ value, label: t(`campaigns.status.${value}`) })),
            onChange: (value) => setSearch({ status: oneOf(campaignStatuses, value), page: 1 }),
          },
          {
            id: "level",
            label: t("campaignWork.list.level"),
            value: search.level,
            options: governmentLevels.map((value) => ({ value, label: t(`campaigns.levels.${value}`) })),
            onChange: (value) => setSearch({ level: oneOf(governmentLevels, value), page: 1 }),
          },
        ]}
        actions={
          query.data !== undefined && (query.data.total > 0 || owner !== null || search.status !== null || search.level !== null) ? (
            <>
              {known.length > 1 && (
                <Select
                  size="xs"
                  w={180}
                  aria-label={t("campaignWork.list.owner")}
                  placeholder={t("campaignWork.list.everybody")}
                  searchable
                  clearable
                  data={known.map(({ id, name, campaigns }) => ({ value: id, label: `${name} (${campaigns})` }))}
                  value={owner?.id ?? null}
                  onChange={(id) => setSearch({ owner: id ?? "", page: 1 })}
                />
              )}
              <Select
                size="xs"
                w={170}
                aria-label={t("campaignWork.list.sort")}
                allowDeselect={false}
                data={campaignSorts.map((value) => ({ value, label: t(`campaignWork.list.sorts.${value}`) }))}
                value={search.sort ?? "newest"}
                onChange={(value) => setSearch({ sort: value === "newest" ? null : oneOf(campaignSorts, value), page: 1 })}
              />
            </>
          ) : undefined
        }
        onRow={({ id }) => void navigate({ to: `/campaigns/${id}` })}
        empty={
          <EmptyState icon={<IconMail />} title={t("campaigns.emptyTitle")} action={create}>
            {t("campaigns.emptyText")}
          </EmptyState>
        }
      />
    </>
  );
};
