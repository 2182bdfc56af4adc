import { type MapLineGeometry, type MapLineLook, stopsWalkers } from "../map-line";
import type { CutBarrier } from "./cut-site";

/** Lines that stop people on foot as barriers; a lake by its shores. */
export const barriersOf = (lines: readonly (MapLineLook & { geometry: MapLineGeometry })[]): CutBarrier[] =>
  lines.filter(stopsWalkers).flatMap(({ kind, geometry }) => {
    const paths = geometry.type === "MultiPolygon" ? geometry.coordinates.flat() : geometry.coordinates;
    return paths.map((line) => ({ kind, line }));
  });
