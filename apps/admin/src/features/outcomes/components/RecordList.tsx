import { Button, Select, Stack, Text } from "@mantine/core";
import { governmentLevels, type ReplyRecord, replyRecordSorts, replyShare } from "@cml/domain/influence";
import { type Column, DataTable, EmptyState } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconDownload, IconMessageCircleQuestion } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";
import { TableError } from "../../../shell/TableError";
import { oneOf, pageOf, pageSize, textOf, usePageSearch } from "../../../shell/usePageSearch";
import { useReplyDays } from "./useReplyDays";

/** Representatives over all campaigns: letters, replies, days; a row opens one of them. */
export const RecordList = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const columns = useColumns();
  const [search, setSearch] = usePageSearch((raw) => ({
    q: textOf(raw["q"]),
    level: oneOf(governmentLevels, raw["level"]),
    sort: oneOf(replyRecordSorts, raw["sort"]),
    page: pageOf(raw["page"]),
  }));
  const query = api.influence.replyFacts.records.useQuery(
    { search: search.q, level: search.level, sort: search.sort ?? "LETTERS", page: search.page, pageSize },
    { placeholderData: keepPreviousData },
  );
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed" maw={640}>
        {t("outcomes.records.lead")}
      </Text>
      <TableError query={query}>
        <DataTable<ReplyRecord>
          label={t("outcomes.records.title")}
          columns={columns}
          rows={query.data?.items}
          rowKey={({ recipientKey }) => recipientKey}
          total={query.data?.total}
          page={search.page}
          pageSize={pageSize}
          onPage={(page) => setSearch({ page })}
          search={search.q}
          onSearch={(q) => setSearch({ q, page: 1 })}
          searchLabel={t("outcomes.records.search")}
          filters={[
            {
              id: "level",
              label: t("outcomes.level"),
              value: search.level,
              options: governmentLevels.map((value) => ({ value, label: t(`campaigns.levels.${value}`) })),
              onChange: (value) => setSearch({ level: oneOf(governmentLevels, value), page: 1 }),
            },
          ]}
          actions={
            <>
              <Select
                size="sm"
                w={190}
                aria-label={t("outcomes.records.sort")}
                data={replyRecordSorts.map((value) => ({ value, label: t(`outcomes.records.sorts.${value}`) }))}
                value={search.sort ?? "LETTERS"}
                onChange={(value) => setSearch({ sort: value === "LETTERS" ? null : oneOf(replyRecordSorts, value), page: 1 })}
                allowDeselect={false}
              />
              <Button
                component="a"
                href="/representatives/replies.csv"
                download
                variant="default"
                size="sm"
                leftSection={<IconDownload size={16} />}
              >
                {t("outcomes.csv")}
              </Button>
            </>
          }
          onRow={({ recipientKey }) => void navigate({ to: "/representatives/record", search: { who: recipientKey } })}
          empty={
            <EmptyState icon={<IconMessageCircleQuestion />} title={t("outcomes.emptyTitle")}>
              {t("outcomes.emptyText")}
            </EmptyState>
          }
        />
      </TableError>
    </Stack>
  );
};

const useColumns = (): Column<ReplyRecord>[] => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const days = useReplyDays();
  return [
    {
      id: "name",
      header: t("outcomes.representative"),
      cell: ({ name, title, partyName }) => (
        <div>
          <Text size="sm" fw={550}>
            {name}
          </Text>
          <Text size="xs" c="dimmed">
            {[title, partyName].filter((part) => part !== null && part !== "").join(" · ")}
          </Text>
        </div>
      ),
    },
    { id: "campaigns", header: t("outcomes.records.campaigns"), align: "right", cell: ({ campaigns }) => formats.number(campaigns) },
    {
      id: "arrived",
      header: t("outcomes.arrived"),
      align: "right",
      cell: ({ handedOver, returned }) => formats.number(handedOver - returned),
    },
    { id: "replies", header: t("outcomes.replies"), align: "right", cell: ({ replies }) => formats.number(replies) },
    {
      id: "share",
      header: t("outcomes.share"),
      align: "right",
      cell: (record) => {
        const share = replyShare(record);
        return share === null ? "–" : formats.percent(share);
      },
    },
    { id: "days", header: t("outcomes.medianDays"), align: "right", cell: ({ medianDays }) => days(medianDays) },
  ];
};
