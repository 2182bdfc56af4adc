import { cutTolerance } from "./cut-site";
import { at } from "./ground";
import type { PlaceGraph } from "./merge-places";

const passes = 3;

/**
 * Moves single places at a border to the turf they have more in common with (their street, their neighbours), as long as both turfs
 * stay in balance and hang together. Changes `turfOf`.
 */
export const smoothBorders = (graph: PlaceGraph, turfOf: Int32Array, target: number): void => {
  const weight = new Float64Array(turfOf.reduce((most, turf) => Math.max(most, turf + 1), 0));
  turfOf.forEach((turf, place) => (weight[turf] = at(weight, turf) + at(graph.weight, place)));
  const room = target * cutTolerance * 0.8;
  for (let pass = 0; pass < passes; pass += 1) {
    let moved = 0;
    for (let place = 0; place < graph.size; place += 1) {
      const own = at(turfOf, place);
      const better = betterTurf(graph, turfOf, place);
      if (better === null) continue;
      const size = at(graph.weight, place);
      const isBalanced = at(weight, own) - size >= target - room && at(weight, better) + size <= target + room;
      if (!isBalanced || !hangsTogetherWithout(graph, turfOf, place)) continue;
      turfOf[place] = better;
      weight[own] = at(weight, own) - size;
      weight[better] = at(weight, better) + size;
      moved += 1;
    }
    if (moved === 0) return;
  }
};

/** The neighbouring turf that holds this place more strongly than its own; null when there is none. */
const betterTurf = (graph: PlaceGraph, turfOf: Int32Array, place: number): number | null => {
  const own = at(turfOf, place);
  const pull = new Map<number, number>();
  for (const edge of graph.near[place] ?? []) {
    const turf = at(turfOf, at(graph.from, edge) === place ? at(graph.to, edge) : at(graph.from, edge));
    pull.set(turf, (pull.get(turf) ?? 0) + at(graph.bond, edge));
  }
  let best: number | null = null;
  for (const [turf, bond] of pull) if (turf !== own && bond > (pull.get(best ?? own) ?? 0)) best = turf;
  return best;
};

/** Whether the rest of its turf still hangs together when this place leaves. */
const hangsTogetherWithout = (graph: PlaceGraph, turfOf: Int32Array, place: number): boolean => {
  const own = at(turfOf, place);
  const others = (here: number): number[] =>
    (graph.near[here] ?? [])
      .map((edge) => (at(graph.from, edge) === here ? at(graph.to, edge) : at(graph.from, edge)))
      .filter((there) => there !== place && at(turfOf, there) === own);
  const wanted = new Set(others(place));
  const [start] = wanted;
  if (start === undefined) return false;
  const seen = new Set([start]);
  const waiting = [start];
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    wanted.delete(here);
    if (wanted.size === 0) return true;
    for (const there of others(here)) {
      if (seen.has(there)) continue;
      seen.add(there);
      waiting.push(there);
    }
  }
  return false;
};
