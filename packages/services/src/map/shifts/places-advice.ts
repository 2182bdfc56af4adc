import { findAttendance, findTimeZone } from "@cml/db/map";
import type { Actor } from "@cml/domain/kernel";
import { dayIn, type PlacesAdvice, placesAdvice, type PlacesAdviceInput } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { mapScopeOf } from "../require-map-scope";

/** How many places to open so that as many come as are needed, by who came to the last shifts of the kind. */
export const getPlacesAdvice = async (deps: Deps, actor: Actor, { kind, needed }: PlacesAdviceInput): Promise<PlacesAdvice> => {
  mapScopeOf(actor, "shift.view");
  const today = dayIn(deps.clock.now(), await findTimeZone(deps.db));
  return placesAdvice(needed, await findAttendance(deps.db, kind, today));
};
