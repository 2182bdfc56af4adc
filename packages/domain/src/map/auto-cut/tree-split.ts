import { at } from "./ground";
import type { PlaceGraph } from "./merge-places";

/** Two halves of a region that each hang together, how many turfs each becomes, and how good that is (less is better). */
export type Halves = { one: number[]; two: number[]; turfsOfOne: number; off: number; score: number };

type Wish = { turfs: number; tries: number; roll: () => number };

/**
 * Halves a region that hangs together: trees that span it are drawn at random, and where one branch weighs what whole turfs weigh, the
 * branch is one half (ReCom: D. DeFord, M. Duchin, J. Solomon, 2019). Both halves hang together by construction. Of the cuts that weigh
 * well, the one that parts the fewest neighbours, and the fewest of one street, is kept.
 */
export const halve = (graph: PlaceGraph, region: readonly number[], { turfs, tries, roll }: Wish): Halves | null => {
  const order = new Map(region.map((place, index) => [place, index]));
  const edges = edgesWithin(graph, region, order);
  const total = region.reduce((sum, place) => sum + at(graph.weight, place), 0);
  let best: Halves | null = null;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const tree = spanningTree(region.length, edges, roll);
    for (const cut of goodCuts(tree, { region, graph, total, turfs })) {
      const parted = partedBonds(cut.isOne, edges);
      const score = Math.max(0, cut.off - slackOf(turfs)) * 1_000 + parted;
      if (best !== null && score >= best.score) continue;
      const one = region.filter((_, index) => cut.isOne[index] === 1);
      best = { one, two: region.filter((_, index) => cut.isOne[index] !== 1), turfsOfOne: cut.turfsOfOne, off: cut.off, score };
    }
  }
  return best;
};

/** How far the average of a half may be off: what is lost high up is missing from every turf below. */
const slackOf = (turfs: number): number => (turfs > 8 ? 0.015 : turfs > 3 ? 0.04 : 0.08);

type Edges = { a: Int32Array; b: Int32Array; bond: Float64Array };

const edgesWithin = (graph: PlaceGraph, region: readonly number[], order: ReadonlyMap<number, number>): Edges => {
  const [a, b, bond]: [number[], number[], number[]] = [[], [], []];
  region.forEach((place, index) => {
    for (const edge of graph.near[place] ?? []) {
      const other = order.get(at(graph.from, edge) === place ? at(graph.to, edge) : at(graph.from, edge));
      if (other === undefined || other < index) continue;
      a.push(index);
      b.push(other);
      bond.push(at(graph.bond, edge));
    }
  });
  return { a: Int32Array.from(a), b: Int32Array.from(b), bond: Float64Array.from(bond) };
};

/** Places in the order the tree was walked, each with its parent. */
type Tree = { walked: Int32Array; parent: Int32Array };

/** Kruskal over random weights; those of one street join first, so that branches are streets. */
const spanningTree = (size: number, { a, b, bond }: Edges, roll: () => number): Tree => {
  const keys = Float64Array.from(bond, (value) => roll() / value);
  const sorted = Uint32Array.from(keys.keys()).sort((first, second) => at(keys, first) - at(keys, second));
  const root = Int32Array.from({ length: size }, (_, index) => index);
  const find = (index: number): number => {
    let here = index;
    while (at(root, here) !== here) {
      root[here] = at(root, at(root, here));
      here = at(root, here);
    }
    return here;
  };
  const branches: number[][] = Array.from({ length: size }, () => []);
  for (const edge of sorted) {
    const [left, right] = [find(at(a, edge)), find(at(b, edge))];
    if (left === right) continue;
    root[left] = right;
    branches[at(a, edge)]?.push(at(b, edge));
    branches[at(b, edge)]?.push(at(a, edge));
  }
  const parent = new Int32Array(size).fill(-1);
  const walked = new Int32Array(size);
  let [reached, done] = [1, 0];
  for (; done < reached; done += 1) {
    const here = at(walked, done);
    for (const there of branches[here] ?? []) {
      if (there === at(parent, here)) continue;
      parent[there] = here;
      walked[reached] = there;
      reached += 1;
    }
  }
  return { walked, parent };
};

type Cut = { isOne: Uint8Array; turfsOfOne: number; off: number };
type Region = { region: readonly number[]; graph: PlaceGraph; total: number; turfs: number };

const looked = 3;

/** The best balanced branches of a tree, those near the middle first where the region becomes many turfs. */
const goodCuts = ({ walked, parent }: Tree, { region, graph, total, turfs }: Region): Cut[] => {
  const branch = Float64Array.from(region, (place) => at(graph.weight, place));
  for (let step = walked.length - 1; step > 0; step -= 1) {
    const here = at(walked, step);
    const above = at(parent, here);
    branch[above] = at(branch, above) + at(branch, here);
  }
  const mean = total / turfs;
  const found: { top: number; turfsOfOne: number; off: number; rank: number }[] = [];
  for (let step = 1; step < walked.length; step += 1) {
    const top = at(walked, step);
    const weight = at(branch, top);
    const turfsOfOne = Math.min(turfs - 1, Math.max(1, Math.round(weight / mean)));
    const off = Math.max(Math.abs(weight / turfsOfOne - mean), Math.abs((total - weight) / (turfs - turfsOfOne) - mean)) / mean;
    // Slivers off a large region make long thin remains; halves stay round.
    const lean = turfs <= 3 ? 0 : Math.max(0, 0.3 - Math.min(turfsOfOne, turfs - turfsOfOne) / turfs);
    const rank = Math.max(0, off - slackOf(turfs)) + lean;
    if (found.length === looked && rank >= (found.at(-1)?.rank ?? 0)) continue;
    found.push({ top, turfsOfOne, off, rank });
    found.sort((one, two) => one.rank - two.rank || one.off - two.off);
    if (found.length > looked) found.pop();
  }
  return found.map(({ top, turfsOfOne, off, rank }) => ({ isOne: below(top, { walked, parent }), turfsOfOne, off: Math.max(off, rank) }));
};

const below = (top: number, { walked, parent }: Tree): Uint8Array => {
  const isOne = new Uint8Array(walked.length);
  isOne[top] = 1;
  for (const here of walked) if (at(parent, here) !== -1 && isOne[at(parent, here)] === 1) isOne[here] = 1;
  return isOne;
};

const partedBonds = (isOne: Uint8Array, { a, b, bond }: Edges): number => {
  let parted = 0;
  for (let edge = 0; edge < a.length; edge += 1) if (isOne[at(a, edge)] !== isOne[at(b, edge)]) parted += at(bond, edge);
  return parted;
};
