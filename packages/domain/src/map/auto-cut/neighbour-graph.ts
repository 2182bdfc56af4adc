import Delaunator from "delaunator";
import type { CrossesBarrier } from "./barrier-index";
import { at, type Ground } from "./ground";

/** Who stands next to whom, without a barrier between; edges by number, `near[v]` are the edges at a building. */
export type NeighbourGraph = { size: number; from: Int32Array; to: Int32Array; metres: Float64Array; near: readonly (readonly number[])[] };

/** Farther than this two buildings are no neighbours for people on foot. */
export const longestWayM = 1_500;

/**
 * The Gabriel graph of the buildings (K. R. Gabriel and R. R. Sokal, 1969): two are neighbours when nobody stands in the circle between
 * them. It holds the shortest spanning tree, so it leaves nobody out, and it has no way that leads past somebody. Found among the
 * Delaunay edges. Places must differ from one another.
 */
export const findNeighbours = (ground: Pick<Ground, "x" | "y">, crosses: CrossesBarrier): NeighbourGraph => {
  const pairs = neighbourPairs(ground).filter(([a, b]) => {
    const [ax, ay, bx, by] = [at(ground.x, a), at(ground.y, a), at(ground.x, b), at(ground.y, b)];
    return Math.hypot(ax - bx, ay - by) <= longestWayM && !crosses([ax, ay], [bx, by]);
  });
  return graphOf(ground, pairs);
};

const graphOf = ({ x, y }: Pick<Ground, "x" | "y">, pairs: readonly (readonly [number, number])[]): NeighbourGraph => {
  const near: number[][] = Array.from({ length: x.length }, () => []);
  pairs.forEach(([a, b], edge) => {
    near[a]?.push(edge);
    near[b]?.push(edge);
  });
  return {
    size: x.length,
    from: Int32Array.from(pairs, ([a]) => a),
    to: Int32Array.from(pairs, ([, b]) => b),
    metres: Float64Array.from(pairs, ([a, b]) => Math.hypot(at(x, a) - at(x, b), at(y, a) - at(y, b))),
    near,
  };
};

const neighbourPairs = ({ x, y }: Pick<Ground, "x" | "y">): [number, number][] => {
  const coords = new Float64Array(x.length * 2);
  x.forEach((value, index) => {
    coords[index * 2] = value;
    coords[index * 2 + 1] = at(y, index);
  });
  const { triangles, halfedges, hull } = new Delaunator(coords);
  // All on one line (or fewer than three): there are no triangles, and the hull names them in their order.
  if (triangles.length === 0) return [...hull].slice(1).map((b, index) => [at(hull, index), b]);
  const pairs: [number, number][] = [];
  for (let edge = 0; edge < triangles.length; edge += 1) {
    const twin = at(halfedges, edge);
    if (twin > edge) continue;
    const a = at(triangles, edge);
    const b = at(triangles, next(edge));
    const [left, right] = [at(triangles, next(next(edge))), twin === -1 ? -1 : at(triangles, next(next(twin)))];
    const middle = { x: (at(x, a) + at(x, b)) / 2, y: (at(y, a) + at(y, b)) / 2 };
    const radius = Math.hypot(at(x, a) - middle.x, at(y, a) - middle.y);
    const isFree = (other: number): boolean => other === -1 || Math.hypot(at(x, other) - middle.x, at(y, other) - middle.y) >= radius * (1 - 1e-9); // prettier-ignore
    if (isFree(left) && isFree(right)) pairs.push([Math.min(a, b), Math.max(a, b)]);
  }
  return pairs;
};

const next = (edge: number): number => (edge % 3 === 2 ? edge - 2 : edge + 1);

/** Parts that hang together within the buildings `same` puts together: a number for each building. */
export const findParts = (graph: NeighbourGraph, same: (a: number, b: number) => boolean): Int32Array => {
  const part = new Int32Array(graph.size).fill(-1);
  let parts = 0;
  for (let start = 0; start < graph.size; start += 1) {
    if (part[start] !== -1) continue;
    part[start] = parts;
    const waiting = [start];
    for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
      for (const edge of graph.near[here] ?? []) {
        const there = otherEnd(graph, edge, here);
        if (part[there] !== -1 || !same(here, there)) continue;
        part[there] = parts;
        waiting.push(there);
      }
    }
    parts += 1;
  }
  return part;
};

export const otherEnd = ({ from, to }: Pick<NeighbourGraph, "from" | "to">, edge: number, here: number): number =>
  at(from, edge) === here ? at(to, edge) : at(from, edge);
