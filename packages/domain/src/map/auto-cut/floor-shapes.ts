import type { CutGeometry } from "../cut-geometry";
import { at, type Ground } from "./ground";

const widestM = 25;
const stepsAround = 24;

/** Slices around a building, one for each turf of its floors; they stay clear of the neighbours and of the building's own point. */
export const floorShapes = (ground: Ground, place: number, turfs: readonly number[]): [number, CutGeometry][] => {
  const [x, y] = [at(ground.x, place), at(ground.y, place)];
  let nearest = Infinity;
  ground.x.forEach((other, index) => {
    if (index !== place) nearest = Math.min(nearest, Math.hypot(other - x, at(ground.y, index) - y));
  });
  // Half of the way to the neighbour is the neighbour's.
  const outer = Math.min(widestM, nearest * 0.49);
  const position = (radius: number, share: number): [number, number] => {
    const angle = share * 2 * Math.PI;
    return ground.toPosition(x + Math.sin(angle) * radius, y + Math.cos(angle) * radius);
  };
  return turfs.map((turf, index) => {
    const [from, to] = [index / turfs.length, (index + 0.98) / turfs.length];
    const steps = Math.max(2, Math.ceil(stepsAround / turfs.length));
    const shares = Array.from({ length: steps + 1 }, (_, step) => from + ((to - from) * step) / steps);
    const ring = [...shares.map((share) => position(outer, share)), ...shares.toReversed().map((share) => position(outer * 0.3, share))];
    return [turf, { type: "Polygon", coordinates: [[...ring, ring[0] ?? [0, 0]]] }];
  });
};
