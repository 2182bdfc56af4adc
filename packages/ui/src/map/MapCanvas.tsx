import { useComputedColorScheme } from "@mantine/core";
import type { Bounds } from "@cml/domain/kernel";
import "maplibre-gl/dist/maplibre-gl.css";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import classes from "./MapView.module.css";
import type { MapContent } from "./map-style";
import { type LiveMap, startMap } from "./start-map";

export type MapCanvasProps = MapContent & {
  label?: string;
  /** Where to look first and after every change of it; null: `centre`. */
  bounds?: Bounds | null;
  centre?: { latitude: number; longitude: number; zoom?: number };
  onArea?: (id: string) => void;
  onDoor?: (id: string) => void;
  /** Where the person moved the map to; not called for moves of our own. */
  onMove?: (place: { latitude: number; longitude: number; zoom: number }) => void;
};

export const MapCanvas = (props: MapCanvasProps) => {
  const { t } = useTranslation("kernel");
  const { doors, areas, selectedAreaId, points, bounds = null, centre } = props;
  const scheme = useComputedColorScheme("light");
  const element = useRef<HTMLDivElement>(null);
  const map = useRef<LiveMap | null>(null);
  // The map outlives renders; it always calls the newest handlers.
  const handlers = useRef(props);
  handlers.current = props;

  useEffect(() => {
    if (element.current === null) return;
    const live = startMap(element.current, {
      onArea: (id) => handlers.current.onArea?.(id),
      onDoor: (id) => handlers.current.onDoor?.(id),
      onMove: (place) => handlers.current.onMove?.(place),
      labels: { zoomIn: t("ui.map.zoomIn"), zoomOut: t("ui.map.zoomOut") },
    });
    map.current = live;
    return () => {
      live.stop();
      map.current = null;
    };
  }, [t]);

  useEffect(() => {
    map.current?.draw({ doors, areas, selectedAreaId, points }, scheme);
  }, [doors, areas, selectedAreaId, points, scheme, t]);

  const west = bounds?.[0];
  const south = bounds?.[1];
  const east = bounds?.[2];
  const north = bounds?.[3];
  const latitude = centre?.latitude;
  const longitude = centre?.longitude;
  const zoom = centre?.zoom;
  useEffect(() => {
    if (west !== undefined && south !== undefined && east !== undefined && north !== undefined)
      map.current?.fit([west, south, east, north]);
    else if (latitude !== undefined && longitude !== undefined) map.current?.look({ latitude, longitude, zoom: zoom ?? 11 });
  }, [west, south, east, north, latitude, longitude, zoom, t]);

  return <div ref={element} className={classes.canvas} role="region" aria-label={props.label ?? t("ui.map.label")} />;
};
