import { type LatLng } from "@cml/domain/kernel";
import { type Tile, tileExtent, toMercator } from "@cml/domain/map";
import { clipLine, clipPolygon, type TileGeometry } from "@cml/formats";

/** A path in the unit square of Web Mercator: x and y in turn. Projected once, drawn on many tiles. */
export type MercatorPath = Float64Array;
/** Lines or, with `closed`, the rings of polygons, each polygon with its holes. */
export type MercatorShape = { closed: boolean; groups: MercatorPath[][]; box: MercatorBox };
export type MercatorBox = readonly [west: number, north: number, east: number, south: number];

/** What stands on a tile's border is drawn beyond it, so that it is whole. */
const margin = 256;
/** Points nearer than this to the one before say nothing on a screen: half a pixel. */
const finest = 4;

export const shapeOf = (
  groups: readonly (readonly (readonly number[])[])[][] | readonly (readonly number[])[][][],
  closed: boolean,
): MercatorShape => {
  const paths = groups.map((group) => group.map(pathOf));
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const path of paths.flat()) {
    for (let at = 0; at < path.length; at += 2) {
      const x = path[at] ?? 0;
      const y = path[at + 1] ?? 0;
      west = Math.min(west, x);
      east = Math.max(east, x);
      north = Math.min(north, y);
      south = Math.max(south, y);
    }
  }
  return { closed, groups: paths, box: [west, north, east, south] };
};

const pathOf = (positions: readonly (readonly number[])[]): MercatorPath => {
  const path = new Float64Array(positions.length * 2);
  positions.forEach(([longitude = 0, latitude = 0], index) => {
    const { x, y } = toMercator({ latitude, longitude });
    path[index * 2] = x;
    path[index * 2 + 1] = y;
  });
  return path;
};

/** Whether anything of a box may be seen on a tile. */
export const isOnTile = ([west, north, east, south]: MercatorBox, { z, x, y }: Tile): boolean => {
  const side = 2 ** -z;
  const slack = (margin / tileExtent) * side;
  return east >= x * side - slack && west <= (x + 1) * side + slack && south >= y * side - slack && north <= (y + 1) * side + slack;
};

/** A shape in the tile's own units, cut to it and thinned to what its scale shows; null where nothing is left. */
export const drawShape = (shape: MercatorShape, tile: Tile): TileGeometry | null => {
  if (!isOnTile(shape.box, tile)) return null;
  const bounds = { extent: tileExtent, margin };
  if (shape.closed) {
    const rings = shape.groups.flatMap((group) => clipPolygon(group.map((path) => onTile(path, tile, true)), bounds)); // prettier-ignore
    return rings.length === 0 ? null : { type: "polygon", rings };
  }
  const parts = shape.groups.flat().flatMap((path) => clipLine(onTile(path, tile, false), bounds));
  return parts.length === 0 ? null : { type: "line", parts };
};

const onTile = (path: MercatorPath, { z, x, y }: Tile, closed: boolean): [number, number][] => {
  const scale = 2 ** z * tileExtent;
  const [left, top] = [x * tileExtent, y * tileExtent];
  const points: [number, number][] = [];
  const last = path.length - 2;
  let [keptX, keptY] = [Infinity, Infinity];
  for (let at = 0; at < path.length; at += 2) {
    const px = (path[at] ?? 0) * scale - left;
    const py = (path[at + 1] ?? 0) * scale - top;
    if (at !== last && Math.abs(px - keptX) < finest && Math.abs(py - keptY) < finest) continue;
    points.push([px, py]);
    [keptX, keptY] = [px, py];
  }
  return closed && points.length < 4 ? [] : points;
};

/** Where points stand on a tile, in its own whole units. */
export const placeOnTile = ({ z, x, y }: Tile): ((point: LatLng) => [x: number, y: number]) => {
  const scale = 2 ** z * tileExtent;
  return (point) => {
    const unit = toMercator(point);
    return [Math.round(unit.x * scale - x * tileExtent), Math.round(unit.y * scale - y * tileExtent)];
  };
};
