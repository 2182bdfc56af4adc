import Flatbush from "flatbush";
import type { CutBarrier } from "./cut-site";
import type { Ground } from "./ground";

/** Whether the straight way between two places (metres) meets a barrier; touching counts, because lines of a map end where others begin. */
export type CrossesBarrier = (a: Spot, b: Spot) => boolean;
type Spot = readonly [x: number, y: number];

export const indexBarriers = (barriers: readonly CutBarrier[], ground: Pick<Ground, "toGround">): CrossesBarrier => {
  const pieces: [Spot, Spot][] = barriers.flatMap(({ line }) => {
    const placed = line.map(ground.toGround);
    return placed.slice(1).map((end, index): [Spot, Spot] => [placed[index] ?? end, end]);
  });
  if (pieces.length === 0) return () => false;
  const tree = new Flatbush(pieces.length);
  for (const [a, b] of pieces) tree.add(...boxOf(a, b));
  tree.finish();
  return (a, b) =>
    tree.search(...boxOf(a, b)).some((index) => {
      const piece = pieces[index];
      return piece !== undefined && meets([a, b], piece);
    });
};

const boxOf = ([ax, ay]: Spot, [bx, by]: Spot): [number, number, number, number] => [
  Math.min(ax, bx),
  Math.min(ay, by),
  Math.max(ax, bx),
  Math.max(ay, by),
];

const side = ([ax, ay]: Spot, [bx, by]: Spot, [x, y]: Spot): number => (bx - ax) * (y - ay) - (by - ay) * (x - ax);

const meets = ([a, b]: [Spot, Spot], [c, d]: [Spot, Spot]): boolean =>
  side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0;
