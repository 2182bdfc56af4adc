import { bbox, booleanPointInPolygon, pointOnFeature, polygon } from "@turf/turf";
import type { Position } from "geojson";
import type { LatLng } from "../kernel/geo";

export type Misnested = { problem: "overlappingParts" | "holeOutside"; at: LatLng };

/**
 * Rings that do not cross may still lie wrongly: a part on another part, a hole outside its part, a hole within a hole. Since nothing
 * crosses, one point of a ring that is not on the other's line says on which side all of it lies.
 */
export const findMisnested = (parts: readonly Position[][][]): Misnested | null => {
  for (const [outer = [], ...holes] of parts) {
    for (const [index, hole] of holes.entries()) {
      if (liesIn(hole, outer) === false) return { problem: "holeOutside", at: placeOf(hole[0]) };
      const other = holes
        .slice(0, index)
        .find((one) => boxesMeet(one, hole) && (liesIn(hole, one) !== false || liesIn(one, hole) === true));
      if (other !== undefined) return { problem: "holeOutside", at: placeOf(hole[0]) };
    }
  }
  for (const [index, part] of parts.entries()) {
    const other = parts.slice(0, index).find((one) => overlap(part, one));
    if (other !== undefined) return { problem: "overlappingParts", at: placeOf(part[0]?.[0]) };
  }
  return null;
};

const overlap = (a: Position[][], b: Position[][]): boolean => {
  const [outerA = [], ...holesA] = a;
  const [outerB = [], ...holesB] = b;
  if (!boxesMeet(outerA, outerB)) return false;
  // An island in a lake of the other part is where it belongs.
  if (liesIn(outerA, outerB) !== false) return !holesB.some((hole) => liesIn(outerA, hole) !== false);
  return liesIn(outerB, outerA) === true && !holesA.some((hole) => liesIn(outerB, hole) !== false);
};

/** Whether one ring lies in another that it does not cross; null when they are the same line. */
const liesIn = (ring: Position[], around: Position[]): boolean | null => {
  const area = polygon([around]);
  for (const position of ring) {
    if (booleanPointInPolygon(position, area, { ignoreBoundary: true })) return true;
    if (!booleanPointInPolygon(position, area)) return false;
  }
  // Every corner on the other's line: a point inside it decides.
  return booleanPointInPolygon(pointOnFeature(polygon([ring])), area, { ignoreBoundary: true }) ? null : false;
};

const boxesMeet = (a: Position[], b: Position[]): boolean => {
  const [westA, southA, eastA, northA] = bbox(polygon([a]));
  const [westB, southB, eastB, northB] = bbox(polygon([b]));
  return westA < eastB && westB < eastA && southA < northB && southB < northA;
};

const placeOf = (position: Position | undefined): LatLng => ({ longitude: position?.[0] ?? 0, latitude: position?.[1] ?? 0 });
