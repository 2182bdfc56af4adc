import type { LatLng } from "../../kernel/geo";

/** Metres east and north of a middle: over a town the plane is exact to a few centimetres, and much faster than the sphere. */
export type Ground = {
  x: Float64Array;
  y: Float64Array;
  toGround: (position: readonly number[]) => [number, number];
  toPosition: (x: number, y: number) => [number, number];
};

const metresPerDegree = 111_195;

export const layOnGround = (points: readonly LatLng[]): Ground => {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { latitude, longitude } of points) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  const middle = points.length === 0 ? { x: 0, y: 0 } : { x: (west + east) / 2, y: (south + north) / 2 };
  const shrink = Math.cos((middle.y * Math.PI) / 180);
  const toGround = ([longitude = 0, latitude = 0]: readonly number[]): [number, number] => [
    (longitude - middle.x) * metresPerDegree * shrink,
    (latitude - middle.y) * metresPerDegree,
  ];
  const placed = points.map(({ latitude, longitude }) => toGround([longitude, latitude]));
  return {
    x: Float64Array.from(placed, ([x]) => x),
    y: Float64Array.from(placed, ([, y]) => y),
    toGround,
    // A centimetre; more digits only make rows longer.
    toPosition: (x, y) => [round(x / metresPerDegree / shrink + middle.x), round(y / metresPerDegree + middle.y)],
  };
};

const round = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

/** An element of a list of numbers whose index is known to be there. */
export const at = (numbers: ArrayLike<number>, index: number): number => numbers[index] ?? 0;
