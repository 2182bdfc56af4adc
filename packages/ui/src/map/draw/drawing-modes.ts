import type { Position } from "geojson";
import type { Map as MapLibre } from "maplibre-gl";
import { TerraDrawPolygonMode, TerraDrawSelectMode } from "terra-draw";
import type { MapColours } from "../map-colours";
import { type SnapLines, snapTo } from "./snap";

type Options = { map: MapLibre; colours: MapColours; lines: () => SnapLines };
type Hex = `#${string}`;

/** A finger is wider than a pointer. */
const handlePx = matchMedia("(pointer: coarse)").matches ? 10 : 6;
const snapPx = 12;

/** How parts and holes are drawn and dragged; every corner may come to lie on a neighbour's line. */
export const drawingModes = ({ map, colours, lines }: Options) => {
  const line = colours.selected as Hex;
  const surface = colours.surface as Hex;
  const hole = colours.ground as Hex;
  const fill = colours.area as Hex;
  const snapping = {
    toCustom: ({ lng, lat }: { lng: number; lat: number }) =>
      snapTo(lines(), [lng, lat], { project: ([x = 0, y = 0]: Position) => map.project([x, y]), px: snapPx }),
  };
  const points = {
    closingPointColor: line,
    closingPointWidth: handlePx,
    closingPointOutlineColor: surface,
    closingPointOutlineWidth: 2,
    snappingPointColor: surface,
    snappingPointWidth: handlePx,
    snappingPointOutlineColor: line,
    snappingPointOutlineWidth: 2.5,
  } as const;
  const drawn = { outlineColor: line, outlineWidth: 2.5, ...points } as const;
  const flags = {
    feature: {
      draggable: true,
      selfIntersectable: true,
      coordinates: { draggable: true, midpoints: { draggable: true }, deletable: true, snappable: snapping },
    },
  };
  return [
    new TerraDrawPolygonMode({ modeName: "part", snapping, pointerDistance: 24, styles: { ...drawn, fillColor: fill, fillOpacity: 0.3 } }),
    new TerraDrawPolygonMode({ modeName: "hole", snapping, pointerDistance: 24, styles: { ...drawn, fillColor: hole, fillOpacity: 0.8 } }),
    new TerraDrawSelectMode({
      modeName: "shape",
      pointerDistance: 24,
      // Delete is for the marked corner first; the page hears it.
      keyEvents: { deselect: "Escape", delete: null, rotate: null, scale: null },
      flags: { part: flags, hole: flags },
      styles: {
        selectedPolygonColor: ({ properties }) => (properties["mode"] === "hole" ? hole : fill),
        selectedPolygonFillOpacity: ({ properties }) => (properties["mode"] === "hole" ? 0.8 : 0.3),
        selectedPolygonOutlineColor: line,
        selectedPolygonOutlineWidth: 3,
        selectionPointColor: surface,
        selectionPointWidth: handlePx,
        selectionPointOutlineColor: line,
        selectionPointOutlineWidth: 2.5,
        midPointColor: line,
        midPointWidth: handlePx - 2,
        midPointOutlineColor: surface,
        midPointOutlineWidth: 1.5,
      },
    }),
  ];
};
