import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from "maplibre-gl";
import type { MapColours } from "./map-colours";

const source = "lines";

const is = (kind: string, ...classes: string[]): FilterSpecification =>
  classes.length === 0
    ? ["==", ["get", "kind"], kind]
    : ["all", ["==", ["get", "kind"], kind], ["in", ["get", "class"], ["literal", classes]]];

const width = (...stops: [zoom: number, width: number][]): ExpressionSpecification => [
  "interpolate",
  ["exponential", 1.5],
  ["zoom"],
  ...stops.flat(),
];

const round = { "line-cap": "round", "line-join": "round" } as const;

type Road = { classes: string[]; from: number; colour: string; edge: string; widths: [number, number][] };

const roadsOf = (colours: MapColours): Record<"minor" | "major" | "motorway", Road> => ({
  minor: { classes: ["minor"], from: 12, colour: colours.road, edge: colours.roadEdge, widths: [[12, 0.6], [14, 1.6], [16, 5], [18, 14], [20, 42]] }, // prettier-ignore
  major: { classes: ["major"], from: 8, colour: colours.majorRoad, edge: colours.roadEdge, widths: [[8, 0.6], [12, 2], [14, 3.6], [16, 8], [18, 20], [20, 58]] }, // prettier-ignore
  motorway: { classes: ["motorway"], from: 5, colour: colours.motorway, edge: colours.motorwayEdge, widths: [[5, 0.8], [10, 2], [14, 5], [16, 10], [18, 24], [20, 64]] }, // prettier-ignore
});

/** Water, railways, paths and roads of imported lines, from the ground up. */
export const plainLayers = (colours: MapColours): LayerSpecification[] => {
  const { minor, major, motorway } = roadsOf(colours);
  return [
    { id: "water-area", type: "fill", source, "source-layer": "water", paint: { "fill-color": colours.water } },
    {
      id: "water-line",
      type: "line",
      source,
      "source-layer": "lines",
      filter: is("water"),
      layout: round,
      paint: {
        "line-color": ["match", ["get", "class"], "river", colours.water, colours.waterLine],
        "line-width": [
          "interpolate",
          ["exponential", 1.4],
          ["zoom"],
          9,
          ["match", ["get", "class"], "river", 1.2, 0.4],
          14,
          ["match", ["get", "class"], "river", 4, 1],
          18,
          ["match", ["get", "class"], "river", 18, 3],
        ],
      },
    },
    {
      id: "path",
      type: "line",
      source,
      "source-layer": "lines",
      minzoom: 14,
      filter: is("road", "path"),
      paint: { "line-color": colours.path, "line-width": width([14, 0.8], [16, 1.4], [18, 2.6]), "line-dasharray": [2, 1.6] },
    },
    edgeOf("minor", minor),
    edgeOf("major", major),
    edgeOf("motorway", motorway),
    roadOf("minor", minor),
    roadOf("major", major),
    roadOf("motorway", motorway),
    {
      id: "rail",
      type: "line",
      source,
      "source-layer": "lines",
      minzoom: 10,
      filter: is("rail"),
      paint: { "line-color": colours.rail, "line-width": width([10, 0.6], [14, 1.2], [18, 2.5]) },
    },
    {
      id: "rail-ties",
      type: "line",
      source,
      "source-layer": "lines",
      minzoom: 13,
      filter: is("rail"),
      paint: { "line-color": colours.rail, "line-width": width([13, 3], [16, 5], [18, 9]), "line-dasharray": [0.15, 2.2] },
    },
  ];
};

const edgeOf = (id: string, { classes, from, edge, widths }: Road): LayerSpecification => ({
  id: `road-${id}-edge`,
  type: "line",
  source,
  "source-layer": "lines",
  minzoom: Math.max(from, 11),
  filter: is("road", ...classes),
  layout: round,
  paint: {
    "line-color": edge,
    "line-width": width(...widths.map(([zoom, size]): [number, number] => [zoom, size + (zoom < 14 ? 0.8 : 1.8)])),
  },
});

const roadOf = (id: string, { classes, from, colour, edge, widths }: Road): LayerSpecification => ({
  id: `road-${id}`,
  type: "line",
  source,
  "source-layer": "lines",
  minzoom: from,
  filter: is("road", ...classes),
  layout: round,
  paint: {
    // From afar there is no room for an edge, and a pale line would be lost on the ground.
    "line-color": ["step", ["zoom"], edge, 11, colour],
    "line-width": width(...widths),
  },
});

/** Names along streets and water, above everything that is not itself text. */
export const plainNames = (colours: MapColours): LayerSpecification[] => [
  nameAlong("water-name", colours, { colour: colours.waterText, minzoom: 12, filter: is("water"), size: [12, 11, 18, 14] }),
  nameAlong("road-name-minor", colours, {
    colour: colours.roadText,
    minzoom: 15,
    filter: is("road", "minor", "path"),
    size: [15, 10.5, 18, 13],
  }),
  nameAlong("road-name", colours, {
    colour: colours.roadText,
    minzoom: 12,
    filter: is("road", "motorway", "major"),
    size: [12, 10.5, 18, 14.5],
  }),
];

type Along = { colour: string; minzoom: number; filter: FilterSpecification; size: [number, number, number, number] };

const nameAlong = (id: string, { ground }: MapColours, { colour, minzoom, filter, size }: Along): LayerSpecification => ({
  id,
  type: "symbol",
  source,
  "source-layer": "lines",
  minzoom,
  filter: ["all", ["has", "name"], filter] as FilterSpecification,
  layout: {
    "symbol-placement": "line",
    "symbol-spacing": 320,
    "text-field": ["get", "name"],
    "text-font": ["Inter Variable"],
    "text-size": ["interpolate", ["linear"], ["zoom"], ...size],
    "text-max-angle": 35,
    "text-padding": 4,
  },
  paint: { "text-color": colour, "text-halo-color": ground, "text-halo-width": 1.6 },
});
