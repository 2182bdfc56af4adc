import { dice } from "./dice";
import { at } from "./ground";
import type { PlaceGraph } from "./merge-places";
import { evenOut } from "./even-out";
import { smoothBorders } from "./smooth-borders";
import { halve } from "./tree-split";

/** How many turfs so much becomes, so that each is nearest to the target. */
export const turfsFor = (weight: number, target: number): number => {
  const few = Math.max(1, Math.floor(weight / target));
  const offOf = (turfs: number): number => Math.abs(weight / turfs / target - 1);
  return offOf(few + 1) < offOf(few) ? few + 1 : few;
};

/**
 * Parts a graph of places into turfs that each hang together and weigh about the target: the turf of each place. In steps that say which
 * share is done, because a large area takes seconds and whoever runs it has others to serve.
 */
export function* partition(graph: PlaceGraph, target: number): Generator<number, Int32Array> {
  const turfOf = new Int32Array(graph.size).fill(-1);
  const turfs: number[][] = [];
  const roll = dice(20_261_122);
  const regions = regionsOf(graph);
  let done = 0;
  for (const region of regions) {
    const weight = region.reduce((sum, place) => sum + at(graph.weight, place), 0);
    const first = turfs.length;
    for (const halved of split({ graph, roll, turfs }, region, turfsFor(weight, target))) yield (done + halved * 0.8) / graph.size;
    if (turfs.length - first > 1) evenOut({ graph, roll, turfs, first, target });
    done += region.length;
    yield done / graph.size;
  }
  turfs.forEach((turf, index) => turf.forEach((place) => (turfOf[place] = index)));
  smoothBorders(graph, turfOf, target);
  return turfOf;
}

type Work = { graph: PlaceGraph; roll: () => number; turfs: number[][] };

/** Gives how many places have found their turf. */
function* split(work: Work, region: number[], turfs: number): Generator<number> {
  let found = 0;
  const waiting = [{ region, turfs }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const size = next.region.length;
    const tries = size > 4_000 ? 3 : size > 600 ? 5 : 10;
    const halves = next.turfs < 2 || size < 2 ? null : halve(work.graph, next.region, { turfs: next.turfs, tries, roll: work.roll });
    if (halves === null) {
      work.turfs.push(next.region);
      found += size;
    } else {
      waiting.push({ region: halves.two, turfs: next.turfs - halves.turfsOfOne }, { region: halves.one, turfs: halves.turfsOfOne });
    }
    yield found;
  }
}

/** What hangs together, in the order of the places. */
export const regionsOf = (graph: PlaceGraph): number[][] => {
  const seen = new Uint8Array(graph.size);
  const regions: number[][] = [];
  for (let start = 0; start < graph.size; start += 1) {
    if (seen[start] === 1) continue;
    seen[start] = 1;
    const region = [start];
    for (let done = 0; done < region.length; done += 1) {
      const here = at(region, done);
      for (const edge of graph.near[here] ?? []) {
        const there = at(graph.from, edge) === here ? at(graph.to, edge) : at(graph.from, edge);
        if (seen[there] === 1) continue;
        seen[there] = 1;
        region.push(there);
      }
    }
    regions.push(region.sort((a, b) => a - b));
  }
  return regions;
};
