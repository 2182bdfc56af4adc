import { type CutGeometry, type Tile, tileExtent, toMercator } from "@cml/domain/map";
import type { LatLng } from "@cml/domain/kernel";
import { clipPolygon, type TileFeature } from "@cml/formats";

/** A circle's radius beyond the edge, so that what stands on a border is whole. */
const margin = 256;

/** From degrees to the tile's own units. */
const projection = ({ z, x, y }: Tile): ((point: LatLng) => [number, number]) => {
  const scale = 2 ** z * tileExtent;
  return (point) => {
    const unit = toMercator(point);
    return [unit.x * scale - x * tileExtent, unit.y * scale - y * tileExtent];
  };
};

export const pointFeature = (tile: Tile, point: LatLng, properties: TileFeature["properties"]): TileFeature => {
  const [x, y] = projection(tile)(point);
  return { geometry: { type: "point", points: [[Math.round(x), Math.round(y)]] }, properties };
};

/** An area, cut to the tile. */
export const areaFeature = (tile: Tile, geometry: CutGeometry, properties: TileFeature["properties"]): TileFeature => {
  const project = projection(tile);
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const rings = polygons.flatMap((polygon) =>
    clipPolygon(
      polygon.map((ring) => ring.map(([longitude = 0, latitude = 0]) => project({ latitude, longitude }))),
      { extent: tileExtent, margin },
    ),
  );
  return { geometry: { type: "polygon", rings }, properties };
};
