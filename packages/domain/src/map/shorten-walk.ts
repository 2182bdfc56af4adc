/** Beyond this the square cost of improving is felt on a phone; nearest neighbour stands. */
const mostStops = 1_200;
const mostPasses = 30;

type Way = (a: number, b: number) => number;

/**
 * A short open path through all points: nearest neighbour, then 2-opt (turn a stretch around) and Or-opt (put one to three points
 * elsewhere) until neither helps, within a fixed number of passes. With `fromFirst` it begins at point 0; else at the outermost end
 * it finds.
 */
export const shortenWalk = (size: number, cost: Way, fromFirst: boolean): number[] => {
  if (size === 0) return [];
  const way = size > mostStops ? cost : remembered(size, cost);
  const order = nearestNeighbours(size, way, fromFirst || size > mostStops ? 0 : outermost(size, way));
  if (size > mostStops) return order;
  const path = { order, way, fixed: fromFirst ? 1 : 0 };
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const turned = turnStretches(path);
    if (!moveStretches(path) && !turned) break;
  }
  return path.order;
};

const remembered = (size: number, cost: Way): Way => {
  const table = new Float64Array(size * size);
  for (let a = 0; a < size; a += 1) for (let b = a + 1; b < size; b += 1) table[a * size + b] = table[b * size + a] = cost(a, b);
  return (a, b) => table[a * size + b] ?? 0;
};

/** An end to begin at: the farthest point from the one that is farthest from the first. */
const outermost = (size: number, way: Way): number => {
  const farthest = (from: number): number => {
    let best = from;
    for (let there = 0; there < size; there += 1) if (way(from, there) > way(from, best)) best = there;
    return best;
  };
  return farthest(farthest(0));
};

const nearestNeighbours = (size: number, way: Way, start: number): number[] => {
  const left = new Set(Array.from({ length: size }, (_, index) => index));
  const order: number[] = [];
  for (let here: number | null = start; here !== null;) {
    order.push(here);
    left.delete(here);
    let next: number | null = null;
    let least = Infinity;
    for (const there of left) {
      const metres = way(here, there);
      if (metres < least) [next, least] = [there, metres];
    }
    here = next;
  }
  return order;
};

type Path = { order: number[]; way: Way; fixed: number };

const hair = 1e-9;

/** The cost of an edge of the path; none before its beginning and after its end. */
const edge = ({ order, way }: Path, a: number, b: number): number => {
  const [here, there] = [order[a], order[b]];
  return here === undefined || there === undefined ? 0 : way(here, there);
};

const turnStretches = (path: Path): boolean => {
  const { order, fixed } = path;
  let improved = false;
  for (let from = fixed; from < order.length - 1; from += 1) {
    for (let to = from + 1; to < order.length; to += 1) {
      const now = edge(path, from - 1, from) + edge(path, to, to + 1);
      const then = edge(path, from - 1, to) + edge(path, from, to + 1);
      if (then >= now - hair) continue;
      for (let low = from, high = to; low < high; low += 1, high -= 1) [order[low], order[high]] = [order[high] ?? 0, order[low] ?? 0];
      improved = true;
    }
  }
  return improved;
};

const longestStretch = 3;

const moveStretches = (path: Path): boolean => {
  let improved = false;
  for (let length = 1; length <= longestStretch; length += 1)
    for (let from = path.fixed; from + length <= path.order.length; from += 1) if (moveStretch(path, from, length)) improved = true;
  return improved;
};

/** Takes a stretch out and puts it where it costs least, either way around; false when it stays. */
const moveStretch = (path: Path, from: number, length: number): boolean => {
  const { order, way } = path;
  const end = from + length - 1;
  const [first = 0, last = 0] = [order[from], order[end]];
  const saved = edge(path, from - 1, from) + edge(path, end, end + 1) - edge(path, from - 1, end + 1);
  let best: { gap: number; turned: boolean; gain: number } | null = null;
  // The gap before each point of the rest, and the one after the last.
  for (let gap = path.fixed; gap <= order.length; gap += 1) {
    if (gap >= from && gap <= end + 1) continue;
    const [before, after] = [order[gap - 1], order[gap]];
    const open = before === undefined || after === undefined ? 0 : way(before, after);
    for (const turned of [false, true]) {
      const [head, tail] = turned ? [last, first] : [first, last];
      const added = (before === undefined ? 0 : way(before, head)) + (after === undefined ? 0 : way(tail, after)) - open;
      const gain = saved - added;
      if (gain > hair && (best === null || gain > best.gain)) best = { gap, turned, gain };
    }
  }
  if (best === null) return false;
  const stretch = order.splice(from, length);
  order.splice(best.gap > from ? best.gap - length : best.gap, 0, ...(best.turned ? stretch.reverse() : stretch));
  return true;
};
