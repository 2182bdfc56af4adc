import { rawTransaction, transaction } from "@cml/db";
import {
  findUnplaced, holdAddedDoor, holdCutShapes, holdImports, holdPlaced, lockLocations, noteUnitLeft, removeAddedDoor, reopenUnplaced, type UnplacedDoor,
} from "@cml/db/map"; // prettier-ignore
import { type Actor, AppError } from "@cml/domain/kernel";
import { type GeocodeAnswer, placeableConfidence, type PlaceUnplacedInput, searchKeyOf } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { requireWholeMapFor, userIdOf } from "../require-map-scope";
import { geocode, geocodeAddress } from "./geocode";
import { geocodeLocally } from "./local";
import { placeUnplaced, unitOfRow } from "./place-unplaced";

const findWaiting = async (deps: Deps, id: string): Promise<UnplacedDoor> => {
  const row = await findUnplaced(deps.db, id);
  if (row === null) throw new AppError("NOT_FOUND", "map.tray.notFound");
  return row;
};

/** Where a row of the tray may stand: what the map knows, and on request what geocoders of others say. */
export const unplacedCandidates = async (
  deps: Deps,
  actor: Actor,
  { id, askOthers }: { id: string; askOthers: boolean },
): Promise<GeocodeAnswer> => {
  requireWholeMapFor(actor, "location.edit");
  const { address, municipality, province, postalCode } = await findWaiting(deps, id);
  const { candidates } = await geocodeLocally(deps.db, { parts: { address, municipality, province, postalCode } });
  const text = [address, municipality, province, postalCode].filter(Boolean).join(", ");
  const others = askOthers ? (await geocode(deps, actor, { text, askOthers })).others : [];
  return { local: candidates, others };
};

/** Puts a row where a person says it stands. Throws NOT_FOUND or CONFLICT when it no longer waits, or cannot be read as an address. */
export const placeUnplacedRow = async (deps: Deps, actor: Actor, { id, to }: PlaceUnplacedInput): Promise<{ locationId: string }> => {
  requireWholeMapFor(actor, "location.edit");
  const row = await findWaiting(deps, id);
  const building = to.kind === "take" && to.locationId !== null ? await buildingOf(deps, to.locationId) : null;
  const locationId = await placeUnplaced(deps, {
    row,
    to: to.kind === "take" ? { ...to, ...building } : { ...to, confidence: null, provider: null },
    action: to.kind === "take" ? "GEOCODED" : "MOVED_ON_MAP",
    userId: userIdOf(actor),
    building,
  });
  if (locationId === null) throw new AppError("CONFLICT", "map.tray.notPlaced");
  return { locationId };
};

const buildingOf = async (deps: Deps, id: string) => {
  const [location] = await transaction(deps.db, (db) => lockLocations(db, [id], "all"));
  if (location === undefined) throw new AppError("CONFLICT", "map.tray.noBuilding");
  const { latitude, longitude } = location;
  return { latitude, longitude, searchKey: searchKeyOf({ ...location, streetName: location.streetName ?? "" }) };
};

/**
 * Geocodes one row and places it where somebody surely knows it; says so when nobody does. Of many (`isBulk`) only those geocoders are
 * asked that allow it. Throws NOT_FOUND when it no longer waits.
 */
export const geocodeUnplaced = async (
  deps: Deps,
  actor: Actor,
  { id, isBulk }: { id: string; isBulk: boolean },
): Promise<{ locationId: string | null; confidence: number | null }> => {
  requireWholeMapFor(actor, "location.edit");
  const row = await findWaiting(deps, id);
  const place = await geocodeAddress(deps, row, { isBulk, isWatched: true });
  if (place === null || place.confidence < placeableConfidence) return { locationId: null, confidence: place?.confidence ?? null };
  const locationId = await placeUnplaced(deps, { row, to: place, action: "GEOCODED", userId: userIdOf(actor) });
  return { locationId, confidence: place.confidence };
};

/**
 * Takes a placed row from the map again: its door goes, with the building where it was the only one. Throws NOT_FOUND when it is not on
 * the map, CONFLICT when somebody was at the door or changed it since.
 */
export const takeUnplacedBack = (deps: Deps, actor: Actor, { id }: { id: string }): Promise<void> => {
  requireWholeMapFor(actor, "location.edit");
  return rawTransaction(deps.db, async (client) => {
    await holdImports(client);
    await holdCutShapes(client);
    const placed = await holdPlaced(client, id);
    if (placed === null) throw new AppError("NOT_FOUND", "map.tray.notOnMap");
    const unitNumber = unitOfRow(placed);
    const added = await holdAddedDoor(client, { ...placed, unitNumber });
    if (added?.isUsed === true) throw new AppError("CONFLICT", "map.tray.doorUsed");
    if (added !== null) {
      const { locationId } = placed;
      await removeAddedDoor(client, locationId, added);
      if (!added.isOnly)
        await noteUnitLeft(client, { id: deps.newId(), locationId, unitNumber, userId: userIdOf(actor), at: deps.clock.now() });
    }
    await reopenUnplaced(client, id);
  });
};
