import type { LatLng } from "../kernel/geo";
import { coverCut } from "./cut-cover";
import { boundsOf, type CutGeometry, isInCut } from "./cut-geometry";
import { type CellRange, mapCellOf } from "./map-cell";

/** From here on covering an area with cells costs less than walking along its border for every point. */
const testsBeforeCover = 200;

/** Which of these areas hold a point; their bounds are looked at before their borders, and after many points their cells. */
export const cutFinder = (cuts: readonly { id: string; geometry: CutGeometry }[]): ((point: LatLng) => string[]) => {
  const boxed = cuts.map(({ id, geometry }) => ({ id, bounds: boundsOf(geometry), holds: areaTest(geometry) }));
  return (point) => {
    const { latitude, longitude } = point;
    const found: string[] = [];
    for (const { id, bounds, holds } of boxed) {
      const [west, south, east, north] = bounds;
      if (longitude >= west && longitude <= east && latitude >= south && latitude <= north && holds(point)) found.push(id);
    }
    return found;
  };
};

const areaTest = (geometry: CutGeometry): ((point: LatLng) => boolean) => {
  let tests = 0;
  let cover: { inside: CellRange[]; border: CellRange[] } | null = null;
  return (point) => {
    tests += 1;
    if (tests < testsBeforeCover) return isInCut(point, geometry);
    cover ??= coverCut(geometry);
    const cell = mapCellOf(point);
    if (isAmong(cover.inside, cell)) return true;
    return isAmong(cover.border, cell) && isInCut(point, geometry);
  };
};

/** Ranges are sorted and apart. */
const isAmong = (ranges: readonly CellRange[], cell: bigint): boolean => {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range === undefined) return false;
    if (cell < range.from) high = middle - 1;
    else if (cell > range.to) low = middle + 1;
    else return true;
  }
  return false;
};
