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

/** Parts a graph of places into turfs that each hang together and weigh about the target: the turf of each place. */
export const partition = (graph: PlaceGraph, target: number): Int32Array => {
  const turfOf = new Int32Array(graph.size).fill(-1);
  const turfs: number[][] = [];
  const roll = dice(20_261_122);
  for (const region of regionsOf(graph)) {
    const weight = region.reduce((sum, place) => sum + at(graph.weight, place), 0);
    const first = turfs.length;
    split({ graph, roll, turfs }, region, turfsFor(weight, target));
    if (turfs.length - first > 1) evenOut({ graph, roll, turfs, first, target });
  }
  turfs.forEach((turf, index) => turf.forEach((place) => (turfOf[place] = index)));
  smoothBorders(graph, turfOf, target);
  return turfOf;
};

type Work = { graph: PlaceGraph; roll: () => number; turfs: number[][] };

const split = (work: Work, region: number[], turfs: number): void => {
  const tries = region.length > 4_000 ? 3 : region.length > 600 ? 5 : 10;
  const halves = turfs < 2 || region.length < 2 ? null : halve(work.graph, region, { turfs, tries, roll: work.roll });
  if (halves === null) {
    work.turfs.push(region);
    return;
  }
  split(work, halves.one, halves.turfsOfOne);
  split(work, halves.two, turfs - halves.turfsOfOne);
};

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
