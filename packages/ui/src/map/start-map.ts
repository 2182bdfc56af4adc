import type { Bounds, LatLng } from "@cml/domain/kernel";
import { GeoJSONSource, Map as MapLibre, NavigationControl, ScaleControl, setWorkerUrl, VectorTileSource } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import type { SchemeName } from "../theme/palette";
import { doorLayerIds, groupLayerId } from "./door-layers";
import { drawMark, markPixelRatio } from "./door-marks";
import { type DoorHandle, openDoorHandle } from "./door-handle";
import { layGround } from "./lay-ground";
import { LocateControl, type LocateProblem } from "./locate-control";
import type { MapContent } from "./map-style";
import { openLayerIds } from "./open-layers";
import { copyForPrint } from "./print-copy";
import printed from "./print-copy.module.css";

export type MapPlace = LatLng & { zoom: number };

export type LiveMap = {
  /** For what is drawn by hand on it. */
  map: MapLibre;
  draw: (content: MapContent, scheme: SchemeName) => void;
  /** Fetches the doors' tiles again and shows them when they are there. */
  refreshDoors: () => void;
  /** Shows a handle at the door that may be dragged; null: none. */
  hold: (door: { id: string; at: LatLng } | null) => void;
  /** Whether a click on empty ground picks a point. */
  picking: (on: boolean) => void;
  /** While somebody draws, a click chooses nothing that lies below. */
  drawing: (on: boolean) => void;
  fit: (bounds: Bounds) => void;
  look: (place: MapPlace) => void;
  stop: () => void;
};

export type MapHandlers = {
  onArea: (id: string) => void;
  onDoor: (id: string) => void;
  /** A shift of the public map. */
  onShift: (id: string) => void;
  onPick: (point: LatLng) => void;
  onDrag: (id: string, point: LatLng) => void;
  /** Where the person moved the map to; not called for moves of our own. */
  onMove: (place: MapPlace, bounds: Bounds) => void;
  /** Why it cannot be shown where the person stands; null: it can, or is no longer asked for. */
  onLocateProblem: (problem: LocateProblem | null) => void;
};

export type MapLabels = {
  zoomIn: string;
  zoomOut: string;
  locate: string;
  /** On the handle of a door that may be dragged. */ handle?: string;
};

/** What is said over a map that leaves one finger and the plain wheel to the page it stands on. */
export type SharedGestures = { touch: string; windows: string; mac: string };

type Options = { handlers: Partial<MapHandlers>; labels: MapLabels; locate: boolean; shared?: SharedGestures };

// Our own file, so that the policy `worker-src 'self'` holds.
setWorkerUrl(workerUrl);

/** Puts a MapLibre map into `container`; everything drawn comes from `draw`. Throws where WebGL is missing. */
export const startMap = (container: HTMLElement, { handlers, labels, locate, shared }: Options): LiveMap => {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = openMap(container, { labels, shared, still });
  const locator = new LocateControl({ label: labels.locate, still, tell: (problem) => handlers.onLocateProblem?.(problem) });
  if (locate) map.addControl(locator, "top-right");
  let drawn: { content: MapContent; scheme: SchemeName } | null = null;
  let handle: DoorHandle | null = null;
  let picking = false;
  let drawing = false;

  // The ground may be somebody's style that comes late, or is exchanged; what is chosen is marked again on whatever stands.
  map.on("styledata", () => drawn !== null && markSelected(map, drawn.content, drawn.content));
  map.on("styleimagemissing", ({ id }) => {
    const image = drawMark(id);
    if (image !== null && !map.hasImage(id)) map.addImage(id, image, { pixelRatio: markPixelRatio });
  });
  // A tile that could not be fetched (no signal, a session that ended) is asked for again with the next move or change of the doors;
  // without a listener MapLibre would fill the console.
  map.on("error", () => undefined);
  listen(map, handlers, { isPicking: () => picking, isDrawing: () => drawing });
  // Whether everything asked for is on the screen; journeys wait for it before they look.
  map.on("idle", () => (container.dataset["drawn"] = "yes"));
  map.on("dataloading", () => delete container.dataset["drawn"]);
  const endPrinting = copyForPrint(map, { map: printed["map"] ?? "", copy: printed["copy"] ?? "" });

  const draw = (content: MapContent, scheme: SchemeName): void => {
    const before = drawn;
    drawn = { content, scheme };
    if (before === null || before.scheme !== scheme || needsStyle(before.content, content)) layGround(map, () => drawn);
    else changeSources(map, before.content, content);
    if (before !== null) markSelected(map, before.content, content);
  };
  return {
    map,
    draw,
    refreshDoors: () => {
      if (map.getSource("doors") !== undefined) map.refreshTiles("doors");
    },
    hold: (door) => {
      handle?.remove();
      handle =
        door === null
          ? null
          : openDoorHandle(map, door, { label: labels.handle ?? "", onDrag: (id, point) => handlers.onDrag?.(id, point) });
    },
    picking: (on) => {
      picking = on;
      map.getCanvas().style.cursor = on ? "crosshair" : "";
    },
    drawing: (on) => (drawing = on),
    fit: ([west, south, east, north]) => map.fitBounds([west, south, east, north], { padding: 32, maxZoom: 17, duration: still ? 0 : 180 }),
    look: ({ latitude, longitude, zoom }) => map.jumpTo({ center: [longitude, latitude], zoom }),
    stop: () => {
      endPrinting();
      map.remove();
    },
  };
};

