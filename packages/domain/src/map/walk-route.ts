import { distanceM, type LatLng } from "../kernel/geo";

/** Doors in walking order and the length of the way between them. */
export type WalkRoute<T> = { stops: T[]; distanceM: number };

/**
 * Orders stops for walking: nearest neighbour from `start` (or from the first stop), then 2-opt until no swap shortens the open path,
 * within a fixed number of passes so that a phone can run it. Great-circle distances; streets and barriers are not known here.
 */
export const planWalkRoute = <T extends LatLng>(stops: readonly T[], start: LatLng | null = null): WalkRoute<T> => {
  if (stops.length === 0) return { stops: [], distanceM: 0 };
  const origin = start ?? stops[0] ?? { latitude: 0, longitude: 0 };
  const points = projectAround(origin, stops);
  const order = twoOpt(points, nearestNeighbour(points));
  const ordered = order.flatMap((index) => stops[index] ?? []);
  return { stops: ordered, distanceM: pathLengthM(start, ordered) };
};

const pathLengthM = (start: LatLng | null, stops: readonly LatLng[]): number => {
  let total = 0;
  let previous = start;
  for (const stop of stops) {
    if (previous !== null) total += distanceM(previous, stop);
    previous = stop;
  }
  return total;
};

/** Metres east and north of the origin: plane distances are exact to centimetres over a turf and much faster. */
type Points = { x: Float64Array; y: Float64Array };

const projectAround = (origin: LatLng, stops: readonly LatLng[]): Points => {
  const metresPerDegree = 111_195;
  const shrink = Math.cos((origin.latitude * Math.PI) / 180);
  return {
    x: Float64Array.from(stops, (stop) => (stop.longitude - origin.longitude) * metresPerDegree * shrink),
    y: Float64Array.from(stops, (stop) => (stop.latitude - origin.latitude) * metresPerDegree),
  };
};

const at = (numbers: Float64Array | readonly number[], index: number): number => numbers[index] ?? 0;

const gap = (points: Points, a: number, b: number): number =>
  Math.hypot(at(points.x, a) - at(points.x, b), at(points.y, a) - at(points.y, b));

/** The origin is (0, 0) by construction. */
const fromOrigin = (points: Points, index: number): number => Math.hypot(at(points.x, index), at(points.y, index));

const nearestNeighbour = (points: Points): number[] => {
  const left = Array.from({ length: points.x.length }, (_, index) => index);
  const order: number[] = [];
  while (left.length > 0) {
    const last = order.at(-1);
    let best = 0;
    let bestGap = Infinity;
    left.forEach((candidate, place) => {
      const distance = last === undefined ? fromOrigin(points, candidate) : gap(points, last, candidate);
      if (distance < bestGap) [best, bestGap] = [place, distance];
    });
    order.push(...left.splice(best, 1));
  }
  return order;
};

const mostPasses = 30;
/** Beyond this the square cost of 2-opt is felt on a phone; nearest neighbour stands. */
const mostStops = 1_500;

const twoOpt = (points: Points, order: number[]): number[] => {
  if (order.length > mostStops) return order;
  for (let pass = 0; pass < mostPasses; pass += 1) {
    if (!improveOnce(points, order)) break;
  }
  return order;
};

/** One pass over all pairs of edges of the open path that starts at the origin; true when something got shorter. */
const improveOnce = (points: Points, order: number[]): boolean => {
  let improved = false;
  const before = (index: number, stop: number): number =>
    index === 0 ? fromOrigin(points, stop) : gap(points, at(order, index - 1), stop);
  for (let from = 0; from < order.length - 1; from += 1) {
    for (let to = from + 1; to < order.length; to += 1) {
      const isEnd = to === order.length - 1;
      const now = before(from, at(order, from)) + (isEnd ? 0 : gap(points, at(order, to), at(order, to + 1)));
      const then = before(from, at(order, to)) + (isEnd ? 0 : gap(points, at(order, from), at(order, to + 1)));
      if (then < now - 1e-9) {
        reverse(order, from, to);
        improved = true;
      }
    }
  }
  return improved;
};

const reverse = (order: number[], from: number, to: number): void => {
  for (let low = from, high = to; low < high; low += 1, high -= 1) [order[low], order[high]] = [at(order, high), at(order, low)];
};
