import { Button, Grid, Select, SimpleGrid } from "@mantine/core";
import { PageHeader, StatTile } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconUpload } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";
import { pageOf, textOf, usePageSearch } from "../../../shell/usePageSearch";
import { LocationDrawer } from "../components/LocationDrawer";
import { LocationTable } from "../components/LocationTable";
import { DoorMap } from "../components/DoorMap";

const pageSize = 50;

export const LocationListPage = () => {
  const { t } = useTranslation();
  const { can, canEverywhere } = useSession();
  const formats = useSiteFormats();
  const [search, setSearch] = usePageSearch((raw) => ({
    q: textOf(raw["q"]),
    turf: textOf(raw["turf"]),
    page: pageOf(raw["page"]),
    door: textOf(raw["door"]),
  }));
  const cutId = search.turf === "" ? null : search.turf;
  const query = api.map.locations.list.useQuery(
    { filter: { search: search.q, cutId }, page: search.page, pageSize },
    { placeholderData: keepPreviousData },
  );
  const stats = api.map.locations.stats.useQuery();
  const cuts = api.map.cuts.list.useQuery({ pageSize: 200 });
  const turfChoices = cuts.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  const cut = cuts.data?.items.find(({ id }) => id === cutId);
  const importButton = can("location.import") && (
    <Button component={Link} to="/doors/import" leftSection={<IconUpload size={17} />}>
      {t("doors.import")}
    </Button>
  );
  const number = (value: number | undefined) => formats.number(value ?? 0);
  return (
    <>
      <PageHeader title={t("doors.title")} lead={t("doors.lead")} actions={importButton} />
      <SimpleGrid cols={{ base: 2, lg: 4 }} spacing="sm" mb="lg">
        <StatTile label={t("doors.buildings")} value={number(stats.data?.locations)} isLoading={stats.isPending} />
        <StatTile label={t("doors.doors")} value={number(stats.data?.addresses)} isLoading={stats.isPending} />
        <StatTile label={t("doors.visited")} value={number(stats.data?.visited)} isLoading={stats.isPending} />
        <StatTile
          label={t("doors.duplicates")}
          value={
            canEverywhere("location.view") && (stats.data?.possibleDuplicateGroups ?? 0) > 0 ? (
              <Link to="/doors/duplicates" style={{ color: "inherit" }}>
                {number(stats.data?.possibleDuplicateGroups)}
              </Link>
            ) : (
              number(stats.data?.possibleDuplicateGroups)
            )
          }
          isLoading={stats.isPending}
        />
      </SimpleGrid>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 7 }} order={{ base: 2, lg: 1 }}>
          <LocationTable
            query={query}
            page={search.page}
            pageSize={pageSize}
            search={search.q}
            isFiltered={cutId !== null}
            selectedId={search.door}
            onChange={setSearch}
            actions={
              <Select
                size="sm"
                w={220}
                aria-label={t("doors.byTurf")}
                placeholder={t("doors.allTurf")}
                data={turfChoices}
                value={cutId}
                onChange={(turf) => setSearch({ turf: turf ?? "", page: 1 })}
                clearable
                searchable
              />
            }
            empty={importButton}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }} order={{ base: 1, lg: 2 }}>
          <DoorMap cutId={cutId} bounds={cut?.bounds ?? null} onDoor={(door) => setSearch({ door })} />
        </Grid.Col>
      </Grid>
      <LocationDrawer id={search.door} onClose={() => setSearch({ door: "" })} />
    </>
  );
};
