import { Anchor, Group } from "@mantine/core";
import type { DuplicateGroup } from "@cml/domain/map";
import { type Column, DataTable, EmptyState, PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconArrowLeft, IconCopyCheck } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";
import { TableError } from "../../../shell/TableError";
import { pageOf, usePageSearch } from "../../../shell/usePageSearch";

const pageSize = 50;

/** Buildings that carry the same address at different points: nothing is merged by itself. */
export const DuplicatesPage = () => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const navigate = useNavigate();
  const [search, setSearch] = usePageSearch((raw) => ({ page: pageOf(raw["page"]) }));
  const query = api.map.locations.duplicates.useQuery({ page: search.page, pageSize }, { placeholderData: keepPreviousData });
  const columns: Column<DuplicateGroup>[] = [
    { id: "address", header: t("doors.columns.address"), cell: ({ address }) => address },
    { id: "count", header: t("doors.sameAddress"), align: "right", width: 140, cell: ({ locations }) => formats.number(locations.length) },
    {
      id: "apart",
      header: t("doors.apart"),
      align: "right",
      width: 160,
      cell: ({ farthestM }) => t("doors.metres", { metres: formats.number(Math.round(farthestM)) }),
    },
  ];
  return (
    <>
      <PageHeader
        title={t("doors.duplicates")}
        lead={t("doors.duplicatesLead")}
        back={
          <Anchor component={Link} to="/doors" size="sm" c="dimmed">
            <Group component="span" gap={4}>
              <IconArrowLeft size={15} /> {t("doors.title")}
            </Group>
          </Anchor>
        }
      />
      <TableError query={query}>
        <DataTable
          label={t("doors.duplicates")}
          columns={columns}
          rows={query.data?.items}
          rowKey={(group) => group.locations[0]?.id ?? group.address}
          total={query.data?.total}
          page={search.page}
          pageSize={pageSize}
          onPage={(page) => setSearch({ page })}
          onRow={(group) => void navigate({ to: "/doors", search: { q: group.address } })}
          empty={<EmptyState icon={<IconCopyCheck />} title={t("doors.noDuplicates")} />}
        />
      </TableError>
    </>
  );
};
