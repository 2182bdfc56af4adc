import { transaction } from "@cml/db";
import { holdCutShapesIn, insertLocation, listCutShapes, recountCutsIn } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import {
  type CreateLocationInput,
  cutFinder,
  isInScope,
  type LocationDetail,
  parseAddressText,
  provinceOf,
  searchKeyOf,
  tidyUnit,
} from "@cml/domain/map";
import type { Deps } from "../../deps";
import { mapScopeOf, userIdOf } from "../require-map-scope";
import { getLocation } from "./get-location";

/** Adds a building with its doors. Throws INVALID when the address has no street, FORBIDDEN outside the account's areas. */
export const createLocation = async (deps: Deps, actor: Actor, input: CreateLocationInput): Promise<LocationDetail> => {
  const scope = mapScopeOf(actor, "location.edit");
  const read = parseAddressText(input.address);
  if (read === null) throw new AppError("INVALID", "map.location.noStreet");
  const municipality = input.municipality ?? read.municipality;
  const province = provinceOf(input.province ?? "") ?? input.province ?? read.province;
  const named = input.unitNumbers.map(tidyUnit).filter((unit) => unit !== null);
  const units = [...new Set<string | null>(named.length > 0 ? named : [read.unitNumber])];
  const id = deps.newId();
  await transaction(deps.db, async (db) => {
    await holdCutShapesIn(db);
    const cutIds = cutFinder(await listCutShapes(db))(input);
    if (scope !== "all" && !cutIds.some((cutId) => isInScope(scope, cutId))) throw new AppError("FORBIDDEN", "map.scope.outsideYourAreas");
    const { unitNumber: _unit, ...parts } = read;
    await insertLocation(db, {
      ...parts,
      id,
      latitude: input.latitude,
      longitude: input.longitude,
      municipality,
      province,
      postalCode: input.postalCode ?? read.postalCode,
      buildingType: units.length > 1 && input.buildingType === "SINGLE_FAMILY" ? "MULTI_UNIT" : input.buildingType,
      buildingNotes: input.buildingNotes,
      searchKey: searchKeyOf({ ...read, municipality, province }),
      units: units.map((unitNumber) => ({ id: deps.newId(), unitNumber })),
      cutIds,
      createdByUserId: userIdOf(actor),
      historyId: deps.newId(),
      at: deps.clock.now(),
    });
    await recountCutsIn(db, cutIds);
  });
  return getLocation(deps, actor, id);
};
