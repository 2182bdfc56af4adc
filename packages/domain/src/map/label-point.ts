import type { Position } from "geojson";
import type { LatLng } from "../kernel/geo";
import { boundsOf, type CutGeometry } from "./cut-geometry";

/** How many lines are laid across an area to find room for its name. */
const lines = 15;

/**
 * A point well inside an area, for its name: the middle of the widest stretch that lies within it, of a few lines from west to east.
 * The middle of its bounds may lie in a lake, a hole or another area.
 */
export const labelPointOf = (geometry: CutGeometry): LatLng => {
  const [west, south, east, north] = boundsOf(geometry);
  const rings = geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
  let best = { latitude: (south + north) / 2, longitude: (west + east) / 2, width: 0 };
  for (let line = 1; line <= lines; line += 1) {
    const latitude = south + ((north - south) * line) / (lines + 1);
    // Near the ends there is width but no height: a line counts for more the nearer it is to the middle.
    const weight = 1 - Math.abs((2 * line) / (lines + 1) - 1) / 2;
    const crossings = rings.flatMap((ring) => crossingsAt(ring, latitude)).sort((a, b) => a - b);
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      const [from = 0, to = 0] = [crossings[index], crossings[index + 1]];
      const width = (to - from) * weight;
      if (width > best.width) best = { latitude, longitude: (from + to) / 2, width };
    }
  }
  return { latitude: best.latitude, longitude: best.longitude };
};

/** Where a ring crosses a line of latitude. Holes are rings too, so that pairs of crossings lie within the area. */
const crossingsAt = (ring: readonly Position[], latitude: number): number[] => {
  const found: number[] = [];
  for (let index = 1; index < ring.length; index += 1) {
    const [ax = 0, ay = 0] = ring[index - 1] ?? [];
    const [bx = 0, by = 0] = ring[index] ?? [];
    if (ay > latitude !== by > latitude) found.push(ax + ((latitude - ay) / (by - ay)) * (bx - ax));
  }
  return found;
};
