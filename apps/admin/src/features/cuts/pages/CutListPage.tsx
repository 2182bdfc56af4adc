import { Button, Grid, Progress, Text } from "@mantine/core";
import { type Cut, cutCategories } from "@cml/domain/map";
import { type Column, EmptyState, PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconPolygon, IconUpload } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";
import { QueryTable } from "../../../shell/QueryTable";
import { oneOf, pageOf, pageSize, textOf, usePageSearch } from "../../../shell/usePageSearch";
import { CutDrawer } from "../components/CutDrawer";
import { CutMap } from "../components/CutMap";

export const CutListPage = () => {
  const { t } = useTranslation();
  const { can } = useSession();
  const columns = useColumns();
  const [search, setSearch] = usePageSearch((raw) => ({
    q: textOf(raw["q"]),
    category: oneOf(cutCategories, raw["category"]),
    page: pageOf(raw["page"]),
    turf: textOf(raw["turf"]),
  }));
  const query = api.map.cuts.list.useQuery(
    { search: search.q, category: search.category, page: search.page, pageSize },
    { placeholderData: keepPreviousData },
  );
  const importButton = can("cut.edit") && (
    <Button component={Link} to="/doors/import" search={{ kind: "cuts" } as never} leftSection={<IconUpload size={17} />}>
      {t("turf.import")}
    </Button>
  );
  return (
    <>
      <PageHeader title={t("turf.title")} lead={t("turf.lead")} actions={importButton} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 7 }} order={{ base: 2, lg: 1 }}>
          <QueryTable
            label={t("turf.title")}
            columns={columns}
            query={query}
            search={search}
            setSearch={setSearch}
            selectedKey={search.turf}
            searchLabel={t("turf.search")}
            onRow={({ id }) => setSearch({ turf: id })}
            empty={
              <EmptyState icon={<IconPolygon />} title={t("turf.emptyTitle")} action={importButton}>
                {t("turf.emptyText")}
              </EmptyState>
            }
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }} order={{ base: 1, lg: 2 }}>
          <CutMap selectedId={search.turf} cuts={query.data?.items ?? []} onSelect={(turf) => setSearch({ turf })} />
        </Grid.Col>
      </Grid>
      <CutDrawer id={search.turf} onClose={() => setSearch({ turf: "" })} />
    </>
  );
};

const useColumns = (): Column<Cut>[] => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  return [
    { id: "name", header: t("turf.columns.name"), cell: ({ name }) => name },
    {
      id: "category",
      header: t("turf.columns.category"),
      width: 150,
      hideOnPhone: true,
      cell: ({ category }) => t(`turf.categories.${category}`),
    },
    { id: "doors", header: t("turf.columns.doors"), align: "right", width: 100, cell: ({ addressCount }) => formats.number(addressCount) },
    {
      id: "done",
      header: t("turf.columns.done"),
      width: 150,
      cell: ({ completionPercentage, visitedCount, addressCount }) => (
        <div style={{ minWidth: 110 }}>
          <Text size="xs" c="dimmed">
            {t("turf.visitedOf", { visited: formats.number(visitedCount), total: formats.number(addressCount) })}
          </Text>
          <Progress value={completionPercentage} size={5} mt={3} aria-label={t("turf.columns.done")} />
        </div>
      ),
    },
  ];
};