type Opened = { labels: MapLabels; shared: SharedGestures | undefined; still: boolean };

const openMap = (container: HTMLElement, { labels, shared, still }: Opened): MapLibre => {
  const map = new MapLibre({
    container,
    style: { version: 8, sources: {}, layers: [] },
    center: [-96, 56],
    zoom: 3,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    cooperativeGestures: shared !== undefined,
    fadeDuration: still ? 0 : 150,
    locale: {
      "NavigationControl.ZoomIn": labels.zoomIn,
      "NavigationControl.ZoomOut": labels.zoomOut,
      ...(shared === undefined
        ? {}
        : {
            "CooperativeGesturesHandler.MobileHelpText": shared.touch,
            "CooperativeGesturesHandler.WindowsHelpText": shared.windows,
            "CooperativeGesturesHandler.MacHelpText": shared.mac,
          }),
    },
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new ScaleControl({ unit: "metric" }), "bottom-right");
  return map;
};

/** A change of these rebuilds layers; anything else only gives a source new data. */
const needsStyle = (before: MapContent, after: MapContent): boolean =>
  before.colourBy !== after.colourBy ||
  before.ground !== after.ground ||
  before.open !== after.open ||
  (before.barriers ?? []).join() !== (after.barriers ?? []).join() ||
  (before.doors === undefined) !== (after.doors === undefined);

const changeSources = (map: MapLibre, before: MapContent, after: MapContent): void => {
  const change = (): void => {
    for (const name of ["areas", "points"] as const) {
      const source = map.getSource(name);
      if (before[name] !== after[name] && source instanceof GeoJSONSource)
        void source.setData(after[name] ?? { type: "FeatureCollection", features: [] });
    }
    const doors = map.getSource("doors");
    if (before.doors !== after.doors && after.doors !== undefined && doors instanceof VectorTileSource)
      doors.setTiles([after.doors.startsWith("/") ? `${window.location.origin}${after.doors}` : after.doors]);
  };
  // A style that is still on its way was built from older content.
  if (map.getSource("areas") === undefined) void map.once("styledata", change);
  else change();
};

/** The chosen area and door as feature states: choosing costs no new style. */
const markSelected = (map: MapLibre, before: MapContent, after: MapContent): void => {
  const marks = [
    { source: "areas", was: before.selectedAreaId, is: after.selectedAreaId },
    { source: "open", sourceLayer: "cuts", was: before.selectedAreaId, is: after.selectedAreaId },
    { source: "doors", sourceLayer: "doors", was: before.selectedDoorId, is: after.selectedDoorId },
  ];
  for (const { was, is, ...of } of marks) {
    if (map.getSource(of.source) === undefined) continue;
    if (typeof was === "string" && was !== is) map.setFeatureState({ ...of, id: was }, { selected: false });
    if (typeof is === "string") map.setFeatureState({ ...of, id: is }, { selected: true });
  }
};

type Modes = { isPicking: () => boolean; isDrawing: () => boolean };

const listen = (map: MapLibre, handlers: Partial<MapHandlers>, { isPicking, isDrawing }: Modes): void => {
  map.on("click", (event) => {
    if (isDrawing()) return;
    const [first] = map.queryRenderedFeatures(event.point, { layers: clickable.filter((id) => map.getLayer(id) !== undefined) });
    const id = String(first?.properties["id"] ?? "");
    const { lat, lng } = event.lngLat;
    if (first !== undefined && first.layer.id === groupLayerId)
      map.easeTo({ center: event.lngLat, zoom: map.getZoom() + 2, duration: 180 });
    else if (isPicking() && first?.layer.id !== "door-mark") handlers.onPick?.({ latitude: lat, longitude: lng });
    else if (first !== undefined && id !== "") handlers[pickedAs[first.layer.id] ?? "onDoor"]?.(id);
  });
  // Without a mouse: Enter picks what the cross in the middle stands on.
  map.getCanvas().addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !isPicking()) return;
    const { lat, lng } = map.getCenter();
    handlers.onPick?.({ latitude: lat, longitude: lng });
  });
  map.on("moveend", (event) => {
    // Moves we make ourselves carry no event of the person.
    if (event.originalEvent === undefined) return;
    const { lat, lng } = map.getCenter();
    const seen = map.getBounds();
    handlers.onMove?.({ latitude: Number(lat.toFixed(5)), longitude: Number(lng.toFixed(5)), zoom: Math.round(map.getZoom()) }, [
      seen.getWest(),
      seen.getSouth(),
      seen.getEast(),
      seen.getNorth(),
    ]);
  });
  for (const layer of clickable) {
    const cursor = (over: string) => () => {
      if (!isDrawing()) map.getCanvas().style.cursor = isPicking() ? "crosshair" : over;
    };
    map.on("mouseenter", layer, cursor("pointer"));
    map.on("mouseleave", layer, cursor(""));
  }
};

const clickable = ["point", ...doorLayerIds, groupLayerId, ...openLayerIds, "area-fill"];

const pickedAs: Readonly<Record<string, "onArea" | "onShift">> = { "area-fill": "onArea", "open-area": "onArea", "open-shift": "onShift" };
