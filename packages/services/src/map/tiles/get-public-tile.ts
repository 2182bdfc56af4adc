import { readMapVersions } from "@cml/db/map";
import { type Actor } from "@cml/domain/kernel";
import { publicCount, type Tile, tileExtent } from "@cml/domain/map";
import { encodeTile, type TileFeature } from "@cml/formats";
import type { Deps } from "../../deps";
import { hotAnswer } from "../../platform/hot-answers";
import { listPublicShifts } from "../shifts/read-shifts";
import { cutLayer } from "./cut-layer";
import { type DrawnTile, keptTile } from "./kept-tiles";
import { placeOnTile } from "./tile-shape";

/** The map for everybody: public areas with their percentage and counts of ten or more, and coming shifts. No door, support or visit. */
export const getPublicTile = async (deps: Deps, actor: Actor, tile: Tile): Promise<DrawnTile> => {
  const [versions, shifts] = await Promise.all([
    readMapVersions(deps.db),
    hotAnswer(deps, `public-tile-shifts:${actor.locale}`, () => listPublicShifts(deps, actor)),
  ]);
  const place = placeOnTile(tile);
  const features = shifts.flatMap(({ id, title, date, place: where }): TileFeature[] => {
    const point = where === null ? null : place(where);
    return point === null || !isNear(point) ? [] : [{ geometry: { type: "point", points: [point] }, properties: { id, title, date } }];
  });
  const shiftLayer = encodeTile([{ name: "shifts", extent: tileExtent, features }]);
  const key = ["public", tile.z, tile.x, tile.y, actor.locale].join("/");
  const version = [versions.doors, versions.cuts, Buffer.from(shiftLayer).toString("base64")].join(".");
  return keptTile(deps, { key, version }, async () => {
    const cuts = await cutLayer(deps, { tile, scope: "all", versions }, (cut) => {
      if (!cut.isPublic) return null;
      const doors = publicCount(cut.addressCount);
      const { id, name, color, opacity, completionPercentage } = cut;
      return { id, name, color, opacity, doors, completion: doors === null ? null : completionPercentage };
    });
    return Buffer.concat([cuts, shiftLayer]);
  });
};

const isNear = ([x, y]: [number, number]): boolean => x >= -256 && y >= -256 && x <= tileExtent + 256 && y <= tileExtent + 256;
