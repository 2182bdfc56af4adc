import { findLocation } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { LocationDetail } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { mapScopeOf } from "../require-map-scope";

/** Throws NOT_FOUND, also for a building outside the areas the account is limited to. */
export const getLocation = async (deps: Deps, actor: Actor, id: string): Promise<LocationDetail> => {
  const location = await findLocation(deps.db, id, mapScopeOf(actor, "location.view"));
  if (location === null) throw new AppError("NOT_FOUND", "map.location.notFound");
  return location;
};
