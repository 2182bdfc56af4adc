import type { MapGround } from "@cml/domain/settings";
import type { FilterSpecification, LayerSpecification, SourceSpecification } from "maplibre-gl";
import type { MapColours } from "./map-colours";

type TiledGround = Extract<MapGround, { kind: "raster" | "vector" }>;

export const basemapSource = (ground: TiledGround): SourceSpecification =>
  ground.kind === "raster"
    ? { type: "raster", tiles: [ground.tiles], tileSize: 256, maxzoom: ground.maxZoom }
    : { type: "vector", tiles: [ground.tiles], maxzoom: ground.maxZoom };

/** Names of layers and attributes in the two open schemas vector basemaps come in. */
const schemas = {
  protomaps: {
    water: "water", green: "landuse", greens: ["park", "forest", "wood", "nature_reserve", "cemetery", "grass", "golf_course", "recreation_ground"],
    roads: "roads", roadNames: "roads", buildings: "buildings", places: "places", kind: "kind", places_kinds: ["locality", "neighbourhood"], earth: "earth",
    motorway: ["highway"], major: ["major_road"], minor: ["minor_road"], path: ["path"], rail: ["rail"],
  },
  openmaptiles: {
    water: "water", green: "landcover", greens: ["wood", "grass", "forest", "park"], roads: "transportation", roadNames: "transportation_name",
    buildings: "building", places: "place", kind: "class", places_kinds: ["city", "town", "village", "suburb", "neighbourhood"], earth: null,
    motorway: ["motorway", "trunk"], major: ["primary", "secondary", "tertiary"], minor: ["minor", "service", "street"], path: ["path", "track"],
    rail: ["rail", "transit"],
  },
} as const; // prettier-ignore

/** A quiet drawing of a basemap in our own colours, so that doors and areas stay the subject. */
export const basemapLayers = (ground: TiledGround, colours: MapColours): LayerSpecification[] => {
  if (ground.kind === "raster") {
    const dark = colours.scheme === "dark";
    return [
      {
        id: "basemap",
        type: "raster",
        source: "basemap",
        paint: { "raster-saturation": -0.6, "raster-brightness-max": dark ? 0.45 : 1, "raster-opacity": dark ? 0.8 : 0.9 },
      },
    ];
  }
  const names = schemas[ground.schema];
  const of = (kinds: readonly string[]): FilterSpecification => ["in", ["get", names.kind], ["literal", [...kinds]]];
  const line = (id: string, kinds: readonly string[], { colour, stops, dash }: LineLook): LayerSpecification => ({
    id: `basemap-${id}`,
    type: "line",
    source: "basemap",
    "source-layer": names.roads,
    filter: of(kinds),
    layout: { "line-cap": dash === undefined ? "round" : "butt", "line-join": "round" },
    paint: {
      "line-color": colour,
      "line-width": ["interpolate", ["exponential", 1.5], ["zoom"], ...stops],
      ...(dash === undefined ? {} : { "line-dasharray": dash }),
    },
  });
  return [
    { id: "basemap-green", type: "fill", source: "basemap", "source-layer": names.green, filter: of(names.greens), paint: { "fill-color": colours.green } },
    { id: "basemap-water", type: "fill", source: "basemap", "source-layer": names.water, filter: ["==", ["geometry-type"], "Polygon"], paint: { "fill-color": colours.water } },
    { id: "basemap-building", type: "fill", source: "basemap", "source-layer": names.buildings, minzoom: 14, paint: { "fill-color": colours.building } },
    line("path", names.path, { colour: colours.path, stops: [13, 0.5, 18, 2.4], dash: [2, 1.6] }),
    line("minor-edge", names.minor, { colour: colours.roadEdge, stops: [12, 0.8, 14, 2.6, 18, 16, 20, 44] }),
    line("major-edge", names.major, { colour: colours.roadEdge, stops: [8, 0.8, 14, 5, 18, 22, 20, 60] }),
    line("motorway-edge", names.motorway, { colour: colours.motorwayEdge, stops: [5, 1, 14, 6.5, 18, 26, 20, 66] }),
    line("minor", names.minor, { colour: colours.road, stops: [12, 0.4, 14, 1.6, 18, 14, 20, 42] }),
    line("major", names.major, { colour: colours.majorRoad, stops: [8, 0.4, 14, 3.6, 18, 20, 20, 58] }),
    line("motorway", names.motorway, { colour: colours.motorway, stops: [5, 0.6, 14, 5, 18, 24, 20, 64] }),
    line("rail", names.rail, { colour: colours.rail, stops: [10, 0.5, 18, 2.5] }),
  ]; // prettier-ignore
};

type LineLook = { colour: string; stops: number[]; dash?: number[] };

export const basemapNames = (ground: TiledGround, colours: MapColours): LayerSpecification[] => {
  if (ground.kind === "raster") return [];
  const names = schemas[ground.schema];
  const font = { "text-font": ["Inter Variable"], "text-field": ["get", "name"] as ["get", string] };
  return [
    {
      id: "basemap-road-name",
      type: "symbol",
      source: "basemap",
      "source-layer": names.roadNames,
      minzoom: 13,
      layout: { ...font, "symbol-placement": "line", "text-size": ["interpolate", ["linear"], ["zoom"], 13, 10.5, 18, 14] },
      paint: { "text-color": colours.roadText, "text-halo-color": colours.ground, "text-halo-width": 1.5 },
    },
    {
      id: "basemap-place-name",
      type: "symbol",
      source: "basemap",
      "source-layer": names.places,
      filter: ["in", ["get", names.kind], ["literal", [...names.places_kinds]]],
      layout: { ...font, "text-size": ["interpolate", ["linear"], ["zoom"], 4, 11, 14, 15], "text-max-width": 8 },
      paint: { "text-color": colours.placeText, "text-halo-color": colours.ground, "text-halo-width": 1.5 },
    },
  ];
};
