import { Text } from "@mantine/core";
import { type Shift, shiftStatuses } from "@cml/domain/map";
import { type Column, EmptyState } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconCalendarEvent } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";
import { QueryTable } from "../../../shell/QueryTable";
import { oneOf, pageSize } from "../../../shell/usePageSearch";
import { KindMark } from "./KindMark";
import { ShiftStatusBadge } from "./ShiftStatusBadge";

type Search = { q: string; status: Shift["status"] | null; page: number };
type Props = { search: Search; setSearch: (changes: Partial<Search>) => void; create: ReactNode };

/** All shifts as a table, the newest first. */
export const ShiftList = ({ search, setSearch, create }: Props) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const columns = useColumns();
  const query = api.map.shifts.list.useQuery(
    { search: search.q, status: search.status, page: search.page, pageSize },
    { placeholderData: keepPreviousData },
  );
  return (
    <QueryTable
      label={t("shifts.title")}
      columns={columns}
      query={query}
      search={search}
      setSearch={setSearch}
      searchLabel={t("shifts.search")}
      filters={[
        {
          id: "status",
          label: t("shifts.statusLabel"),
          value: search.status,
          options: shiftStatuses.map((value) => ({ value, label: t(`shifts.status.${value}`) })),
          onChange: (value) => setSearch({ status: oneOf(shiftStatuses, value), page: 1 }),
        },
      ]}
      onRow={({ id }) => void navigate({ to: `/shifts/${id}` })}
      empty={
        <EmptyState icon={<IconCalendarEvent />} title={t("shifts.emptyTitle")} action={create}>
          {t("shifts.emptyText")}
        </EmptyState>
      }
    />
  );
};

const useColumns = (): Column<Shift>[] => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  return [
    {
      id: "title",
      header: t("shifts.columns.title"),
      cell: ({ title, kind }) => (
        <Text size="sm" fw={550} component="span" style={{ display: "inline-flex", alignItems: "center", gap: 7 }}>
          <KindMark kind={kind} />
          {title}
        </Text>
      ),
    },
    {
      id: "when",
      header: t("shifts.columns.when"),
      width: 230,
      cell: ({ date, startTime, endTime }) => `${formats.day(date)}, ${startTime}–${endTime}`,
    },
    { id: "turf", header: t("shifts.columns.turf"), hideOnPhone: true, cell: ({ cutName }) => cutName ?? "–" },
    {
      id: "people",
      header: t("shifts.columns.people"),
      align: "right",
      width: 130,
      cell: ({ currentVolunteers, maxVolunteers }) =>
        t("shifts.peopleOf", { count: currentVolunteers, needed: formats.number(maxVolunteers) }),
    },
    { id: "status", header: t("shifts.columns.status"), width: 130, cell: ({ status }) => <ShiftStatusBadge status={status} /> },
  ];
};
