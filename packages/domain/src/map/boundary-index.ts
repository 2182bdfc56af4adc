import Flatbush from "flatbush";
import type { Bounds, LatLng } from "../kernel/geo";
import type { CutGeometry } from "./cut-geometry";

type Position = readonly number[];

// Ray casting on one ring (W. R. Franklin, PNPOLY); a point exactly on an edge may fall on either side, so edges are tested first.
const ringHolds = (ring: readonly Position[], x: number, y: number): "in" | "out" | "edge" => {
  let inside = false;
  let [ax = 0, ay = 0] = ring[ring.length - 1] ?? [];
  for (const [bx = 0, by = 0] of ring) {
    const cross = (x - ax) * (by - ay) - (y - ay) * (bx - ax);
    if (cross === 0 && x >= Math.min(ax, bx) && x <= Math.max(ax, bx) && y >= Math.min(ay, by) && y <= Math.max(ay, by)) return "edge";
    if (by > y !== ay > y && x < ((ax - bx) * (y - by)) / (ay - by) + bx) inside = !inside;
    ax = bx;
    ay = by;
  }
  return inside ? "in" : "out";
};

/** Exact test in degrees; a point on the border is inside, holes are not. */
export const holdsPoint = ({ type, coordinates }: CutGeometry, { latitude: y, longitude: x }: LatLng): boolean => {
  const polygons = type === "Polygon" ? [coordinates] : coordinates;
  return polygons.some(([outer = [], ...holes]) => {
    const where = ringHolds(outer, x, y);
    if (where !== "in") return where === "edge";
    return !holes.some((hole) => ringHolds(hole, x, y) === "in");
  });
};

/** A packed tree of bounding boxes (flatbush): what may hold a point, for the exact test to decide. */
export const indexBounds = <T extends { bounds: Bounds }>(boxes: readonly T[]): ((point: LatLng) => T[]) => {
  if (boxes.length === 0) return () => [];
  const tree = new Flatbush(boxes.length);
  for (const { bounds } of boxes) tree.add(...bounds);
  tree.finish();
  return ({ latitude, longitude }) =>
    tree.search(longitude, latitude, longitude, latitude).flatMap((index) => {
      const box = boxes[index];
      return box === undefined ? [] : [box];
    });
};
