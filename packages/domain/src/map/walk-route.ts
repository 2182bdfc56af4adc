import { indexBarriers } from "./auto-cut/barrier-index";
import type { CutBarrier } from "./auto-cut/cut-site";
import { layOnGround } from "./auto-cut/ground";
import { distanceM, type LatLng } from "../kernel/geo";
import { shortenWalk } from "./shorten-walk";

/** A door to walk to; where its street and number are known, the way keeps to one side of the street. */
export type WalkStop = LatLng & { streetKey?: string | null; civicNumber?: number | null };

/** Doors in walking order, the length of the way between them, and how often it crosses a street, water or rails. */
export type WalkRoute<T> = { stops: T[]; distanceM: number; crossings: number };

/** Crossing costs as much as this way: nobody changes sides for each door, and everybody does at the end of the street. */
const crossingCostM = 40;
/** Going to another street breaks off a side that is half done. */
const cornerCostM = 15;
/** A river is walked around, or done last. */
const barrierCostM = 600;

/**
 * Orders stops for people: up one side of a street and down the other, whole buildings at once, from `start` (where I stand; else
 * the best end to begin at). Metres count, and beside them crossings and barriers as if they were metres. Without a network and
 * without a clock, so a phone plans again at any door.
 */
export const planWalkRoute = <T extends WalkStop>(
  stops: readonly T[],
  start: LatLng | null = null,
  barriers: readonly CutBarrier[] = [],
): WalkRoute<T> => {
  const buildings = gather(stops);
  const points: LatLng[] = start === null ? buildings.map(first) : [start, ...buildings.map(first)];
  const ground = layOnGround(points);
  const crosses = indexBarriers(barriers, ground);
  const from = start === null ? 0 : 1;
  const meetsBarrier = (a: number, b: number): boolean =>
    barriers.length > 0 && crosses([ground.x[a] ?? 0, ground.y[a] ?? 0], [ground.x[b] ?? 0, ground.y[b] ?? 0]);
  const cost = (a: number, b: number): number => {
    const metres = Math.hypot((ground.x[a] ?? 0) - (ground.x[b] ?? 0), (ground.y[a] ?? 0) - (ground.y[b] ?? 0));
    return metres + turnCost(buildings[a - from]?.[0], buildings[b - from]?.[0]) + (meetsBarrier(a, b) ? barrierCostM : 0);
  };
  const order = shortenWalk(points.length, cost, start !== null);
  const ordered = order.flatMap((index) => buildings[index - from] ?? []);
  let crossings = 0;
  order.slice(1).forEach((there, index) => {
    const here = order[index] ?? 0;
    if (isAcross(buildings[here - from]?.[0], buildings[there - from]?.[0]) || meetsBarrier(here, there)) crossings += 1;
  });
  return { stops: ordered, distanceM: pathLengthM(start, ordered), crossings };
};

/** Stops at one place are one building. */
const gather = <T extends WalkStop>(stops: readonly T[]): [T, ...T[]][] => {
  const buildings = new Map<string, [T, ...T[]]>();
  for (const stop of stops) {
    const key = `${stop.latitude} ${stop.longitude}`;
    const building = buildings.get(key);
    if (building === undefined) buildings.set(key, [stop]);
    else building.push(stop);
  }
  return [...buildings.values()];
};

const first = <T>([stop]: [T, ...T[]]): T => stop;

const isOnOneStreet = (a: WalkStop, b: WalkStop): boolean =>
  typeof a.streetKey === "string" && a.streetKey !== "" && a.streetKey === b.streetKey;

/** Even numbers on one side, odd ones on the other: so it is in nearly every Canadian street. */
const isAcross = (a: WalkStop | undefined, b: WalkStop | undefined): boolean =>
  a !== undefined && b !== undefined && isOnOneStreet(a, b) && typeof a.civicNumber === "number" && typeof b.civicNumber === "number" && (a.civicNumber - b.civicNumber) % 2 !== 0; // prettier-ignore

const turnCost = (a: WalkStop | undefined, b: WalkStop | undefined): number => {
  if (a === undefined || b === undefined) return 0;
  if (isAcross(a, b)) return crossingCostM;
  return isOnOneStreet(a, b) || !a.streetKey || !b.streetKey ? 0 : cornerCostM;
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
