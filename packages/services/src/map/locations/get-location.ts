import type { Db } from "@cml/db";
import { findLocation } from "@cml/db/map";
import { hasPermission } from "@cml/domain/auth";
import { type Actor, AppError } from "@cml/domain/kernel";
import { type LocationDetail, type Unit } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { mapScopeOf } from "../require-map-scope";

/**
 * A building with its doors. Their people only for those who may edit the map: others see that a door is there and what came of it.
 * Throws NOT_FOUND, also for a building outside the areas the account is limited to.
 */
export const getLocation = (deps: Deps, actor: Actor, id: string): Promise<LocationDetail> => readLocation(deps.db, actor, id);

/** The same within a transaction. */
export const readLocation = async (db: Db, actor: Actor, id: string): Promise<LocationDetail> => {
  const location = await findLocation(db, id, mapScopeOf(actor, "location.view"));
  if (location === null) throw new AppError("NOT_FOUND", "map.location.notFound");
  return maySeePeople(actor)
    ? { ...location, hasPeople: true }
    : { ...location, buildingNotes: null, addresses: location.addresses.map(withoutPeople), hasPeople: false };
};

export const maySeePeople = (actor: Actor): boolean =>
  actor.kind === "system" || (actor.kind === "user" && hasPermission(actor, "resident.view"));

const withoutPeople = (unit: Unit): Unit => ({
  ...unit,
  firstName: null,
  lastName: null,
  email: null,
  phone: null,
  notes: null,
  residents: [],
});
