import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import type { MapColours } from "./map-colours";

const isDone: ExpressionSpecification = ["==", ["get", "done"], true];
const isOpen: ExpressionSpecification = ["==", ["get", "done"], false];
const isPicked: ExpressionSpecification = ["==", ["get", "picked"], true];

const supportColour = ({ support, door }: MapColours): ExpressionSpecification => [
  "match",
  ["to-string", ["coalesce", ["get", "supportLevel"], ""]],
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

const labelPaint = ({ text, halo }: MapColours) => ({ "text-color": text, "text-halo-color": halo, "text-halo-width": 1.5 });

/** Single points of a page's own: the doors of a walk, the knocks of a list, shifts on the public map. */
export const pointLayers = (colours: MapColours): LayerSpecification[] => [
  {
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
  },
  {
    id: "point",
    type: "circle",
    source: "points",
    paint: {
      "circle-color": [
        "case",
        isPicked,
        colours.selected,
        isDone,
        colours.ground,
        ["has", "color"],
        ["get", "color"],
        supportColour(colours),
      ],
      "circle-radius": [
        "interpolate",
        ["exponential", 1.6],
        ["zoom"],
        11,
        ["case", isPicked, 2.5, 1],
        14,
        ["case", isPicked, 5, isDone, 2.5, isOpen, 4, 6],
        18,
        ["case", isPicked, 9, isDone, 6, isOpen, 10, 8],
      ],
      "circle-stroke-color": ["case", isPicked, colours.text, isDone, ["coalesce", ["get", "color"], colours.door], colours.halo],
      "circle-stroke-width": 1.5,
    },
    layout: { "circle-sort-key": ["case", isPicked, 2, isDone, 0, 1] },
  },
  {
    id: "point-label",
    type: "symbol",
    source: "points",
    minzoom: 16,
    filter: ["all", ["has", "label"], ["!", ["has", "isChoice"]]],
    layout: {
      "text-field": ["get", "label"],
      "text-size": 14,
      "text-font": ["Inter Variable"],
      "text-anchor": "top",
      "text-offset": [0, 0.9],
      "symbol-sort-key": ["case", ["==", ["get", "next"], true], 0, isDone, 2, 1],
    },
    paint: labelPaint(colours),
  },
  {
    // The key that takes this place: seen from however far, whatever stands around it.
    id: "point-choice",
    type: "symbol",
    source: "points",
    filter: ["has", "isChoice"],
    layout: {
      "text-field": ["get", "label"],
      "text-size": 15,
      "text-font": ["Inter Variable"],
      "text-anchor": "bottom",
      "text-offset": [0, -0.6],
      "text-allow-overlap": true,
      "text-ignore-placement": true,
    },
    // Stands among points of every colour.
    paint: { ...labelPaint(colours), "text-halo-width": 2.5 },
  },
];
