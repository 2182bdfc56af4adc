import type { Position } from "geojson";

type Pixel = { x: number; y: number };
export type SnapLines = { corners: readonly Position[]; box: readonly [west: number, south: number, east: number, north: number] }[];

/** Lines of neighbours with their boxes, so that a moving pointer looks at few of them. */
export const snapLinesOf = (rings: readonly (readonly Position[])[]): SnapLines =>
  rings.map((corners) => {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [x = 0, y = 0] of corners) {
      west = Math.min(west, x);
      east = Math.max(east, x);
      south = Math.min(south, y);
      north = Math.max(north, y);
    }
    return { corners, box: [west, south, east, north] };
  });

type Reach = {
  /** Place on the screen. */
  project: (position: Position) => Pixel;
  /** How far a line pulls, in pixels. */
  px: number;
};

/**
 * The place of a neighbour's line that the pointer is near: a corner rather than a place between two, so that turfs share their corners.
 * Undefined where no line is near.
 */
export const snapTo = (lines: SnapLines, pointer: Position, { project, px }: Reach): Position | undefined => {
  const at = project(pointer);
  const [x = 0, y = 0] = pointer;
  // Degrees that are certainly as far as the reach, measured with the projection itself.
  const step = 1e-4;
  const pxPerStep = Math.max(Math.abs(project([x + step, y]).x - at.x), 1e-9);
  const reach = (px / pxPerStep) * step * 1.1;
  let corner: { place: Position; far: number } | undefined;
  let between: { place: Position; far: number } | undefined;
  for (const { corners, box } of lines) {
    if (x < box[0] - reach || x > box[2] + reach || y < box[1] - reach || y > box[3] + reach) continue;
    corners.forEach((to, index) => {
      const from = corners[index - 1];
      if (isFar(to, from ?? to, { x, y, reach })) return;
      const b = project(to);
      const toCorner = Math.hypot(b.x - at.x, b.y - at.y);
      if (toCorner <= px && toCorner < (corner?.far ?? Infinity)) corner = { place: to, far: toCorner };
      if (from === undefined) return;
      const { share, far } = nearestOn(at, project(from), b);
      if (far > px || far >= (between?.far ?? Infinity)) return;
      const place = [(from[0] ?? 0) + share * ((to[0] ?? 0) - (from[0] ?? 0)), (from[1] ?? 0) + share * ((to[1] ?? 0) - (from[1] ?? 0))];
      between = { place, far };
    });
  }
  return (corner ?? between)?.place;
};

const isFar = (a: Position, b: Position, { x, y, reach }: { x: number; y: number; reach: number }): boolean => {
  const [ax = 0, ay = 0] = a;
  const [bx = 0, by = 0] = b;
  return Math.max(ax, bx) < x - reach || Math.min(ax, bx) > x + reach || Math.max(ay, by) < y - reach || Math.min(ay, by) > y + reach;
};

const nearestOn = (at: Pixel, a: Pixel, b: Pixel): { share: number; far: number } => {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const long = dx * dx + dy * dy;
  const share = long === 0 ? 0 : Math.max(0, Math.min(1, ((at.x - a.x) * dx + (at.y - a.y) * dy) / long));
  return { share, far: Math.hypot(a.x + share * dx - at.x, a.y + share * dy - at.y) };
};
