import { transaction } from "@cml/db";
import { listCutShapes } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import { cutFinder, isInScope, type LocatedBuilding, placeableConfidence } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { geocodeAddress } from "../geocoding/geocode";
import { holdAreas, placeLocation } from "../geocoding/place-location";
import { mapScopeOf } from "../require-map-scope";
import { lockLocation, markOf } from "./edit-context";
import { readLocation } from "./get-location";

type Seen = { id: string; updatedAt: Date };

/**
 * Moves a building to where its address is found, the map itself asked first; where nobody knows it better than by its street it stays,
 * and that is said. Throws CONFLICT when somebody saved meanwhile, FORBIDDEN when it would leave the account's areas.
 */
export const locateLocation = async (deps: Deps, actor: Actor, seen: Seen): Promise<LocatedBuilding> => {
  const scope = mapScopeOf(actor, "location.edit");
  const { address, municipality, province, postalCode } = await transaction(deps.db, (db) => lockLocation(db, actor, seen));
  const place = await geocodeAddress(deps, { address, municipality, province, postalCode }, { except: seen.id });
  const isFound = place !== null && place.confidence >= placeableConfidence;
  return transaction(deps.db, async (db) => {
    await holdAreas(db);
    const before = await lockLocation(db, actor, seen);
    if (isFound) {
      const cutIds = cutFinder(await listCutShapes(db))(place);
      if (scope !== "all" && !cutIds.some((cutId) => isInScope(scope, cutId)))
        throw new AppError("FORBIDDEN", "map.scope.outsideYourAreas");
      await placeLocation(db, deps, { before, to: place, action: "GEOCODED", reviewedAt: null, mark: markOf(deps, actor, before) });
    }
    return { isFound, location: await readLocation(db, actor, seen.id) };
  });
};
