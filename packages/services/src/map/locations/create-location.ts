import { transaction } from "@cml/db";
import { holdCutShapesIn, insertHistory, insertLocation, type NewHistory, listCutShapes, recountCutsIn } from "@cml/db/map";
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
import { findPlace } from "../geocoding/find-place";
import { type NewPoint, pointText } from "../geocoding/place-location";
import { mapScopeOf, userIdOf } from "../require-map-scope";
import { markOf } from "./edit-context";
import { getLocation } from "./get-location";

/**
 * Adds a building with its doors, where it was pointed at or else where its address is found. Throws INVALID when the address has no
 * street or nobody knows where it is, CONFLICT when it stands there already, FORBIDDEN outside the account's areas.
 */
export const createLocation = async (deps: Deps, actor: Actor, input: CreateLocationInput): Promise<LocationDetail> => {
  const scope = mapScopeOf(actor, "location.edit");
  const read = parseAddressText(input.address);
  if (read === null) throw new AppError("INVALID", "map.location.noStreet");
  const municipality = input.municipality ?? read.municipality;
  const province = provinceOf(input.province ?? "") ?? input.province ?? read.province;
  const named = input.unitNumbers.map(tidyUnit).filter((unit) => unit !== null);
  const units = [...new Set<string | null>(named.length > 0 ? named : [read.unitNumber])];
  const postalCode = input.postalCode ?? read.postalCode;
  const place = pointOf(input) ?? (await findPlace(deps, { address: read.address, municipality, province, postalCode }));
  const id = deps.newId();
  await transaction(deps.db, async (db) => {
    await holdCutShapesIn(db);
    const cutIds = cutFinder(await listCutShapes(db))(place);
    if (scope !== "all" && !cutIds.some((cutId) => isInScope(scope, cutId))) throw new AppError("FORBIDDEN", "map.scope.outsideYourAreas");
    const { unitNumber: _unit, ...parts } = read;
    await insertLocation(db, {
      ...parts,
      id,
      latitude: place.latitude,
      longitude: place.longitude,
      geocodeConfidence: place.confidence,
      geocodeProvider: place.provider,
      municipality,
      province,
      postalCode,
      buildingType: units.length > 1 && input.buildingType === "SINGLE_FAMILY" ? "MULTI_UNIT" : input.buildingType,
      buildingNotes: input.buildingNotes,
      searchKey: searchKeyOf({ ...read, municipality, province }),
      units: units.map((unitNumber) => ({ id: deps.newId(), unitNumber })),
      cutIds,
      createdByUserId: userIdOf(actor),
      historyId: deps.newId(),
      at: deps.clock.now(),
    });
    if (place.provider !== null) await insertHistory(db, [foundLine(deps.newId(), id, place)], markOf(deps, actor));
    await recountCutsIn(db, cutIds);
  });
  return getLocation(deps, actor, id);
};

const pointOf = ({ latitude, longitude }: CreateLocationInput): NewPoint | null =>
  latitude === null || longitude === null ? null : { latitude, longitude, confidence: null, provider: null };

const foundLine = (id: string, locationId: string, place: NewPoint): NewHistory => ({
  id,
  locationId,
  action: "GEOCODED",
  field: "point",
  oldValue: null,
  newValue: pointText({ ...place, geocodeConfidence: place.confidence, geocodeProvider: place.provider }),
});
