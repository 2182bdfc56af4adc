import type { Position } from "geojson";
import { boundsOf, type CutGeometry } from "./cut-geometry";
import { type CellRange, type Tile, tileBounds, tileRange, toMercator } from "./map-cell";

/** A polygon as ranges of map cells: all points of `inside` are in it, points of `border` need the exact test. */
export type CutCover = { inside: CellRange[]; border: CellRange[] };

type Edge = { ax: number; ay: number; bx: number; by: number };

// Measured: zoom-17 cells (about 200 m in Canada) balance the number of ranges against the points fetched for the exact test.
const finestZoom = 17;
const depthBelowBounds = 9;

/**
 * Covers a valid polygon by descending the tiles that touch it. A tile no edge enters is wholly inside or outside, which its centre
 * decides (even-odd rule); tiles still crossed at the finest zoom are border. Ranges are sorted and neighbours joined.
 */
export const coverCut = (geometry: CutGeometry): CutCover => {
  const edges = edgesOf(geometry);
  const isInside = insideTest(edges);
  const start = smallestTileAround(geometry);
  const maxZoom = Math.min(finestZoom, zoomOfSize(geometry) + depthBelowBounds);
  const cover: CutCover = { inside: [], border: [] };

  const descend = (tile: Tile, near: Edge[]): void => {
    const [west, south, east, north] = tileBounds(tile);
    const crossing = near.filter((edge) => touches(edge, { west, south, east, north }));
    if (crossing.length === 0) {
      if (isInside((west + east) / 2, (south + north) / 2)) append(cover.inside, tileRange(tile));
      return;
    }
    if (tile.z >= maxZoom) {
      append(cover.border, tileRange(tile));
      return;
    }
    for (const [dx, dy] of children) descend({ z: tile.z + 1, x: tile.x * 2 + dx, y: tile.y * 2 + dy }, crossing);
  };
  descend(start, edges);
  return cover;
};

const children = [[0, 0], [1, 0], [0, 1], [1, 1]] as const; // prettier-ignore

const append = (ranges: CellRange[], range: CellRange): void => {
  const last = ranges.at(-1);
  if (last !== undefined && last.to + 1n === range.from) last.to = range.to;
  else ranges.push({ ...range });
};

const edgesOf = (geometry: CutGeometry): Edge[] => {
  const polygons: Position[][][] = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flat().flatMap((ring) =>
    ring.slice(1).map(([bx = 0, by = 0], index) => {
      const [ax = 0, ay = 0] = ring[index] ?? [];
      return { ax, ay, bx, by };
    }),
  );
};

const smallestTileAround = (geometry: CutGeometry): Tile => {
  const [west, south, east, north] = boundsOf(geometry);
  const a = toMercator({ latitude: north, longitude: west });
  const b = toMercator({ latitude: south, longitude: east });
  for (let z = finestZoom; z > 0; z -= 1) {
    const x = Math.floor(a.x * 2 ** z);
    const y = Math.floor(a.y * 2 ** z);
    if (x === Math.floor(b.x * 2 ** z) && y === Math.floor(b.y * 2 ** z)) return { z, x, y };
  }
  return { z: 0, x: 0, y: 0 };
};

/** The zoom whose tiles are about as wide as the polygon: a boundary that straddles a large tile's edge needs no coarser cells. */
const zoomOfSize = (geometry: CutGeometry): number => {
  const [west, south, east, north] = boundsOf(geometry);
  const a = toMercator({ latitude: north, longitude: west });
  const b = toMercator({ latitude: south, longitude: east });
  return Math.max(0, Math.floor(-Math.log2(Math.max(b.x - a.x, b.y - a.y, 2 ** -finestZoom))));
};

type Box = { west: number; south: number; east: number; north: number };

/** Whether a segment enters or touches a box (Liang-Barsky clipping; borders count). */
const touches = ({ ax, ay, bx, by }: Edge, { west, south, east, north }: Box): boolean => {
  if (Math.max(ax, bx) < west || Math.min(ax, bx) > east || Math.max(ay, by) < south || Math.min(ay, by) > north) return false;
  const dx = bx - ax;
  const dy = by - ay;
  let enter = 0;
  let leave = 1;
  for (const [step, room] of [
    [-dx, ax - west],
    [dx, east - ax],
    [-dy, ay - south],
    [dy, north - ay],
  ] as const) {
    // prettier-ignore
    if (step === 0) {
      if (room < 0) return false;
      continue;
    }
    const at = room / step;
    if (step < 0) enter = Math.max(enter, at);
    else leave = Math.min(leave, at);
  }
  // A hair of slack: wrongly "border" costs one exact test, wrongly "inside" would be a wrong count.
  return enter <= leave + 1e-12;
};

const binCount = 256;

/** Even-odd ray casting with the edges sorted into bands of latitude, so that one test looks at few of them. */
const insideTest = (edges: Edge[]): ((x: number, y: number) => boolean) => {
  const lows = edges.map((edge) => Math.min(edge.ay, edge.by));
  const highs = edges.map((edge) => Math.max(edge.ay, edge.by));
  const south = lows.reduce((a, b) => Math.min(a, b), Infinity);
  const north = highs.reduce((a, b) => Math.max(a, b), -Infinity);
  const binOf = (y: number): number => Math.max(0, Math.min(binCount - 1, Math.floor(((y - south) / (north - south)) * binCount)));
  const bins: Edge[][] = Array.from({ length: binCount }, () => []);
  edges.forEach((edge, index) => {
    for (let bin = binOf(lows[index] ?? 0); bin <= binOf(highs[index] ?? 0); bin += 1) bins[bin]?.push(edge);
  });
  return (x, y) => {
    if (y < south || y > north) return false;
    let inside = false;
    for (const { ax, ay, bx, by } of bins[binOf(y)] ?? []) {
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
    return inside;
  };
};
