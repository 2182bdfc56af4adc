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
