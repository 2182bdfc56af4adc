import type { LayerSpecification } from "maplibre-gl";
import type { MapColours } from "./map-colours";

/** What stops people on foot, as the reader of imported lines names it. */
export type Barrier = "water" | "rail" | "road";

/** Rivers, shores, railways and major roads drawn so that they are seen through areas: dark dashes on light. */
export const barrierLayers = (colours: MapColours, barriers: readonly Barrier[]): LayerSpecification[] => {
  if (barriers.length === 0) return [];
  const line = (id: string, of: "lines" | "water", paint: { color: string; width: number; dash?: number[] }): LayerSpecification => ({
    id,
    type: "line",
    source: "lines",
    "source-layer": of,
    filter: ["all", ["==", ["get", "stops"], true], of === "lines" ? ["in", ["get", "kind"], ["literal", [...barriers]]] : true],
    layout: { "line-join": "round" },
    paint: {
      "line-color": paint.color,
      "line-width": ["interpolate", ["linear"], ["zoom"], 11, paint.width * 0.5, 15, paint.width],
      ...(paint.dash === undefined ? {} : { "line-dasharray": paint.dash }),
    },
  });
  const both = (of: "lines" | "water"): LayerSpecification[] => [
    line(`barrier-${of}-ground`, of, { color: colours.halo, width: 4.5 }),
    line(`barrier-${of}`, of, { color: colours.text, width: 2.25, dash: [3.2, 1.6] }),
  ];
  return [...(barriers.includes("water") ? both("water") : []), ...both("lines")];
};
