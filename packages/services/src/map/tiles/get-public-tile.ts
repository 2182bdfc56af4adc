import { listPublicCuts } from "@cml/db/map";
import { type Actor } from "@cml/domain/kernel";
import { publicCount, type Tile, tileExtent } from "@cml/domain/map";
import { encodeTile } from "@cml/formats";
import type { Deps } from "../../deps";
import { listPublicShifts } from "../shifts/read-shifts";
import { areaFeature, pointFeature } from "./tile-geometry";

/** The map for everybody: public areas with their percentage and counts of ten or more, and coming shifts. No door, support or visit. */
export const getPublicTile = async (deps: Deps, actor: Actor, tile: Tile): Promise<Uint8Array> => {
  const cuts = await listPublicCuts(deps.db);
  const areas = cuts.map((cut) => {
    const { id, name, color, opacity, addressCount } = cut;
    const doors = publicCount(addressCount);
    return areaFeature(tile, cut.geometry, {
      id,
      name,
      color,
      opacity,
      doors,
      completion: doors === null ? null : cut.completionPercentage,
    });
  });
  const shifts = (await listPublicShifts(deps, actor)).flatMap(({ id, title, date, place }) =>
    place === null ? [] : [pointFeature(tile, place, { id, title, date })],
  );
  return encodeTile([
    { name: "cuts", extent: tileExtent, features: areas },
    { name: "shifts", extent: tileExtent, features: shifts },
  ]);
};
