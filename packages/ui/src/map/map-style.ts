import type { FeatureCollection } from "geojson";
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import { singleDoorsFromZoom } from "@cml/domain/map";
import { amber, night, paper, type SchemeName, spruce } from "../theme/palette";
import { supportColours } from "../theme/support-level";

/** Our vector tiles: `doors` has single buildings from street zoom on (`support`), `clusters` counts of them before (`locations`). */
export type DoorTiles = { url: string };

export type MapContent = {
  doors?: DoorTiles;
  /** Polygons with `id`, `name` and, where it has one, `color`. */
  areas?: FeatureCollection;
  selectedAreaId?: string | null;
  /**
   * Single points with `id` and, where known, `supportLevel`; on a walk also `done` (drawn small and hollow), `next` (ringed) and
   * `label`, the house number, shown close up.
   */
  points?: FeatureCollection;
};

const nothing: FeatureCollection = { type: "FeatureCollection", features: [] };

/** The whole map from our own colours: no tile provider, no fonts or sprites from elsewhere. */
export const mapStyle = (content: MapContent, scheme: SchemeName): StyleSpecification => {
  const colours = coloursOf(scheme);
  const { doors, selectedAreaId = null } = content;
  return {
    version: 8,
    sources: {
      areas: { type: "geojson", data: content.areas ?? nothing, promoteId: "id" },
      points: { type: "geojson", data: content.points ?? nothing, promoteId: "id" },
      ...(doors === undefined ? {} : { doors: { type: "vector", tiles: [doors.url], maxzoom: singleDoorsFromZoom } }),
    },
    layers: [
      { id: "ground", type: "background", paint: { "background-color": colours.ground } },
      ...areaLayers(colours, selectedAreaId),
      ...(doors === undefined ? [] : doorLayers(colours)),
      nextLayer(colours),
      pointLayer(colours),
      pointLabels(colours),
      areaNames(colours),
    ],
  };
};

type Colours = ReturnType<typeof coloursOf>;

const coloursOf = (scheme: SchemeName) => {
  const light = scheme === "light";
  return {
    ground: light ? paper[1] : night[8],
    area: light ? spruce[3] : spruce[6],
    areaLine: light ? spruce[7] : spruce[3],
    selected: light ? amber[5] : amber[3],
    halo: light ? "#ffffff" : night[9],
    text: light ? paper[9] : night[0],
    door: light ? paper[6] : night[2],
    group: light ? spruce[7] : spruce[4],
    support: supportColours[scheme],
  };
};

const isSelected = (id: string | null): ExpressionSpecification => ["==", ["get", "id"], id ?? ""];

const areaLayers = (colours: Colours, selectedId: string | null): LayerSpecification[] => [
  {
    id: "area-fill",
    type: "fill",
    source: "areas",
    paint: {
      "fill-color": ["coalesce", ["get", "color"], colours.area],
      "fill-opacity": ["case", isSelected(selectedId), 0.38, 0.16],
    },
  },
  {
    id: "area-line",
    type: "line",
    source: "areas",
    layout: { "line-join": "round" },
    paint: {
      "line-color": ["case", isSelected(selectedId), colours.selected, ["coalesce", ["get", "color"], colours.areaLine]],
      "line-width": ["case", isSelected(selectedId), 3, 1.25],
    },
  },
];

// Browsers draw the letters themselves where a style names no glyphs.
const areaNames = (colours: Colours): LayerSpecification => ({
  id: "area-name",
  type: "symbol",
  source: "areas",
  layout: { "text-field": ["get", "name"], "text-size": 12.5, "text-font": ["Inter Variable"], "text-max-width": 8 },
  paint: { "text-color": colours.text, "text-halo-color": colours.halo, "text-halo-width": 1.5 },
});

const supportColour = ({ support, door }: Colours): ExpressionSpecification => [
  "match",
  ["to-string", ["coalesce", ["get", "supportLevel"], ["get", "support"], ""]],
  ["1", "LEVEL_1"],
  support[1],
  ["2", "LEVEL_2"],
  support[2],
  ["3", "LEVEL_3"],
  support[3],
  ["4", "LEVEL_4"],
  support[4],
  door,
];

const doorLayers = (colours: Colours): LayerSpecification[] => [
  {
    id: "door-group",
    type: "circle",
    source: "doors",
    "source-layer": "clusters",
    paint: {
      "circle-color": colours.group,
      "circle-opacity": 0.6,
      "circle-radius": ["interpolate", ["linear"], ["log10", ["max", 1, ["get", "locations"]]], 0, 1.6, 1, 3.5, 2, 7, 4, 18],
    },
  },
  {
    id: "door",
    type: "circle",
    source: "doors",
    "source-layer": "doors",
    paint: {
      "circle-color": supportColour(colours),
      "circle-radius": ["interpolate", ["exponential", 1.6], ["zoom"], 15, 3, 18, 8],
      "circle-stroke-color": colours.halo,
      "circle-stroke-width": 1,
    },
  },
];

const isDone: ExpressionSpecification = ["==", ["get", "done"], true];
const isOpen: ExpressionSpecification = ["==", ["get", "done"], false];

const pointLayer = (colours: Colours): LayerSpecification => ({
  id: "point",
  type: "circle",
  source: "points",
  paint: {
    "circle-color": ["case", isDone, colours.ground, supportColour(colours)],
    "circle-radius": [
      "interpolate",
      ["exponential", 1.6],
      ["zoom"],
      14,
      ["case", isDone, 2.5, isOpen, 4, 6],
      18,
      ["case", isDone, 6, isOpen, 10, 8],
    ],
    "circle-stroke-color": ["case", isDone, colours.door, colours.halo],
    "circle-stroke-width": 1.5,
  },
  layout: { "circle-sort-key": ["case", isDone, 0, 1] },
});

const nextLayer = (colours: Colours): LayerSpecification => ({
  id: "point-next",
  type: "circle",
  source: "points",
  filter: ["==", ["get", "next"], true],
  paint: {
    "circle-color": colours.halo,
    "circle-radius": ["interpolate", ["exponential", 1.6], ["zoom"], 14, 8, 18, 16],
    "circle-stroke-color": colours.areaLine,
    "circle-stroke-width": 4,
  },
});

const pointLabels = (colours: Colours): LayerSpecification => ({
  id: "point-label",
  type: "symbol",
  source: "points",
  minzoom: 16,
  filter: ["has", "label"],
  layout: {
    "text-field": ["get", "label"],
    "text-size": 14,
    "text-font": ["Inter Variable"],
    "text-anchor": "top",
    "text-offset": [0, 0.9],
    "symbol-sort-key": ["case", ["==", ["get", "next"], true], 0, isDone, 2, 1],
  },
  paint: { "text-color": colours.text, "text-halo-color": colours.halo, "text-halo-width": 1.5 },
});
