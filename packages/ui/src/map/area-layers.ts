import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import type { MapColours } from "./map-colours";

const isSelected: ExpressionSpecification = ["boolean", ["feature-state", "selected"], false];

/** Polygons with their own colour where they have one. */
export const areaLayers = (colours: MapColours): LayerSpecification[] => [
  {
    id: "area-fill",
    type: "fill",
    source: "areas",
    paint: {
      "fill-color": ["coalesce", ["get", "color"], colours.area],
      "fill-opacity": ["case", isSelected, 0.34, 0.14],
    },
  },
  {
    id: "area-line",
    type: "line",
    source: "areas",
    layout: { "line-join": "round" },
    paint: {
      "line-color": ["case", isSelected, colours.selected, ["coalesce", ["get", "color"], colours.areaLine]],
      "line-width": ["case", isSelected, 3, 1.25],
    },
  },
];

// Browsers draw the letters themselves where a style names no glyphs.
export const areaNames = (colours: MapColours): LayerSpecification => ({
  id: "area-name",
  type: "symbol",
  source: "areas",
  layout: { "text-field": ["get", "name"], "text-size": 12.5, "text-font": ["Inter Variable"], "text-max-width": 8 },
  paint: { "text-color": colours.text, "text-halo-color": colours.halo, "text-halo-width": 1.5 },
});
