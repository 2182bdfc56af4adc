import { Text } from "@mantine/core";
import type { Location } from "@cml/domain/map";
import { type Column, DataTable, EmptyState } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconMapPin } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useSiteFormats } from "../../../session/useSite";
import { TableError } from "../../../shell/TableError";

type Changes = { q?: string; page?: number; door?: string; turf?: string };
type Props = {
  query: { data: { items: Location[]; total: number } | undefined; error: unknown; refetch: () => unknown };
  page: number;
  pageSize: number;
  search: string;
  isFiltered: boolean;
  selectedId: string;
  onChange: (changes: Changes) => void;
  actions: ReactNode;
  empty: ReactNode;
};

export const LocationTable = ({ query, page, pageSize, search, isFiltered, selectedId, onChange, actions, empty }: Props) => {
  const { t } = useTranslation();
  const columns = useColumns();
  return (
    <TableError query={query}>
      <DataTable
        label={t("doors.title")}
        columns={columns}
        rows={query.data?.items}
        rowKey={(location) => location.id}
        selectedKey={selectedId}
        total={query.data?.total}
        page={page}
        pageSize={pageSize}
        onPage={(next) => onChange({ page: next })}
        search={search}
        onSearch={(q) => onChange({ q, page: 1 })}
        searchLabel={t("doors.search")}
        actions={actions}
        onRow={({ id }) => onChange({ door: id })}
        empty={
          <EmptyState
            icon={<IconMapPin />}
            title={t(isFiltered ? "doors.noneInTurf" : "doors.emptyTitle")}
            action={isFiltered ? undefined : empty}
          >
            {isFiltered ? undefined : t("doors.emptyText")}
          </EmptyState>
        }
      />
    </TableError>
  );
};

const useColumns = (): Column<Location>[] => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  return [
    { id: "address", header: t("doors.columns.address"), cell: ({ address }) => <Text size="sm">{address}</Text> },
    { id: "municipality", header: t("doors.columns.municipality"), hideOnPhone: true, cell: ({ municipality }) => municipality ?? "–" },
    { id: "units", header: t("doors.columns.units"), align: "right", width: 80, cell: ({ totalUnits }) => formats.number(totalUnits) },
    {
      id: "visited",
      header: t("doors.columns.visited"),
      width: 150,
      cell: ({ lastVisitedAt }) =>
        lastVisitedAt === null ? (
          <Text c="dimmed" size="sm">
            {t("doors.never")}
          </Text>
        ) : (
          formats.date(lastVisitedAt)
        ),
    },
  ];
};
