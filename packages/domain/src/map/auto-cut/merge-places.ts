import { findParts, type NeighbourGraph } from "./neighbour-graph";
import { at } from "./ground";

/** A graph of what must stay together: each place is a building, or a polling division that fits in one turf. */
export type PlaceGraph = {
  size: number;
  weight: Float64Array;
  from: Int32Array;
  to: Int32Array;
  /** What it costs to part the two: a shared street holds them together. */
  bond: Float64Array;
  near: readonly (readonly number[])[];
  /** Which place each building is in. */
  placeOf: Int32Array;
};

type Ways = {
  graph: NeighbourGraph;
  weight: Float64Array;
  streets: readonly string[];
  polls: readonly (string | null)[] | null;
  most: number;
};

const streetBond = 4;

/** With `polls`, those no heavier than `most` become one place, and ways between parts of heavier ones and their surroundings go. */
export const mergePlaces = ({ graph, weight, streets, polls, most }: Ways): PlaceGraph => {
  const placeOf = new Int32Array(graph.size);
  const heavy = new Set<string>();
  if (polls === null) for (let index = 0; index < graph.size; index += 1) placeOf[index] = index;
  else {
    const sums = new Map<string, number>();
    polls.forEach((poll, index) => poll !== null && sums.set(poll, (sums.get(poll) ?? 0) + at(weight, index)));
    for (const [poll, sum] of sums) if (sum > most) heavy.add(poll);
    const isWhole = (a: number, b: number): boolean => polls[a] === polls[b] && typeof polls[a] === "string" && !heavy.has(polls[a] ?? "");
    placeOf.set(findParts(graph, isWhole));
  }
  const heavyPollOf = (index: number): string | null => {
    const poll = polls?.[index] ?? null;
    return poll !== null && heavy.has(poll) ? poll : null;
  };
  const bonds = new Map<string, { a: number; b: number; bond: number }>();
  for (let edge = 0; edge < graph.from.length; edge += 1) {
    const [here, there] = [at(graph.from, edge), at(graph.to, edge)];
    const [a, b] = [at(placeOf, here), at(placeOf, there)];
    if (a === b || heavyPollOf(here) !== heavyPollOf(there)) continue;
    const bond = streets[here] !== "" && streets[here] === streets[there] ? streetBond : 1;
    const known = bonds.get(`${Math.min(a, b)}-${Math.max(a, b)}`);
    if (known === undefined) bonds.set(`${Math.min(a, b)}-${Math.max(a, b)}`, { a, b, bond });
    else known.bond += bond;
  }
  return placesOf([...bonds.values()], { placeOf, weight });
};

const placesOf = (
  bonds: readonly { a: number; b: number; bond: number }[],
  { placeOf, weight }: { placeOf: Int32Array; weight: Float64Array },
): PlaceGraph => {
  const size = placeOf.reduce((most, place) => Math.max(most, place + 1), 0);
  const sums = new Float64Array(size);
  placeOf.forEach((place, index) => (sums[place] = at(sums, place) + at(weight, index)));
  const near: number[][] = Array.from({ length: size }, () => []);
  bonds.forEach(({ a, b }, edge) => {
    near[a]?.push(edge);
    near[b]?.push(edge);
  });
  return {
    size,
    weight: sums,
    from: Int32Array.from(bonds, ({ a }) => a),
    to: Int32Array.from(bonds, ({ b }) => b),
    bond: Float64Array.from(bonds, ({ bond }) => bond),
    near,
    placeOf,
  };
};
