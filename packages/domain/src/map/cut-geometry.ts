import { area, bbox, booleanPointInPolygon, polygon as polygonOf, rewind } from "@turf/turf";
import type { MultiPolygon, Polygon, Position } from "geojson";
import type { Bounds, LatLng } from "../kernel/geo";
import { findCrossing } from "./ring-crossing";
import { findMisnested } from "./ring-nesting";

export type CutGeometry = Polygon | MultiPolygon;

export const geometryProblems = [
  "notPolygon", "badPosition", "dateLine", "openRing", "tooFewPoints", "crossing", "overlappingParts", "holeOutside", "noArea", "tooLarge",
] as const; // prettier-ignore

/** Why a boundary is refused; `at` names the place where one can be named. */
export type GeometryProblem = {
  problem: (typeof geometryProblems)[number];
  at: LatLng | null;
};

export const maxCutPositions = 200_000;

/** Parts and holes smaller than this are slips of the pen: nobody lives on them, and they are left out where something larger remains. */
export const sliverM2 = 1;

/**
 * Reads a Polygon or MultiPolygon of either ring order, alone or in a Feature, and gives it back as RFC 7946 wants it: outer rings
 * counter-clockwise, holes clockwise, heights, repeated points and slivers dropped. Open, self-crossing and empty rings are refused, parts that
 * lie on one another, holes outside their part, and whatever reaches the date line or the poles, where the map ends.
 */
export const readCutGeometry = (value: unknown): { geometry: CutGeometry } | GeometryProblem => {
  const geometry = unwrap(value);
  if (geometry === null) return { problem: "notPolygon", at: null };
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const problem = polygonsProblem(polygons);
  if (problem !== null) return problem;
  const flat = (polygons as Position[][][]).map((rings) => rings.map((ring) => dropRepeats(ring.map(([x = 0, y = 0]) => [x, y]))));
  const tooFew = flat.flat().find((ring) => ring.length < 4);
  if (tooFew !== undefined) return { problem: "tooFewPoints", at: placeOf(tooFew[0]) };
  const crossing = findCrossing(flat.flat());
  if (crossing !== null) return { problem: "crossing", at: crossing };
  const kept = withoutSlivers(flat);
  if (kept.length === 0) return { problem: "noArea", at: placeOf(flat[0]?.[0]?.[0]) };
  const misnested = findMisnested(kept);
  if (misnested !== null) return misnested;
  return { geometry: rewind(geometryOf(kept), { reverse: false }) as CutGeometry };
};

/** One part is a Polygon, several are a MultiPolygon. */
export const geometryOf = (parts: readonly Position[][][]): CutGeometry => {
  const [first] = parts;
  return parts.length === 1 && first !== undefined
    ? { type: "Polygon", coordinates: first }
    : { type: "MultiPolygon", coordinates: [...parts] };
};

export const partsOf = (geometry: CutGeometry): Position[][][] =>
  geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;

/** How much ground a boundary encloses, in square metres. */
export const areaOf = (geometry: CutGeometry): number => area(geometry);

export const withoutSlivers = (parts: readonly Position[][][]): Position[][][] =>
  parts.flatMap(([outer, ...holes]) => {
    if (outer === undefined || area(polygonOf([outer])) < sliverM2) return [];
    return [[outer, ...holes.filter((hole) => area(polygonOf([hole])) >= sliverM2)]];
  });

export const boundsOf = (geometry: CutGeometry): Bounds => {
  const [west, south, east, north] = bbox(geometry);
  return [west, south, east, north];
};

/** Exact test in degrees; a point on the border is inside, holes are not. */
export const isInCut = (point: LatLng, geometry: CutGeometry): boolean =>
  booleanPointInPolygon([point.longitude, point.latitude], geometry);

const unwrap = (value: unknown): { type: "Polygon"; coordinates: unknown[] } | { type: "MultiPolygon"; coordinates: unknown[] } | null => {
  if (typeof value !== "object" || value === null) return null;
  if ("type" in value && value.type === "Feature" && "geometry" in value) return unwrap(value.geometry);
  if (!("type" in value) || !("coordinates" in value) || !Array.isArray(value.coordinates)) return null;
  if (value.type === "Polygon") return { type: "Polygon", coordinates: value.coordinates };
  return value.type === "MultiPolygon" ? { type: "MultiPolygon", coordinates: value.coordinates } : null;
};

const polygonsProblem = (polygons: unknown[]): GeometryProblem | null => {
  if (polygons.length === 0) return { problem: "notPolygon", at: null };
  let positions = 0;
  for (const rings of polygons) {
    if (!Array.isArray(rings) || rings.length === 0) return { problem: "notPolygon", at: null };
    for (const ring of rings as unknown[]) {
      const problem = ringProblem(ring);
      if (problem !== null) return problem;
      positions += (ring as unknown[]).length;
      if (positions > maxCutPositions) return { problem: "tooLarge", at: null };
    }
  }
  return null;
};

const ringProblem = (ring: unknown): GeometryProblem | null => {
  if (!Array.isArray(ring)) return { problem: "notPolygon", at: null };
  const bad = ring.find((position) => !isPosition(position)) as unknown;
  if (bad !== undefined) return { problem: "badPosition", at: null };
  const positions = ring as Position[];
  const far = reachesDateLine(positions);
  if (far !== undefined) return { problem: "dateLine", at: placeOf(far) };
  if (positions.length < 4) return { problem: "tooFewPoints", at: placeOf(positions[0]) };
  const first = positions[0];
  const last = positions.at(-1);
  return first?.[0] === last?.[0] && first?.[1] === last?.[1] ? null : { problem: "openRing", at: placeOf(last) };
};

const isPosition = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length >= 2 &&
  value.slice(0, 2).every((part) => typeof part === "number" && Number.isFinite(part)) &&
  // Some files go on counting beyond the date line instead of beginning again at the other side.
  Math.abs(value[0] as number) <= 540 &&
  Math.abs(value[1] as number) <= 90;

/** The Mercator map ends here; what reaches farther, or spans half the world, has an inside nobody can tell from its outside. */
const mapEnd = { longitude: 180, latitude: 85 };

const reachesDateLine = (ring: readonly Position[]): Position | undefined => {
  const far = ring.find(([x = 0, y = 0]) => Math.abs(x) >= mapEnd.longitude || Math.abs(y) > mapEnd.latitude);
  if (far !== undefined) return far;
  let [west, east] = [ring[0], ring[0]];
  for (const position of ring) {
    if ((position[0] ?? 0) < (west?.[0] ?? 0)) west = position;
    if ((position[0] ?? 0) > (east?.[0] ?? 0)) east = position;
  }
  return (east?.[0] ?? 0) - (west?.[0] ?? 0) > 180 ? east : undefined;
};

const placeOf = (position: Position | undefined): LatLng | null =>
  position === undefined ? null : { longitude: position[0] ?? 0, latitude: position[1] ?? 0 };

const dropRepeats = (ring: Position[]): Position[] =>
  ring.filter((position, index) => index === 0 || position[0] !== ring[index - 1]?.[0] || position[1] !== ring[index - 1]?.[1]);
