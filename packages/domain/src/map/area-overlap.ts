import Flatbush from "flatbush";
import type { Position } from "geojson";
import { holdsPoint } from "./boundary-index";
import { areaOf, boundsOf, type CutGeometry } from "./cut-geometry";

type Area = { id: string; geometry: CutGeometry };
export type AreaOverlap = { id: string; name: string; share: number };

// Places tried in the frame of an area, along one side.
const side = 20;
/** Neighbours share their border, and borders drawn twice never meet exactly: less than this is no overlap. */
const leastShare = 0.03;

/**
 * Finds which of some areas share ground with another, and how much of the smaller one that is. The share is told by a grid of places inside the
 * smaller one: cutting polygons out of one another exactly takes a hundred times as long, and nobody reads a share to the per cent.
 */
export const indexOverlaps = (areas: readonly (Area & { name: string })[]): ((area: Area) => AreaOverlap[]) => {
  if (areas.length === 0) return () => [];
  const known = areas.map((area) => ({ ...area, ...measured(area.geometry) }));
  const tree = new Flatbush(known.length);
  for (const { bounds } of known) tree.add(...bounds);
  tree.finish();
  return ({ id, geometry }) => {
    const mine = known.find((one) => one.id === id && one.geometry === geometry) ?? { geometry, ...measured(geometry) };
    return tree
      .search(...mine.bounds)
      .flatMap((index) => {
        const other = known[index];
        if (other === undefined || other.id === id) return [];
        const [smaller, larger] = mine.ground <= other.ground ? [mine, other] : [other, mine];
        const places = smaller.places();
        const shared = places.filter(([longitude = 0, latitude = 0]) => holdsPoint(larger.geometry, { longitude, latitude })).length;
        const share = places.length === 0 ? 0 : shared / places.length;
        return share < leastShare ? [] : [{ id: other.id, name: other.name, share }];
      })
      .sort((a, b) => b.share - a.share);
  };
};

const measured = (geometry: CutGeometry) => {
  let places: Position[] | null = null;
  return {
    bounds: boundsOf(geometry),
    ground: areaOf(geometry),
    places: (): Position[] => (places ??= placesIn(geometry)),
  };
};

const placesIn = (geometry: CutGeometry): Position[] => {
  const [west, south, east, north] = boundsOf(geometry);
  return Array.from({ length: side * side }, (_, n): Position => {
    // Every other row is shifted, so that no street grid lines up with it.
    const [row, column] = [Math.floor(n / side), n % side];
    const shift = row % 2 === 0 ? 0.27 : 0.77;
    return [west + ((east - west) * (column + shift)) / side, south + ((north - south) * (row + 0.41)) / side];
  }).filter(([longitude = 0, latitude = 0]) => holdsPoint(geometry, { longitude, latitude }));
};
