import { Button, SegmentedControl, Text } from "@mantine/core";
import type { LatLng } from "@cml/domain/kernel";
import { type LocationDetail, writeLocationFilter } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { type DoorColouring, DoorLegend, MapView } from "@cml/ui/map";
import { useMemo } from "react";
import { api } from "../../../api";
import { notifyDone } from "../../../shell/notify";
import { doorTiles } from "../../../shell/door-tiles";
import { useCutShapes } from "../../../shell/useCutShapes";
import { useMapGround } from "../../../shell/useMapGround";
import { useTilesVersion } from "../../../shell/useTilesVersion";
import { useBuildingChange } from "../hooks/useBuildingChange";
import type { LocationSearch } from "../model/location-search";
import classes from "./DoorStage.module.css";

type Props = {
  search: LocationSearch;
  version: number;
  mode: "look" | "add" | "move";
  onDoor: (id: string) => void;
  onArea: (id: string) => void;
  onPick: (point: LatLng) => void;
  /** A building is added by its address instead. */
  onType: () => void;
  onColour: (colour: DoorColouring) => void;
  onMoved: () => unknown;
  onStop: () => void;
};

/** The doors as they stand, under the list's own filter. */
export const DoorMap = ({ search, version, mode, onDoor, onArea, onPick, onType, onColour, onMoved, onStop }: Props) => {
  const { t } = useTranslation();
  const shapes = useCutShapes();
  const place = useMapGround();
  const tiles = useTilesVersion();
  const cuts = api.map.cuts.list.useQuery({ pageSize: 200 }, { enabled: search.filter.cut !== null });
  const cut = cuts.data?.items.find(({ id }) => id === search.filter.cut);
  const { held, moveTo } = useMoving(search.door, onMoved);
  const asked = new URLSearchParams(writeLocationFilter(search.filter)).toString();
  const bounds = cut?.bounds ?? shapes.bounds;
  const at = useMemo(() => (held === undefined ? null : { latitude: held.latitude, longitude: held.longitude }), [held]);
  return (
    <>
      <MapView
        edge
        height="100%"
        label={t("doors.map")}
        doors={asked === "" ? doorTiles : `${doorTiles}?${asked}`}
        colourBy={search.colour}
        selectedDoorId={search.door === "" ? null : search.door}
        areas={shapes.areas}
        selectedAreaId={search.filter.cut}
        bounds={bounds}
        {...place}
        version={`${version}.${tiles}`}
        onDoor={mode === "look" ? onDoor : undefined}
        onArea={mode === "look" ? onArea : undefined}
        onPick={mode === "add" ? onPick : undefined}
        onDrag={mode === "move" ? (_id, point) => moveTo(point) : undefined}
        heldAt={mode === "move" ? at : null}
        legend={<DoorLegend by={search.colour} />}
      />
      <div className={classes.toolbar}>
        <SegmentedControl
          size="xs"
          aria-label={t("buildings.colour.label")}
          data={(["support", "visit", "sign"] as const).map((value) => ({ value, label: t(`buildings.colour.${value}`) }))}
          value={search.colour}
          onChange={(value) => onColour(value)}
        />
      </div>
      {mode !== "look" && (
        <div className={classes.note} role="status">
          <Text size="sm">{t(mode === "add" ? "buildings.adding" : "buildings.moving")}</Text>
          {mode === "add" && (
            <Button size="compact-sm" variant="default" onClick={onType}>
              {t("buildings.typeInstead")}
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={onStop}>
            {t(mode === "add" ? "buildings.stopAdding" : "buildings.stopMoving")}
          </Button>
        </div>
      )}
    </>
  );
};

/** Each place the mark is left at is saved; the next one builds on it. */
const useMoving = (id: string, onMoved: () => unknown): { held: LocationDetail | undefined; moveTo: (point: LatLng) => void } => {
  const { t } = useTranslation();
  const query = api.map.locations.get.useQuery({ id }, { enabled: id !== "" });
  const change = useBuildingChange(onMoved);
  const move = api.map.locations.move.useMutation({
    ...change,
    onSuccess: (saved) => {
      change.onSuccess(saved);
      notifyDone(t("buildings.moved"));
    },
  });
  const held = id === "" ? undefined : query.data;
  return { held, moveTo: (point) => held !== undefined && move.mutate({ id: held.id, updatedAt: held.updatedAt, ...point }) };
};
