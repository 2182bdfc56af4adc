import type { Bounds } from "@cml/domain/kernel";
import { Map as MapLibre, NavigationControl, ScaleControl, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import type { SchemeName } from "../theme/palette";
import { type MapContent, mapStyle } from "./map-style";

export type LiveMap = {
  draw: (content: MapContent, scheme: SchemeName) => void;
  fit: (bounds: Bounds) => void;
  look: (place: { latitude: number; longitude: number; zoom: number }) => void;
  stop: () => void;
};

type Options = {
  onArea: (id: string) => void;
  onDoor: (id: string) => void;
  onMove: (place: { latitude: number; longitude: number; zoom: number }) => void;
  labels: { zoomIn: string; zoomOut: string };
};

// Our own file, so that the policy `worker-src 'self'` holds.
setWorkerUrl(workerUrl);

/** Puts a MapLibre map into `container`; everything drawn comes from `draw`. Throws where WebGL is missing. */
export const startMap = (container: HTMLElement, { onArea, onDoor, onMove, labels }: Options): LiveMap => {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = new MapLibre({
    container,
    style: mapStyle({}, "light"),
    center: [-96, 56],
    zoom: 3,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    fadeDuration: still ? 0 : 150,
    locale: { "NavigationControl.ZoomIn": labels.zoomIn, "NavigationControl.ZoomOut": labels.zoomOut },
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new ScaleControl({ unit: "metric" }), "bottom-right");
  map.on("click", (event) => {
    const [first] = map.queryRenderedFeatures(event.point, { layers: clickable.filter((id) => map.getLayer(id) !== undefined) });
    if (first === undefined) return;
    const id = String(first.properties["id"] ?? "");
    if (id !== "") (first.layer.id === "area-fill" ? onArea : onDoor)(id);
  });
  map.on("moveend", (event) => {
    // Moves we make ourselves carry no event of the person.
    if (event.originalEvent === undefined) return;
    const { lat, lng } = map.getCenter();
    onMove({ latitude: Number(lat.toFixed(5)), longitude: Number(lng.toFixed(5)), zoom: Math.round(map.getZoom()) });
  });
  for (const layer of clickable) {
    map.on("mouseenter", layer, () => (map.getCanvas().style.cursor = "pointer"));
    map.on("mouseleave", layer, () => (map.getCanvas().style.cursor = ""));
  }
  return {
    draw: (content, scheme) => map.setStyle(mapStyle(content, scheme), { diff: map.isStyleLoaded() === true }),
    fit: ([west, south, east, north]) => map.fitBounds([west, south, east, north], { padding: 32, maxZoom: 17, duration: still ? 0 : 180 }),
    look: ({ latitude, longitude, zoom }) => map.jumpTo({ center: [longitude, latitude], zoom }),
    stop: () => map.remove(),
  };
};

const clickable = ["point", "door", "area-fill"];
