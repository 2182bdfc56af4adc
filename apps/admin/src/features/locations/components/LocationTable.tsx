import { Group, Text } from "@mantine/core";
import { bandOf, type Location, type LocationPage, type LocationSort, locationSorts } from "@cml/domain/map";
import { type Column, DataTable, EmptyState, SupportMark, type TableSort } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconMapPin } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useSiteFormats } from "../../../session/useSite";
import { ChooseRow } from "../../../shell/Choosing";
import { TableError } from "../../../shell/TableError";
import { firstPage, type LocationSearch } from "../model/location-search";

type Props = {
  query: { data: LocationPage | undefined; error: unknown; refetch: () => unknown };
  search: LocationSearch;
  pageSize: number;
  chosen: ReadonlySet<string>;
  /** Null: this account may not change many at once. */
  onToggle: ((id: string) => void) | null;
  onChange: (changes: Record<string, unknown>) => void;
  actions: ReactNode;
  empty: ReactNode;
};

/** The list side of the page; a row opens its building. */
export const LocationTable = ({ query, search, pageSize, chosen, onToggle, onChange, actions, empty }: Props) => {
  const { t } = useTranslation();
  const width = search.sheet === "all" ? "wide" : search.door === "" ? "half" : "narrow";
  const columns = useColumns(width, { chosen, onToggle });
  const page = query.data;
  const turn = (to: number) => {
    if (to === 1) onChange(firstPage);
    else if (to > search.page) onChange({ after: page?.next ?? "", back: "", page: to });
    else onChange({ after: page?.previous ?? "", back: "yes", page: to });
  };
  const sort = ({ id, descending }: TableSort) => {
    const by = locationSorts.find((one) => one === sortIds.get(id)) ?? "address";
    onChange({ ...firstPage, sort: by === "address" ? "" : by, desc: descending ? "yes" : "" });
  };
  return (
    <TableError query={query}>
      <DataTable
        label={t("doors.title")}
        columns={columns}
        rows={page?.items}
        rowKey={(location) => location.id}
        selectedKey={search.door}
        total={page?.total}
        isMore={page?.isMore}
        hasNext={page === undefined ? undefined : page.next !== null}
        page={search.page}
        pageSize={pageSize}
        onPage={turn}
        sort={{ id: [...sortIds].find(([, by]) => by === search.sort)?.[0] ?? "address", descending: search.descending }}
        onSort={sort}
        actions={actions}
        onRow={({ id }) => onChange({ door: id })}
        empty={
          search.isFiltered ? (
            <EmptyState icon={<IconMapPin />} title={t("buildings.noMatch")}>
              {t("buildings.noMatchText")}
            </EmptyState>
          ) : (
            <EmptyState icon={<IconMapPin />} title={t("doors.emptyTitle")} action={empty}>
              {t("doors.emptyText")}
            </EmptyState>
          )
        }
      />
    </TableError>
  );
};

/** Columns by which one may sort, and the order each stands for. */
const sortIds: ReadonlyMap<string, LocationSort> = new Map([
  ["address", "address"],
  ["units", "units"],
  ["visited", "visited"],
  ["confidence", "confidence"],
  ["created", "created"],
]);

type Choosing = { chosen: ReadonlySet<string>; onToggle: ((id: string) => void) | null };

const useColumns = (shown: "wide" | "half" | "narrow", { chosen, onToggle }: Choosing): Column<Location>[] => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const address: Column<Location> = {
    id: "address",
    header: t("doors.columns.address"),
    sortable: true,
    cell: (location) => (
      <div>
        <Text size="sm">{location.address}</Text>
        <Text size="xs" c="dimmed">
          {[location.municipality, location.postalCode].filter(Boolean).join(" · ")}
        </Text>
      </div>
    ),
  };
  const rest: Column<Location>[] = [
    {
      id: "units",
      header: t("doors.columns.units"),
      sortable: true,
      align: "right",
      width: 84,
      cell: ({ totalUnits }) => formats.number(totalUnits),
    },
    { id: "support", header: t("buildings.columns.support"), width: 120, cell: (location) => <SupportCounts location={location} /> },
    {
      id: "visited",
      header: t("doors.columns.visited"),
      sortable: true,
      width: 120,
      cell: ({ lastVisitedAt }) => (
        <Text size="sm" c={lastVisitedAt === null ? "dimmed" : undefined} style={{ whiteSpace: "nowrap" }}>
          {lastVisitedAt === null ? t("doors.never") : formats.date(lastVisitedAt)}
        </Text>
      ),
    },
  ];
  const wide: Column<Location>[] = [
    {
      id: "type",
      header: t("buildings.filters.type"),
      hideOnPhone: true,
      width: 130,
      cell: ({ buildingType }) => t(`doors.types.${buildingType}`),
    },
    {
      id: "confidence",
      header: t("buildings.columns.confidence"),
      sortable: true,
      hideOnPhone: true,
      width: 190,
      cell: ({ geocodeConfidence, geocodeProvider }) => (
        <Text size="sm" c={geocodeConfidence === null ? "dimmed" : undefined}>
          {[
            t(`buildings.bands.${bandOf(geocodeConfidence)}`),
            geocodeProvider === null ? null : t(`buildings.providers.${geocodeProvider}`),
          ]
            .filter(Boolean)
            .join(" · ")}
        </Text>
      ),
    },
    {
      id: "created",
      header: t("doors.actions.CREATED"),
      sortable: true,
      hideOnPhone: true,
      width: 120,
      cell: ({ createdAt }) => <span style={{ whiteSpace: "nowrap" }}>{formats.date(createdAt)}</span>,
    },
  ];
  const choose: Column<Location> = {
    id: "choose",
    header: "",
    align: "right",
    width: 52,
    cell: (location) => (
      <ChooseRow
        label={t("buildings.bulk.choose", { address: location.address })}
        checked={chosen.has(location.id)}
        onToggle={() => onToggle?.(location.id)}
      />
    ),
  };
  if (shown === "narrow") return [address, ...rest.filter(({ id }) => id === "support")];
  const columns = [address, ...rest, ...(shown === "wide" ? wide : [])];
  return onToggle === null ? columns : [...columns, choose];
};

/** How many doors stand where: the mark and its number, only for levels somebody has. */
const SupportCounts = ({ location }: { location: Location }) => {
  const formats = useSiteFormats();
  const counts = [
    [1, location.support1Units],
    [2, location.support2Units],
    [3, location.support3Units],
    [4, location.support4Units],
  ] as const;
  const known = counts.filter(([, count]) => count > 0);
  if (known.length === 0)
    return (
      <Group>
        <SupportMark level={null} />
      </Group>
    );
  return (
    <Group gap={8} wrap="nowrap">
      {known.map(([level, count]) => (
        <Group key={level} gap={3} wrap="nowrap">
          <SupportMark level={level} size={14} />
          {location.totalUnits > 1 && <Text size="sm">{formats.number(count)}</Text>}
        </Group>
      ))}
    </Group>
  );
};
