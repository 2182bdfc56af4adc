import { listTileLines, readMapVersions, type TileLine } from "@cml/db/map";
import type { Actor } from "@cml/domain/kernel";
import { stopsWalkers, type Tile, tileExtent } from "@cml/domain/map";
import { encodeTile, type TileFeature } from "@cml/formats";
import type { Deps } from "../../deps";
import { type DrawnTile, keptTile } from "./kept-tiles";
import { drawShape, shapeOf } from "./tile-shape";

/** Roads, railways and rivers (layer `lines`) and lakes (layer `water`) for everybody: what the plain map is drawn from. */
export const getLineTile = async (deps: Deps, _actor: Actor, tile: Tile): Promise<DrawnTile> => {
  const { lines: version } = await readMapVersions(deps.db);
  // Names are in the language of the place, so one tile serves all.
  // What a feature says has changed since the first tiles of this name.
  return keptTile(deps, { key: ["lines2", tile.z, tile.x, tile.y].join("/"), version }, async () => {
    const found = await listTileLines(deps.db, tile);
    const drawn = found.map((line) => ({ isArea: line.geometry.type === "MultiPolygon", feature: draw(line, tile) }));
    const features = (isArea: boolean): TileFeature[] =>
      drawn.flatMap((one) => (one.isArea === isArea && one.feature !== null ? [one.feature] : []));
    return encodeTile([
      { name: "water", extent: tileExtent, features: features(true) },
      { name: "lines", extent: tileExtent, features: features(false) },
    ]);
  });
};

const draw = ({ kind, class: lineClass, name, geometry, fromZoom }: TileLine, tile: Tile): TileFeature | null => {
  const isArea = geometry.type === "MultiPolygon";
  const shape = shapeOf(isArea ? geometry.coordinates : [geometry.coordinates], isArea);
  const drawn = drawShape(shape, tile);
  return drawn === null
    ? null
    : {
        geometry: drawn,
        properties: { kind, class: lineClass, name, ...(stopsWalkers({ kind, class: lineClass, fromZoom }) ? { stops: true } : {}) },
      };
};
