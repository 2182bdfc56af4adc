import type { Position } from "geojson";
import type { LatLng } from "../kernel/geo";

type Edge = { ax: number; ay: number; bx: number; by: number; minX: number; maxX: number; minY: number; maxY: number };

/**
 * The first place where two edges of the rings properly cross (a figure of eight, a hole that leaves its ring); touching corners are
 * allowed. Edges sorted by their western end, each compared with those still open: near-linear for real boundaries.
 */
export const findCrossing = (rings: Position[][]): LatLng | null => {
  const edges = rings.flatMap(edgesOf).sort((a, b) => a.minX - b.minX);
  let open: Edge[] = [];
  for (const edge of edges) {
    open = open.filter((other) => other.maxX >= edge.minX);
    for (const other of open) {
      if (other.maxY < edge.minY || other.minY > edge.maxY) continue;
      const place = properCrossing(edge, other);
      if (place !== null) return place;
    }
    open.push(edge);
  }
  return null;
};

const edgesOf = (ring: Position[]): Edge[] =>
  ring.slice(1).map(([bx = 0, by = 0], index) => {
    const [ax = 0, ay = 0] = ring[index] ?? [];
    return { ax, ay, bx, by, minX: Math.min(ax, bx), maxX: Math.max(ax, bx), minY: Math.min(ay, by), maxY: Math.max(ay, by) };
  });

const side = (e: Edge, x: number, y: number): number => (e.bx - e.ax) * (y - e.ay) - (e.by - e.ay) * (x - e.ax);

/** About 20 cm. Coordinates rounded to six decimals make spikes that cross themselves by less (two neighbourhoods of Edmonton do). */
const slackDegrees = 2e-6;

const lengthOf = (edge: Edge): number => Math.hypot(edge.bx - edge.ax, edge.by - edge.ay);

const properCrossing = (a: Edge, b: Edge): LatLng | null => {
  const b1 = side(a, b.ax, b.ay);
  const b2 = side(a, b.bx, b.by);
  const a1 = side(b, a.ax, a.ay);
  const a2 = side(b, a.bx, a.by);
  if (b1 * b2 >= 0 || a1 * a2 >= 0) return null;
  const depth = Math.min(Math.min(Math.abs(b1), Math.abs(b2)) / lengthOf(a), Math.min(Math.abs(a1), Math.abs(a2)) / lengthOf(b));
  if (depth < slackDegrees) return null;
  const share = b1 / (b1 - b2);
  return { longitude: b.ax + share * (b.bx - b.ax), latitude: b.ay + share * (b.by - b.ay) };
};
