import { Button, Grid } from "@mantine/core";
import { cutCategories, cutSorts } from "@cml/domain/map";
import { EmptyState, PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconPolygon } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { QueryTable } from "../../../shell/QueryTable";
import { oneOf, pageOf, pageSize, textOf, usePageSearch } from "../../../shell/usePageSearch";
import { CutMap } from "../components/CutMap";
import { CutMenu } from "../components/CutMenu";
import { useCutColumns } from "../hooks/useCutColumns";

/** Every turf: a list with what was said at its doors, and the map beside it. */
export const CutListPage = () => {
  const { t } = useTranslation();
  const { can } = useSession();
  const navigate = useNavigate();
  const [search, setSearch] = usePageSearch((raw) => ({
    q: textOf(raw["q"]),
    category: oneOf(cutCategories, raw["category"]),
    origin: oneOf(["drawn", "official"], raw["origin"]),
    sort: oneOf(cutSorts, raw["sort"]),
    down: oneOf(["yes"], raw["down"]),
    page: pageOf(raw["page"]),
  }));
  const query = api.map.cuts.list.useQuery(
    {
      search: search.q,
      category: search.category,
      official: search.origin === null ? null : search.origin === "official",
      sort: search.sort ?? "name",
      descending: search.down !== null,
      page: search.page,
      pageSize,
    },
    { placeholderData: keepPreviousData },
  );
  const ids = useMemo(() => query.data?.items.map(({ id }) => id) ?? [], [query.data]);
  const figures = api.map.cuts.figures.useQuery({ ids }, { enabled: ids.length > 0, placeholderData: keepPreviousData });
  const columns = useCutColumns(useMemo(() => new Map(figures.data?.map((one) => [one.id, one])), [figures.data]));
  const open = (id: string) => void navigate({ to: `/turf/${id}` });
  const draw = can("cut.edit") && (
    <Button component={Link} to="/turf/new" leftSection={<IconPolygon size={17} />}>
      {t("turf.new")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("turf.title")}
        lead={t("turf.lead")}
        actions={
          <>
            {draw}
            <CutMenu search={search} />
          </>
        }
      />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 8 }} order={{ base: 2, lg: 1 }}>
          <QueryTable
            label={t("turf.title")}
            columns={columns}
            query={query}
            search={search}
            setSearch={setSearch}
            searchLabel={t("turf.search")}
            sort={{ id: search.sort ?? "name", descending: search.down !== null }}
            onSort={({ id, descending }) =>
              setSearch({ sort: id === "name" ? null : oneOf(cutSorts, id), down: descending ? "yes" : null, page: 1 })
            }
            filters={[
              {
                id: "origin",
                label: t("turf.filters.origin"),
                value: search.origin,
                options: (["drawn", "official"] as const).map((value) => ({ value, label: t(`turf.filters.${value}`) })),
                onChange: (origin) => setSearch({ origin: oneOf(["drawn", "official"], origin), page: 1 }),
              },
              {
                id: "category",
                label: t("turf.filters.category"),
                value: search.category,
                options: cutCategories.map((value) => ({ value, label: t(`turf.categories.${value}`) })),
                onChange: (category) => setSearch({ category: oneOf(cutCategories, category), page: 1 }),
              },
            ]}
            onRow={({ id }) => open(id)}
            empty={
              <EmptyState icon={<IconPolygon />} title={t("turf.emptyTitle")} action={draw}>
                {t("turf.emptyText")}
              </EmptyState>
            }
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }} order={{ base: 1, lg: 2 }}>
          <CutMap onSelect={open} />
        </Grid.Col>
      </Grid>
    </>
  );
};
