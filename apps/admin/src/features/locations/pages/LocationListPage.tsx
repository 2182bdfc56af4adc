import { Button, Group, SegmentedControl, Text, Title } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import type { LatLng } from "@cml/domain/kernel";
import { mostListed } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { IconUpload } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";
import { pageSize } from "../../../shell/usePageSearch";
import { AddBuilding, blankBuilding, type BuildingDraft } from "../components/AddBuilding";
import { BulkBar, ChooseMany } from "../components/BulkBar";
import { DoorMap } from "../components/DoorMap";
import classes from "../components/DoorStage.module.css";
import { FilterBar } from "../components/FilterBar";
import { LocationDrawer } from "../components/LocationDrawer";
import { LocationTable } from "../components/LocationTable";
import { MoreMenu } from "../components/MoreMenu";
import { useLocationSearch } from "../hooks/useLocationSearch";
import { useMapVersion } from "../hooks/useMapVersion";
import { useChosen } from "../hooks/useChosen";

/** Every building: the map fills the screen, the list is a sheet over it; filters, order and choice stand in the address. */
export const LocationListPage = () => {
  const { t } = useTranslation();
  const { can } = useSession();
  const { search, change, setFilter } = useLocationSearch();
  const { version, refresh } = useMapVersion();
  const chosen = useChosen(search);
  const [mode, setMode] = useState<"look" | "add" | "move">("look");
  const [adding, setAdding] = useState<{ place: LatLng | null; draft: BuildingDraft } | null>(null);
  const [draft, setDraft] = useState(blankBuilding);
  const stopAdding = () => {
    setAdding(null);
    setDraft(blankBuilding);
  };
  const { filter, sort, descending, after, backwards, sheet, door } = search;
  const query = api.map.locations.list.useQuery(
    { filter, sort, descending, after: after === "" ? null : after, backwards, pageSize },
    { placeholderData: keepPreviousData },
  );
  useHotkeys([["Escape", () => (mode === "look" ? change({ door: "" }) : setMode("look"))]]);
  const canEdit = can("location.edit");
  const importButton = can("location.import") && (
    <Button component={Link} to="/doors/import" leftSection={<IconUpload size={17} />}>
      {t("doors.import")}
    </Button>
  );
  const beginMode = (next: "add" | "move") => {
    setMode(next);
    if (sheet === "all") change({ sheet: "" });
  };
  return (
    <div className={classes.stage} data-fills data-size={sheet} data-door={(door !== "" && mode === "look") || undefined}>
      {sheet !== "all" && (
        <div className={classes.map}>
          <DoorMap
            search={search}
            version={version}
            mode={mode}
            onDoor={(id) => change({ door: id })}
            onArea={(cut) => setFilter({ cut })}
            onPick={(place) => setAdding({ place, draft })}
            onType={() => setAdding({ place: null, draft })}
            onColour={(colour) => change({ colour: colour === "support" ? "" : colour })}
            onMoved={refresh}
            onStop={() => setMode("look")}
          />
        </div>
      )}
      <section className={classes.sheet} data-size={sheet} aria-label={t("doors.title")}>
        <div className={classes.head} data-line={sheet !== "none" || undefined}>
          <Group justify="space-between" wrap="nowrap" gap="sm">
            <Title order={1} fz={22}>
              {t("doors.title")}
            </Title>
            <Group gap={6} wrap="nowrap">
              <SegmentedControl
                size="xs"
                aria-label={t("buildings.sheet.label")}
                data={(["none", "half", "all"] as const).map((value) => ({ value, label: t(`buildings.sheet.${value}`) }))}
                value={sheet}
                onChange={(value) => change({ sheet: value === "half" ? "" : value })}
              />
              <MoreMenu filter={filter} canEdit={canEdit} onAdd={() => beginMode("add")} />
            </Group>
          </Group>
          <Counts total={query.data?.total} isMore={query.data?.isMore ?? false} isFiltered={search.isFiltered} />
          <FilterBar filter={filter} onChange={setFilter} />
        </div>
        {sheet !== "none" && (
          <div className={classes.body}>
            {canEdit && query.data !== undefined && query.data.items.length > 0 && (
              <BulkBar filter={filter} page={query.data} chosen={chosen} onChanged={refresh} />
            )}
            <LocationTable
              query={query}
              search={search}
              pageSize={pageSize}
              chosen={chosen.isAll ? new Set(query.data?.items.map(({ id }) => id)) : chosen.ids}
              onToggle={canEdit ? chosen.toggle : null}
              onChange={change}
              actions={
                canEdit && query.data !== undefined && query.data.items.length > 0 ? (
                  <ChooseMany page={query.data} chosen={chosen} />
                ) : undefined
              }
              empty={importButton}
            />
          </div>
        )}
      </section>
      <LocationDrawer
        id={mode === "look" ? door : ""}
        onClose={() => change({ door: "" })}
        onChanged={refresh}
        onMove={() => beginMode("move")}
      />
      {adding !== null && (
        <AddBuilding
          {...adding}
          onClose={stopAdding}
          onPoint={(typed) => {
            setDraft(typed);
            setAdding(null);
            beginMode("add");
          }}
          onAdded={(id) => {
            stopAdding();
            setMode("look");
            change({ door: id });
            void refresh();
          }}
        />
      )}
    </div>
  );
};

/** What the list holds; without a filter what the map holds in all. */
const Counts = ({ total, isMore, isFiltered }: { total: number | undefined; isMore: boolean; isFiltered: boolean }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const stats = api.map.locations.stats.useQuery();
  // Its line stands from the beginning, so that nothing moves when the count comes.
  if (total === undefined)
    return (
      <Text size="sm" mt={2} mb={10}>
        {"\u00a0"}
      </Text>
    );
  const buildings = `${formats.number(isMore ? mostListed : total)}${isMore ? "+" : ""} ${t("doors.buildings").toLowerCase()}`;
  const doors = isFiltered || stats.data === undefined ? null : `${formats.number(stats.data.addresses)} ${t("doors.doors").toLowerCase()}`;
  const visited =
    isFiltered || stats.data === undefined ? null : `${formats.number(stats.data.visited)} ${t("doors.visited").toLowerCase()}`;
  return (
    <Text size="sm" c="dimmed" mt={2} mb={10} className="cml-tabular" aria-live="polite">
      {[buildings, doors, visited].filter(Boolean).join(" · ")}
    </Text>
  );
};
