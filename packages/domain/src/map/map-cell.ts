import type { LatLng } from "../kernel/geo";

/**
 * `Location.mapCell`: the Z-order (Morton) code of a point's Web Mercator tile at zoom 31, 62 bits. All points of one
 * tile are one range of codes, so a B-tree answers "what is in this tile" (docs/decisions: geography without PostGIS).
 */
export const cellZoom = 31;

/** Web Mercator ends here; points nearer to the poles are clamped. */
export const maxMercatorLatitude = 85.051128779806592;

export type Tile = { z: number; x: number; y: number };

/** Inclusive range of map cells. */
export type CellRange = { from: bigint; to: bigint };

const side = 2 ** cellZoom;

/** Position in the unit square of Web Mercator: x grows eastwards, y southwards. */
export const toMercator = ({ latitude, longitude }: LatLng): { x: number; y: number } => {
  const clamped = Math.max(-maxMercatorLatitude, Math.min(maxMercatorLatitude, latitude));
  const sine = Math.sin((clamped * Math.PI) / 180);
  return { x: longitude / 360 + 0.5, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) };
};

export const fromMercator = ({ x, y }: { x: number; y: number }): LatLng => ({
  latitude: (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI,
  longitude: (x - 0.5) * 360,
});

const toColumn = (unit: number): number => Math.max(0, Math.min(side - 1, Math.floor(unit * side)));

/** The cell of a point. */
export const mapCellOf = (point: LatLng): bigint => {
  const { x, y } = toMercator(point);
  return interleave(toColumn(x), toColumn(y));
};

/** The middle of a cell, within about a centimetre of every point in it. */
export const cellCentre = (cell: bigint): LatLng => {
  const x = gather(cell);
  const y = gather(cell >> 1n);
  return fromMercator({ x: (x + 0.5) / side, y: (y + 0.5) / side });
};

/** How far a code is shifted right to name its tile at `zoom`. */
export const shiftForZoom = (zoom: number): number => 2 * (cellZoom - zoom);

/** All cells of a tile. */
export const tileRange = ({ z, x, y }: Tile): CellRange => {
  const shift = BigInt(shiftForZoom(z));
  const from = interleave(x, y) << shift;
  return { from, to: from + (1n << shift) - 1n };
};

/** The tile a point lies in and the eight round it. */
export const tilesAround = (point: LatLng, z: number): Tile[] => {
  const { x, y } = toMercator(point);
  const tiles = 2 ** z;
  const [column, row] = [Math.floor(x * tiles), Math.floor(y * tiles)];
  return [-1, 0, 1]
    .flatMap((dx) => [-1, 0, 1].map((dy) => ({ z, x: column + dx, y: row + dy })))
    .filter((tile) => tile.x >= 0 && tile.y >= 0 && tile.x < tiles && tile.y < tiles);
};

/** West, south, east, north of a tile in degrees. */
export const tileBounds = ({ z, x, y }: Tile): [west: number, south: number, east: number, north: number] => {
  const tiles = 2 ** z;
  const northWest = fromMercator({ x: x / tiles, y: y / tiles });
  const southEast = fromMercator({ x: (x + 1) / tiles, y: (y + 1) / tiles });
  return [northWest.longitude, southEast.latitude, southEast.longitude, northWest.latitude];
};

// Bits are interleaved in two halves of 32, because BigInt arithmetic per bit costs more than the rest of an import row.
const interleave = (x: number, y: number): bigint => {
  const low = spread(x & 0xffff) + spread(y & 0xffff) * 2;
  const high = spread(x >>> 16) + spread(y >>> 16) * 2;
  return (BigInt(high) << 32n) | BigInt(low);
};

/** abcd → 0a0b0c0d for the low 16 bits (Sean Anderson, "Interleave bits by Binary Magic Numbers"). */
const spread = (value: number): number => {
  let bits = value & 0xffff;
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
};

const gather = (cell: bigint): number => unspread(Number(cell & 0xffffffffn)) + unspread(Number((cell >> 32n) & 0xffffffffn)) * 0x10000;

const unspread = (value: number): number => {
  let bits = value & 0x55555555;
  bits = (bits | (bits >>> 1)) & 0x33333333;
  bits = (bits | (bits >>> 2)) & 0x0f0f0f0f;
  bits = (bits | (bits >>> 4)) & 0x00ff00ff;
  return (bits | (bits >>> 8)) & 0xffff;
};
