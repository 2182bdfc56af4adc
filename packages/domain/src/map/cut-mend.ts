import { area, multiPolygon, polygon, union } from "@turf/turf";
import type { MultiPolygon, Polygon, Position } from "geojson";
import { type CutGeometry, type GeometryProblem, partsOf, readCutGeometry, withoutSlivers } from "./cut-geometry";

/** What mending did, so that a person can see whether it is what they meant. */
export type MendReport = {
  closedRings: number;
  droppedRings: number;
  partsBefore: number;
  partsAfter: number;
  areaBefore: number;
  areaAfter: number;
};
export type MendResult = { geometry: CutGeometry; mended: MendReport } | GeometryProblem;

/**
 * Mends what can be mended without guessing: open rings are closed, rings without three corners are left out, crossings are cut apart by
 * the even-odd rule (polygon clipping after Martinez, Rueda and Feito), overlapping parts become one, slivers go. What is no area at all, or
 * reaches the date line, is refused as before.
 */
export const mendCutGeometry = (geometry: Polygon | MultiPolygon): MendResult => {
  const read = readCutGeometry(geometry);
  if ("problem" in read && !mendable.has(read.problem)) return read;
  const given = partsOf(geometry);
  const closedRings = given.flat().filter((ring) => isOpen(ring)).length;
  const closed = given.map((rings) => rings.map(closeRing).filter(isRing)).filter((rings) => rings.length > 0);
  const clean = closed.length === 0 ? null : cleaned(closed);
  const parts = clean === null ? [] : withoutSlivers(partsOf(clean));
  const again = readCutGeometry({ type: "MultiPolygon", coordinates: parts });
  if ("problem" in again) return parts.length === 0 ? { problem: "noArea", at: "problem" in read ? read.at : null } : again;
  return {
    geometry: again.geometry,
    mended: {
      closedRings,
      droppedRings: given.flat().length - closed.flat().length,
      partsBefore: given.length,
      partsAfter: partsOf(again.geometry).length,
      areaBefore: Math.round(area(multiPolygon(closed))),
      areaAfter: Math.round(area(again.geometry)),
    },
  };
};

const mendable: ReadonlySet<string> = new Set(["openRing", "tooFewPoints", "crossing", "overlappingParts", "holeOutside"]);

const isOpen = (ring: readonly Position[]): boolean => ring.length > 2 && !samePlace(ring[0], ring.at(-1));
const samePlace = (a: Position | undefined, b: Position | undefined): boolean => a?.[0] === b?.[0] && a?.[1] === b?.[1];

const closeRing = (ring: Position[]): Position[] => {
  const flat = ring.map(([x = 0, y = 0]): Position => [x, y]).filter((position, index, all) => !samePlace(position, all[index - 1]));
  const [first] = flat;
  return first !== undefined && !samePlace(first, flat.at(-1)) ? [...flat, first] : flat;
};

const isRing = (ring: readonly Position[]): boolean => ring.length >= 4;

const cleaned = (parts: Position[][][]): CutGeometry | null => {
  const shapes = parts.map((rings) => polygon(rings));
  const [first] = shapes;
  // The library wants two: a shape with itself is the shape, cleaned.
  const united = first === undefined ? null : union({ type: "FeatureCollection", features: [...shapes, first] });
  return united?.geometry ?? null;
};
