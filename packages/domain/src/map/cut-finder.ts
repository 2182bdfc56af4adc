import type { LatLng } from "../kernel/geo";
import { boundsOf, type CutGeometry, isInCut } from "./cut-geometry";

/** Which of these areas hold a point; their bounds are looked at before their borders. */
export const cutFinder = (cuts: readonly { id: string; geometry: CutGeometry }[]): ((point: LatLng) => string[]) => {
  const boxed = cuts.map((cut) => ({ ...cut, bounds: boundsOf(cut.geometry) }));
  return (point) =>
    boxed.flatMap(({ id, geometry, bounds: [west, south, east, north] }) => {
      const { latitude, longitude } = point;
      if (longitude < west || longitude > east || latitude < south || latitude > north) return [];
      return isInCut(point, geometry) ? [id] : [];
    });
};
