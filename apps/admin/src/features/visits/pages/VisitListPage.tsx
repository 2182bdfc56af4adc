import { Grid, Select, Text } from "@mantine/core";
import { type Visit, visitOutcomes } from "@cml/domain/canvass";
import { type Column, DataTable, EmptyState, PageHeader, StatusBadge, SupportMark, supportNumber } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconDoor } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";
import { TableError } from "../../../shell/TableError";
import { oneOf, pageOf, textOf, usePageSearch } from "../../../shell/usePageSearch";
import { VisitMap } from "../components/VisitMap";

const pageSize = 50;
/** Knocks come in while the page is open. */
const refetchInterval = 4_000;

export const VisitListPage = () => {
  const { t } = useTranslation();
  const columns = useColumns();
  const [search, setSearch] = usePageSearch((raw) => ({
    turf: textOf(raw["turf"]),
    outcome: oneOf(visitOutcomes, raw["outcome"]),
    page: pageOf(raw["page"]),
  }));
  const cutId = search.turf === "" ? null : search.turf;
  const query = api.canvass.visits.list.useQuery(
    { cutId, outcome: search.outcome, page: search.page, pageSize },
    { placeholderData: keepPreviousData, refetchInterval },
  );
  const cuts = api.map.cuts.list.useQuery({ pageSize: 200 });
  return (
    <>
      <PageHeader title={t("visits.title")} lead={t("visits.lead")} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 8 }} order={{ base: 2, lg: 1 }}>
          <TableError query={query}>
            <DataTable
              label={t("visits.title")}
              columns={columns}
              rows={query.data?.items}
              rowKey={(visit) => visit.id}
              total={query.data?.total}
              page={search.page}
              pageSize={pageSize}
              onPage={(page) => setSearch({ page })}
              filters={[
                {
                  id: "outcome",
                  label: t("visits.outcome"),
                  value: search.outcome,
                  options: (["SPOKE_WITH", "NOT_HOME", "REFUSED", "LEFT_LITERATURE"] as const).map((value) => ({
                    value,
                    label: t(`visits.outcomes.${value}`),
                  })),
                  onChange: (value) => setSearch({ outcome: oneOf(visitOutcomes, value), page: 1 }),
                },
              ]}
              actions={
                <Select
                  size="sm"
                  w={200}
                  aria-label={t("doors.byTurf")}
                  placeholder={t("doors.allTurf")}
                  data={cuts.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
                  value={cutId}
                  onChange={(turf) => setSearch({ turf: turf ?? "", page: 1 })}
                  clearable
                  searchable
                />
              }
              empty={
                <EmptyState icon={<IconDoor />} title={t("visits.emptyTitle")}>
                  {t("visits.emptyText")}
                </EmptyState>
              }
            />
          </TableError>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }} order={{ base: 1, lg: 2 }}>
          <VisitMap visits={query.data?.items ?? []} />
        </Grid.Col>
      </Grid>
    </>
  );
};

const useColumns = (): Column<Visit>[] => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  return [
    {
      id: "address",
      header: t("visits.columns.door"),
      cell: (visit) => (
        <>
          <Text size="sm" fw={550}>
            {[visit.unitNumber, visit.address].filter(Boolean).join(" – ")}
          </Text>
          {visit.notes !== null && (
            <Text size="xs" c="dimmed" lineClamp={2}>
              {visit.notes}
            </Text>
          )}
        </>
      ),
    },
    { id: "outcome", header: t("visits.columns.outcome"), width: 150, cell: ({ outcome }) => t(`visits.outcomes.${outcome}`) },
    {
      id: "support",
      header: t("visits.columns.support"),
      width: 150,
      cell: ({ supportLevel, supportDeclined }) =>
        supportDeclined ? (
          t("visits.declined")
        ) : supportLevel === null ? (
          "–"
        ) : (
          <SupportMark level={supportNumber(supportLevel)} withLabel />
        ),
    },
    {
      id: "who",
      header: t("visits.columns.who"),
      cell: ({ userName, heldForReview, withdrawnAt, sheetCode, enteredByName }) => (
        <>
          {userName} {heldForReview && <StatusBadge tone="attention">{t("visits.held")}</StatusBadge>}
          {withdrawnAt !== null && <StatusBadge tone="calm">{t("sheetVisit.withdrawn")}</StatusBadge>}
          {sheetCode !== null && (
            <Text size="xs" c="dimmed">
              {[t("sheetVisit.paper", { code: sheetCode }), enteredByName !== null && t("sheetVisit.typedBy", { name: enteredByName })]
                .filter(Boolean)
                .join(", ")}
            </Text>
          )}
        </>
      ),
    },
    {
      id: "when",
      header: t("visits.columns.when"),
      width: 130,
      cell: ({ visitedAt }) => (
        <div style={{ whiteSpace: "nowrap" }}>
          <Text size="sm">{formats.time(visitedAt)}</Text>
          <Text size="xs" c="dimmed">
            {formats.date(visitedAt)}
          </Text>
        </div>
      ),
    },
  ];
};
