import { singleDoorsFromZoom, visitStateOf } from "@cml/domain/map";
import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { type DoorColouring, markName } from "./door-marks";
import type { MapColours } from "./map-colours";

/** From here on each door has room for its own mark; between this and `singleDoorsFromZoom` a dot must do. */
const marksFromZoom = 17;

export const doorLayerIds = ["door-mark", "door-dot"];
export const groupLayerId = "door-group";

/** Groups with their number from afar, dots in between, marks close up; all by what `by` says. */
export const doorLayers = (colours: MapColours, by: DoorColouring): LayerSpecification[] => [
  {
    id: groupLayerId,
    type: "circle",
    source: "doors",
    "source-layer": "clusters",
    paint: {
      "circle-color": colours.surface,
      "circle-opacity": 0.9,
      "circle-stroke-color": groupColour(colours, by),
      "circle-stroke-width": ["interpolate", ["linear"], groupSize, 0, 2, 5, 3.5],
      "circle-radius": ["interpolate", ["linear"], groupSize, 0, 4, 1, 7, 2, 10, 3, 13, 5, 19],
    },
    layout: { "circle-sort-key": ["get", "doors"] },
  },
  {
    id: "door-group-count",
    type: "symbol",
    source: "doors",
    "source-layer": "clusters",
    layout: {
      "text-field": shortNumber,
      "text-size": ["interpolate", ["linear"], groupSize, 0, 10, 3, 11, 5, 13],
      "text-font": ["Inter Variable"],
      "text-padding": 0,
      "symbol-sort-key": ["-", ["get", "doors"]],
    },
    paint: { "text-color": colours.text },
  },
  {
    id: "door-dot",
    type: "circle",
    source: "doors",
    "source-layer": "doors",
    maxzoom: marksFromZoom,
    paint: {
      "circle-color": doorColour(colours, by),
      "circle-radius": ["interpolate", ["exponential", 1.6], ["zoom"], singleDoorsFromZoom, 3.2, marksFromZoom, 5],
      "circle-stroke-color": colours.halo,
      "circle-stroke-width": 1,
    },
  },
  {
    id: "door-selected",
    type: "circle",
    source: "doors",
    "source-layer": "doors",
    paint: {
      "circle-color": "transparent",
      "circle-radius": ["interpolate", ["exponential", 1.6], ["zoom"], singleDoorsFromZoom, 8, 19, 17],
      "circle-stroke-color": colours.selected,
      "circle-stroke-width": 3,
      "circle-stroke-opacity": ["case", ["boolean", ["feature-state", "selected"], false], 1, 0],
    },
  },
  {
    id: "door-mark",
    type: "symbol",
    source: "doors",
    "source-layer": "doors",
    minzoom: marksFromZoom,
    layout: {
      "icon-image": doorImage(colours, by),
      "icon-size": ["interpolate", ["linear"], ["zoom"], marksFromZoom, 0.75, 19, 1.15],
      "icon-allow-overlap": true,
      "icon-ignore-placement": true,
      "icon-padding": 0,
      "text-field": ["case", [">", ["get", "units"], 1], ["to-string", ["get", "units"]], ""],
      "text-size": 11,
      "text-font": ["Inter Variable"],
      "text-anchor": "top",
      "text-offset": [0, 0.8],
      "text-optional": true,
    },
    paint: { "text-color": colours.text, "text-halo-color": colours.halo, "text-halo-width": 1.5 },
  },
];

const groupSize: ExpressionSpecification = ["log10", ["max", 1, ["get", "doors"]]];

const shortNumber: ExpressionSpecification = [
  "let",
  "n",
  ["get", "doors"],
  [
    "case",
    ["<", ["var", "n"], 1000],
    ["to-string", ["var", "n"]],
    ["<", ["var", "n"], 10000],
    ["concat", ["to-string", ["/", ["round", ["/", ["var", "n"], 100]], 10]], "k"],
    ["concat", ["to-string", ["round", ["/", ["var", "n"], 1000]]], "k"],
  ],
];

const count = (name: string): ExpressionSpecification => ["coalesce", ["get", name], 0];

/** A group takes the colour of the level it has most of, or the shade of its share. */
const groupColour = (colours: MapColours, by: DoorColouring): ExpressionSpecification => {
  const [none, half, all] = colours.share;
  if (by !== "support") {
    const share: ExpressionSpecification = ["/", count(by === "visit" ? "visited" : "signs"), ["max", 1, ["get", "doors"]]];
    return ["interpolate", ["linear"], share, 0, none, by === "visit" ? 0.5 : 0.1, half, by === "visit" ? 1 : 0.4, all];
  }
  const levels = [1, 2, 3, 4] as const;
  const most: ExpressionSpecification = ["max", 0, ...levels.map((level) => count(`s${level}`))];
  return [
    "case",
    ["==", most, 0],
    colours.group,
    ["==", count("s1"), most],
    colours.support[1],
    ["==", count("s2"), most],
    colours.support[2],
    ["==", count("s3"), most],
    colours.support[3],
    colours.support[4],
  ];
};

/** What a door is, as its mark names it: `1`…`4` or `none`, a visit state, `yes` or `no`. */
const stateOf = (by: DoorColouring): ExpressionSpecification => {
  if (by === "sign") return ["case", ["boolean", ["get", "sign"], false], "yes", "no"];
  if (by === "visit") {
    const outcomes = Object.entries(visitStateOf).flatMap(([outcome, state]) => [outcome, state]);
    return ["match", ["coalesce", ["get", "outcome"], ""], ...outcomes, "unvisited"] as unknown as ExpressionSpecification;
  }
  return ["to-string", ["coalesce", ["get", "support"], "none"]];
};

const doorImage = (colours: MapColours, by: DoorColouring): ExpressionSpecification => [
  "concat",
  markName(colours.scheme, by, ""),
  stateOf(by),
];

const doorColour = (colours: MapColours, by: DoorColouring): ExpressionSpecification => {
  const palette: Record<string, string> = by === "support" ? colours.support : by === "visit" ? colours.visit : colours.sign;
  return ["match", stateOf(by), ...Object.entries(palette).flat(), colours.door] as unknown as ExpressionSpecification;
};
