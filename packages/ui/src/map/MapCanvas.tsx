import { CloseButton, useComputedColorScheme } from "@mantine/core";
import type { Bounds, LatLng } from "@cml/domain/kernel";
import "maplibre-gl/dist/maplibre-gl.css";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./MapView.module.css";
import type { MapDrawing } from "./draw/drawing";
import { useDrawing } from "./draw/useDrawing";
import { type LassoTold, startLasso } from "./lasso";
import type { LocateProblem } from "./locate-control";
import type { MapContent } from "./map-style";
import { type LiveMap, type MapPlace, startMap } from "./start-map";

export type MapCanvasProps = MapContent & {
  label?: string;
  /** Where to look first and after every change of it; null: `centre`. */
  bounds?: Bounds | null;
  centre?: { latitude: number; longitude: number; zoom?: number };
  onArea?: (id: string) => void;
  onDoor?: (id: string) => void;
  /** Given, the map is in adding mode: a click on empty ground (or Enter, for its middle) picks a point. */
  onPick?: (point: LatLng) => void;
  /** Given with `heldAt`, the chosen door has a handle that may be dragged, or moved with the arrow keys. */
  onDrag?: (id: string, point: LatLng) => void;
  /** Where the chosen door stands exactly. */
  heldAt?: LatLng | null;
  /** A button that shows where the person is. */
  locate?: boolean;
  /** Given, boundaries are drawn on the map. */
  drawing?: MapDrawing;
  /** Given, a line may be drawn around things; called on the way and at its end. */
  onLasso?: LassoTold;
  /** Another value fetches the doors' tiles again, without emptying the map. */
  version?: string | number;
  /** Where the person moved the map to; not called for moves of our own. */
  onMove?: (place: MapPlace, bounds: Bounds) => void;
};

export const MapCanvas = (props: MapCanvasProps) => {
  const { t } = useTranslation("kernel");
  const { doors, colourBy, selectedDoorId, areas, selectedAreaId, namesAbove, barriers, points, ground, version, locate = false } = props;
  const scheme = useComputedColorScheme("light");
  const element = useRef<HTMLDivElement>(null);
  const map = useRef<LiveMap | null>(null);
  const [problem, setProblem] = useState<LocateProblem | null>(null);
  // The map outlives renders; it always calls the newest handlers.
  const handlers = useRef(props);
  handlers.current = props;

  useEffect(() => {
    if (element.current === null) return;
    const live = startMap(element.current, {
      handlers: {
        onArea: (id) => handlers.current.onArea?.(id),
        onDoor: (id) => handlers.current.onDoor?.(id),
        onPick: (point) => handlers.current.onPick?.(point),
        onDrag: (id, point) => handlers.current.onDrag?.(id, point),
        onMove: (place, seen) => handlers.current.onMove?.(place, seen),
        onLocateProblem: setProblem,
      },
      labels: {
        zoomIn: t("ui.map.zoomIn"),
        zoomOut: t("ui.map.zoomOut"),
        locate: t("ui.map.locate"),
        handle: t("ui.map.handle"),
      },
      locate,
    });
    map.current = live;
    return () => {
      live.stop();
      map.current = null;
    };
  }, [t, locate]);

  useEffect(() => {
    map.current?.draw({ doors, colourBy, selectedDoorId, areas, selectedAreaId, namesAbove, barriers, points, ground }, scheme);
  }, [doors, colourBy, selectedDoorId, areas, selectedAreaId, namesAbove, barriers, points, ground, scheme, t, locate]);

  useDrawing(map, props.drawing, `${scheme} ${String(locate)} ${t("ui.map.zoomIn")}`);

  const shown = useRef(version);
  useEffect(() => {
    if (shown.current !== version) map.current?.refreshDoors();
    shown.current = version;
  }, [version]);

  const isPicking = props.onPick !== undefined;
  useEffect(() => map.current?.picking(isPicking), [isPicking, t, locate]);

  const canLasso = props.onLasso !== undefined;
  useEffect(() => {
    const live = map.current;
    if (!canLasso || live === null) return;
    return startLasso(live.map, (ring, isDone) => handlers.current.onLasso?.(ring, isDone));
  }, [canLasso, t, locate]);

  const canDrag = props.onDrag !== undefined;
  const heldLatitude = props.heldAt?.latitude;
  const heldLongitude = props.heldAt?.longitude;
  useEffect(() => {
    const isHeld = canDrag && typeof selectedDoorId === "string" && heldLatitude !== undefined && heldLongitude !== undefined;
    map.current?.hold(isHeld ? { id: selectedDoorId, at: { latitude: heldLatitude, longitude: heldLongitude } } : null);
  }, [canDrag, selectedDoorId, heldLatitude, heldLongitude, t, locate]);

  const west = props.bounds?.[0];
  const south = props.bounds?.[1];
  const east = props.bounds?.[2];
  const north = props.bounds?.[3];
  const latitude = props.centre?.latitude;
  const longitude = props.centre?.longitude;
  const zoom = props.centre?.zoom;
  useEffect(() => {
    if (west !== undefined && south !== undefined && east !== undefined && north !== undefined)
      map.current?.fit([west, south, east, north]);
    else if (latitude !== undefined && longitude !== undefined) map.current?.look({ latitude, longitude, zoom: zoom ?? 11 });
  }, [west, south, east, north, latitude, longitude, zoom, t, locate]);

  return (
    <>
      <div ref={element} className={classes.canvas} role="region" aria-label={props.label ?? t("ui.map.label")} />
      <div role="status">
        {problem !== null && (
          <div className={classes.notice}>
            <p>{t(`ui.map.${problem}`)}</p>
            <CloseButton size="sm" aria-label={t("ui.map.understood")} onClick={() => setProblem(null)} />
          </div>
        )}
      </div>
      {isPicking && <span className={classes.cross} aria-hidden="true" />}
    </>
  );
};
