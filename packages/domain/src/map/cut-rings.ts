import { booleanPointInPolygon, polygon } from "@turf/turf";
import type { Position } from "geojson";
import { type CutGeometry, geometryOf, partsOf } from "./cut-geometry";

/** One closed line of a boundary being drawn: the edge of a part, or of a hole. */
export type DrawnRing = { id: string; isHole: boolean; ring: Position[] };

/** A boundary taken apart for drawing; ids are made by the caller. */
export const ringsOf = (geometry: CutGeometry, newId: () => string): DrawnRing[] =>
  partsOf(geometry).flatMap((rings) => rings.map((ring, index) => ({ id: newId(), isHole: index > 0, ring })));

/**
 * Puts drawn lines together: each hole belongs to the part that holds most of its corners. Null while no part is drawn; whether the result
 * may be kept is for `readCutGeometry` to say.
 */
export const boundaryOf = (rings: readonly DrawnRing[]): CutGeometry | null => {
  const parts = rings.filter(({ isHole }) => !isHole).map(({ ring }) => [ring]);
  if (parts.length === 0) return null;
  for (const { ring } of rings.filter(({ isHole }) => isHole)) {
    const held = parts.map(([outer = []]) => cornersIn(ring, outer));
    const best = held.reduce((most, count, index) => (count > (held[most] ?? 0) ? index : most), 0);
    parts[best]?.push(ring);
  }
  return geometryOf(parts);
};

const cornersIn = (ring: readonly Position[], outer: Position[]): number => {
  if (outer.length < 4) return 0;
  const area = polygon([outer]);
  return ring.filter((position) => booleanPointInPolygon(position, area)).length;
};
