type Point = [x: number, y: number];

/**
 * A polygon in tile units, cut to the tile and `margin` around it (Sutherland-Hodgman, one side after the other) and rounded to whole
 * units. The first ring is turned the way the format wants outer rings (positive area with y downwards), holes the other way.
 */
export const clipPolygon = (rings: readonly (readonly Point[])[], { extent, margin }: { extent: number; margin: number }): Point[][] => {
  const [outer, ...holes] = rings.map((ring) => clipRing(ring, -margin, extent + margin));
  if (outer === undefined || outer.length < 3) return [];
  return [turned(outer, true), ...holes.filter((hole) => hole.length >= 3).map((hole) => turned(hole, false))];
};

type ClipSide = { axis: 0 | 1; border: number; isInside: (value: number) => boolean };

const clipRing = (ring: readonly Point[], low: number, high: number): Point[] => {
  let points: Point[] = [...ring];
  for (const axis of [0, 1] as const) {
    points = clipSide(points, { axis, border: low, isInside: (value) => value >= low });
    points = clipSide(points, { axis, border: high, isInside: (value) => value <= high });
  }
  return points.map(([x, y]) => [Math.round(x), Math.round(y)]);
};

const clipSide = (points: Point[], { axis, border, isInside }: ClipSide): Point[] => {
  const kept: Point[] = [];
  points.forEach((point, index) => {
    const previous = points[(index + points.length - 1) % points.length] ?? point;
    const enters = isInside(point[axis]);
    if (enters !== isInside(previous[axis])) kept.push(crossing(previous, point, { axis, border }));
    if (enters) kept.push(point);
  });
  return kept;
};

const crossing = (a: Point, b: Point, { axis, border }: { axis: 0 | 1; border: number }): Point => {
  const share = (border - a[axis]) / (b[axis] - a[axis]);
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
};

const turned = (ring: Point[], positive: boolean): Point[] => (signedArea(ring) > 0 === positive ? ring : [...ring].reverse());

const signedArea = (ring: Point[]): number =>
  ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [0, 0];
    return sum + x * nextY - nextX * y;
  }, 0);

/** A line in tile units, cut to the tile and `margin` around it and rounded to whole units: a part for each time it comes in. */
export const clipLine = (line: readonly Point[], { extent, margin }: { extent: number; margin: number }): Point[][] => {
  const [low, high] = [-margin, extent + margin];
  const parts: Point[][] = [];
  let part: Point[] = [];
  for (let index = 1; index < line.length; index += 1) {
    const inside = clipSegment(line[index - 1] ?? [0, 0], line[index] ?? [0, 0], { low, high });
    if (inside === null) {
      part = [];
      continue;
    }
    const [from, to] = inside.map(([x, y]): Point => [Math.round(x), Math.round(y)]) as [Point, Point];
    const last = part.at(-1);
    if (last === undefined || last[0] !== from[0] || last[1] !== from[1]) {
      part = [from];
      parts.push(part);
    }
    if (from[0] !== to[0] || from[1] !== to[1]) part.push(to);
  }
  return parts.filter((points) => points.length > 1);
};

/** The piece of a segment inside the square (Liang-Barsky); null where there is none. */
const clipSegment = (a: Point, b: Point, { low, high }: { low: number; high: number }): [Point, Point] | null => {
  let [enter, leave] = [0, 1];
  for (const axis of [0, 1] as const) {
    const way = b[axis] - a[axis];
    if (way === 0) {
      if (a[axis] < low || a[axis] > high) return null;
      continue;
    }
    const [first, second] = [(low - a[axis]) / way, (high - a[axis]) / way];
    enter = Math.max(enter, Math.min(first, second));
    leave = Math.min(leave, Math.max(first, second));
  }
  if (enter > leave) return null;
  const at = (share: number): Point => [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
  return [enter === 0 ? a : at(enter), leave === 1 ? b : at(leave)];
};
