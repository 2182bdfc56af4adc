import { cutTolerance } from "./cut-site";
import { at } from "./ground";
import type { PlaceGraph } from "./merge-places";
import { halve } from "./tree-split";

type Work = { graph: PlaceGraph; roll: () => number; turfs: number[][]; first: number; target: number };

const rounds = 4;
const tries = 24;

/**
 * Turfs that came out too large or too small (a tower, a dead end) are put together with a neighbour and halved anew; the better half
 * stays. A few rounds, because what one turf gives away its neighbour may give on.
 */
export const evenOut = (work: Work): void => {
  for (let round = 0; round < rounds; round += 1) {
    let changed = false;
    for (let index = work.first; index < work.turfs.length; index += 1) {
      if (offOf(work, index) > cutTolerance * 0.9 && mend(work, index)) changed = true;
    }
    if (!changed) return;
  }
};

const weightOf = ({ graph, turfs }: Work, index: number): number =>
  (turfs[index] ?? []).reduce((sum, place) => sum + at(graph.weight, place), 0);

const offOf = (work: Work, index: number): number => Math.abs(weightOf(work, index) / work.target - 1);

const painOf = (off: number): number => off ** 2 + (off > cutTolerance ? 1 : 0);

const mend = (work: Work, index: number): boolean => {
  const turfOf = new Map<number, number>();
  for (let turf = work.first; turf < work.turfs.length; turf += 1) work.turfs[turf]?.forEach((place) => turfOf.set(place, turf));
  for (const other of neighboursOf(work, index, turfOf)) {
    const both = [...(work.turfs[index] ?? []), ...(work.turfs[other] ?? [])].sort((a, b) => a - b);
    const halves = halve(work.graph, both, { turfs: 2, tries, roll: work.roll });
    if (halves === null) continue;
    const before = painOf(offOf(work, index)) + painOf(offOf(work, other));
    const sum = (places: readonly number[]): number => places.reduce((total, place) => total + at(work.graph.weight, place), 0);
    const after = painOf(Math.abs(sum(halves.one) / work.target - 1)) + painOf(Math.abs(sum(halves.two) / work.target - 1));
    if (after >= before - 1e-6) continue;
    work.turfs[index] = halves.one;
    work.turfs[other] = halves.two;
    return true;
  }
  return false;
};

/** Those that can balance it first: a light one beside a heavy one. */
const neighboursOf = (work: Work, index: number, turfOf: ReadonlyMap<number, number>): number[] => {
  const found = new Set<number>();
  for (const place of work.turfs[index] ?? [])
    for (const edge of work.graph.near[place] ?? []) {
      const other = turfOf.get(at(work.graph.from, edge) === place ? at(work.graph.to, edge) : at(work.graph.from, edge));
      if (other !== undefined && other !== index) found.add(other);
    }
  const own = weightOf(work, index);
  const gain = (other: number): number => Math.abs((own + weightOf(work, other)) / 2 - work.target);
  return [...found].sort((a, b) => gain(a) - gain(b) || a - b);
};
