import type { FeatureCollection } from "geojson";
import type { LayerSpecification, SourceSpecification } from "maplibre-gl";
import type { MapColours } from "./map-colours";

/** The public map: areas with how far they are, and shifts. */
export type OpenMap = {
  /** Tiles with {z}/{x}/{y} in their address: layers `cuts` and `shifts`. */
  tiles: string;
  /** A point in each area with the `name` to write there: an area lies on many tiles, and each would write its name again. */
  names: FeatureCollection;
};

export const openLayerIds = ["open-shift", "open-area"];

export const openSources = ({ tiles, names }: OpenMap): Record<string, SourceSpecification> => ({
  open: { type: "vector", tiles: [tiles], maxzoom: 16, promoteId: "id" },
  "open-names": { type: "geojson", data: names },
});

/** Areas go below the names of the ground, their own names and shifts above. */
export const openLayers = (colours: MapColours): { areas: LayerSpecification[]; above: LayerSpecification[] } => ({
  areas: [
    {
      id: "open-area",
      type: "fill",
      source: "open",
      "source-layer": "cuts",
      paint: {
        "fill-color": ["coalesce", ["get", "color"], colours.area],
        "fill-opacity": ["case", ["boolean", ["feature-state", "selected"], false], 0.36, 0.16],
      },
    },
    {
      id: "open-area-edge",
      type: "line",
      source: "open",
      "source-layer": "cuts",
      layout: { "line-join": "round" },
      paint: {
        "line-color": ["coalesce", ["get", "color"], colours.areaLine],
        "line-width": ["case", ["boolean", ["feature-state", "selected"], false], 3.5, 1.5],
      },
    },
  ],
  above: [
    {
      id: "open-name",
      type: "symbol",
      source: "open-names",
      layout: {
        "text-field": ["format", ["get", "name"], {}, "\n", {}, ["get", "share"], { "font-scale": 1.15 }],
        "text-size": ["interpolate", ["linear"], ["zoom"], 9, 11, 14, 14],
        "text-font": ["Inter Variable"],
        "text-max-width": 9,
        "text-line-height": 1.3,
        // A shift often begins in the middle of its area: the name stands above it.
        "text-anchor": "bottom",
        "text-offset": [0, -0.8],
      },
      paint: { "text-color": colours.text, "text-halo-color": colours.halo, "text-halo-width": 1.75 },
    },
    {
      id: "open-shift",
      type: "circle",
      source: "open",
      "source-layer": "shifts",
      paint: {
        "circle-color": colours.selected,
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 9, 5, 15, 9],
        "circle-stroke-color": colours.halo,
        "circle-stroke-width": 2.5,
      },
    },
  ],
});
