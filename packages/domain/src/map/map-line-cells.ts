import { type Tile, tileRange, toMercator } from "./map-cell";
import { boundsOfLine, type MapLineGeometry } from "./map-line";

/** Lines are found by the tiles of this zoom they pass through. */
export const lineCellZoom = 13;
const shift = 36n;
const tiles = 2 ** lineCellZoom;

/** A lake that covers more is found only by its shore; its middle is then ground. Some 150 km each way. */
const mostCells = 4_000;

export const lineCellOf = (tile: Tile): bigint => tileRange(tile).from >> shift;

/** Range of line cells of a tile; a finer tile asks for the one it lies in. */
export const lineCellRange = (tile: Tile): { from: bigint; to: bigint } => {
  const { from, to } = tileRange(tile);
  return { from: from >> shift, to: to >> shift };
};

/** Cells a line passes through, or an area may cover. */
export const lineCellsOf = (geometry: MapLineGeometry): bigint[] => {
  const cells = new Set<string>();
  const add = (x: number, y: number): void => void cells.add(`${clamp(x)}/${clamp(y)}`);
  if (geometry.type === "MultiPolygon") {
    const [west, south, east, north] = boundsOfLine(geometry);
    const from = place([west, north]);
    const to = place([east, south]);
    const columns = Math.floor(to[0]) - Math.floor(from[0]) + 1;
    if (columns * (Math.floor(to[1]) - Math.floor(from[1]) + 1) <= mostCells) {
      for (let x = Math.floor(from[0]); x <= to[0]; x += 1) for (let y = Math.floor(from[1]); y <= to[1]; y += 1) add(x, y);
      return codes(cells);
    }
  }
  const paths = geometry.type === "MultiPolygon" ? geometry.coordinates.flat() : geometry.coordinates;
  for (const path of paths) path.slice(1).forEach((to, index) => walk(place(path[index] ?? to), place(to), add));
  return codes(cells);
};

const codes = (cells: ReadonlySet<string>): bigint[] =>
  [...cells].map((cell) => {
    const [x = 0, y = 0] = cell.split("/").map(Number);
    return lineCellOf({ z: lineCellZoom, x, y });
  });

const clamp = (value: number): number => Math.max(0, Math.min(tiles - 1, Math.floor(value)));

const place = ([longitude = 0, latitude = 0]: readonly number[]): [x: number, y: number] => {
  const { x, y } = toMercator({ latitude, longitude });
  return [x * tiles, y * tiles];
};

/** Every cell between two points, one border after the other. */
const walk = ([ax, ay]: [number, number], [bx, by]: [number, number], add: (x: number, y: number) => void): void => {
  // Each crossing of a column or a row is a step; the middle between two crossings lies in one cell.
  const steps = [0, 1];
  for (let x = Math.ceil(Math.min(ax, bx)); x <= Math.max(ax, bx); x += 1) if (ax !== bx) steps.push((x - ax) / (bx - ax));
  for (let y = Math.ceil(Math.min(ay, by)); y <= Math.max(ay, by); y += 1) if (ay !== by) steps.push((y - ay) / (by - ay));
  steps.sort((a, b) => a - b);
  add(ax, ay);
  for (let index = 1; index < steps.length; index += 1) {
    const middle = ((steps[index - 1] ?? 0) + (steps[index] ?? 0)) / 2;
    add(ax + middle * (bx - ax), ay + middle * (by - ay));
  }
  add(bx, by);
};
