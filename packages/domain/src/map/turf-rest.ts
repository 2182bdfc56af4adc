import type { LatLng } from "../kernel/geo";
import { planWalkRoute } from "./walk-route";

/** A building of a turf with the doors in it nobody visited yet. */
export type BuildingLeft = LatLng & { doorIds: readonly string[] };

/**
 * The doors of the farther half of what is left to walk, starting where the pair is now (null: wherever the walk begins best). Buildings
 * stay whole, so that two pairs do not meet in one stairwell, unless there is but one.
 */
export const fartherHalf = (left: readonly BuildingLeft[], from: LatLng | null): string[] => {
  const walk = planWalkRoute(left, from).stops;
  const total = walk.reduce((sum, { doorIds }) => sum + doorIds.length, 0);
  const [only] = walk;
  if (only === undefined) return [];
  if (walk.length === 1) return only.doorIds.slice(Math.ceil(total / 2));
  const kept = nearHalf(walk, total);
  return walk.slice(kept).flatMap(({ doorIds }) => doorIds);
};

/** How many buildings from the beginning hold about half of the doors; at least one on either side. */
const nearHalf = (walk: readonly BuildingLeft[], total: number): number => {
  let doors = 0;
  const place = walk.findIndex(({ doorIds }) => {
    const before = doors;
    doors += doorIds.length;
    return doors * 2 >= total && doors * 2 - total >= total - before * 2;
  });
  const reached = place === -1 ? walk.length : place;
  return Math.min(Math.max(1, reached), walk.length - 1);
};
