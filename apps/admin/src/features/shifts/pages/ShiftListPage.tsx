import { Button, Text } from "@mantine/core";
import { type Shift, shiftStatuses } from "@cml/domain/map";
import { type Column, EmptyState, PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconCalendarEvent, IconPlus } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";
import { QueryTable } from "../../../shell/QueryTable";
import { oneOf, pageOf, pageSize, textOf, usePageSearch } from "../../../shell/usePageSearch";
import { ShiftStatusBadge } from "../components/ShiftStatusBadge";

export const ShiftListPage = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { can } = useSession();
  const columns = useColumns();
  const [search, setSearch] = usePageSearch((raw) => ({
    q: textOf(raw["q"]),
    status: oneOf(shiftStatuses, raw["status"]),
    page: pageOf(raw["page"]),
  }));
  const query = api.map.shifts.list.useQuery(
    { search: search.q, status: search.status, page: search.page, pageSize },
    { placeholderData: keepPreviousData },
  );
  const create = can("shift.edit") && (
    <Button component={Link} to="/shifts/new" leftSection={<IconPlus size={17} />}>
      {t("shifts.new")}
    </Button>
  );
  return (
    <>
      <PageHeader title={t("shifts.title")} lead={t("shifts.lead")} actions={create} />
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
    </>
  );
};

const useColumns = (): Column<Shift>[] => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  return [
    {
      id: "title",
      header: t("shifts.columns.title"),
      cell: ({ title }) => (
        <Text size="sm" fw={550}>
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
