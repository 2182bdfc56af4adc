import { SimpleGrid } from "@mantine/core";
import { type CampaignDetail, campaignEmailStatuses, type LetterSummary } from "@cml/domain/influence";
import { type Column, DataTable, EmptyState, StatTile } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconMailForward } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";
import { TableError } from "../../../shell/TableError";
import { oneOf, pageOf, textOf, usePageSearch } from "../../../shell/usePageSearch";
import { LetterDrawer } from "./LetterDrawer";
import { LetterStatusBadge } from "./LetterStatusBadge";

const pageSize = 50;
/** Letters leave by themselves: the desk looks again while it is open. */
const refetchInterval = 4_000;

/** The strip of where the letters are, and the letters. */
export const LetterDesk = ({ campaign }: { campaign: CampaignDetail }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const columns = useColumns();
  const [search, setSearch] = usePageSearch((raw) => ({
    q: textOf(raw["q"]),
    status: oneOf(campaignEmailStatuses, raw["status"]),
    page: pageOf(raw["page"]),
    letter: textOf(raw["letter"]),
  }));
  const query = api.influence.letters.list.useQuery(
    { campaignId: campaign.id, search: search.q, status: search.status, page: search.page, pageSize },
    { placeholderData: keepPreviousData, refetchInterval },
  );
  const counts = query.data?.byStatus;
  const count = (...names: (keyof NonNullable<typeof counts>)[]) =>
    formats.number(names.reduce((sum, name) => sum + (counts?.[name] ?? 0), 0));
  return (
    <>
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }} spacing="sm" mb="lg">
        <StatTile label={t("letters.strip.sent")} value={count("SENT")} isLoading={counts === undefined} />
        <StatTile label={t("letters.strip.queued")} value={count("QUEUED", "SENDING")} isLoading={counts === undefined} />
        <StatTile label={t("letters.strip.own")} value={count("CLICKED", "USER_INFO_CAPTURED")} isLoading={counts === undefined} />
        <StatTile
          label={t("letters.strip.failed")}
          value={count("FAILED")}
          isLoading={counts === undefined}
          tone={(counts?.FAILED ?? 0) > 0 ? "attention" : "plain"}
        />
        <StatTile
          label={t("letters.strip.uncertain")}
          value={count("UNCERTAIN")}
          isLoading={counts === undefined}
          tone={(counts?.UNCERTAIN ?? 0) > 0 ? "attention" : "plain"}
        />
      </SimpleGrid>
      <TableError query={query}>
        <DataTable
          label={t("letters.title")}
          columns={columns}
          rows={query.data?.items}
          rowKey={(letter) => letter.id}
          selectedKey={search.letter}
          total={query.data?.total}
          page={search.page}
          pageSize={pageSize}
          onPage={(page) => setSearch({ page })}
          search={search.q}
          onSearch={(q) => setSearch({ q, page: 1 })}
          searchLabel={t("letters.search")}
          filters={[
            {
              id: "status",
              label: t("letters.statusLabel"),
              value: search.status,
              options: (["SENT", "QUEUED", "FAILED", "UNCERTAIN"] as const).map((value) => ({
                value,
                label: t(`letters.status.${value}`),
              })),
              onChange: (value) => setSearch({ status: oneOf(campaignEmailStatuses, value), page: 1 }),
            },
          ]}
          onRow={({ id }) => setSearch({ letter: id })}
          empty={
            <EmptyState icon={<IconMailForward />} title={t("letters.emptyTitle")}>
              {t(campaign.status === "ACTIVE" ? "letters.emptyLive" : "letters.emptyDraft")}
            </EmptyState>
          }
        />
      </TableError>
      <LetterDrawer id={search.letter} onClose={() => setSearch({ letter: "" })} />
    </>
  );
};

const useColumns = (): Column<LetterSummary>[] => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  return [
    {
      id: "sender",
      header: t("letters.columns.sender"),
      cell: ({ userName, userEmail }) => userName ?? userEmail ?? t("letters.anonymous"),
    },
    { id: "recipient", header: t("letters.columns.recipient"), cell: ({ recipientName }) => recipientName },
    {
      id: "status",
      header: t("letters.columns.status"),
      width: 170,
      cell: ({ status, keptLocally }) => <LetterStatusBadge status={status} keptLocally={keptLocally} />,
    },
    {
      id: "postalCode",
      header: t("letters.columns.postalCode"),
      width: 110,
      hideOnPhone: true,
      cell: ({ userPostalCode }) => userPostalCode ?? "–",
    },
    { id: "at", header: t("letters.columns.at"), width: 190, cell: ({ sentAt, createdAt }) => formats.dateTime(sentAt ?? createdAt) },
  ];
};
