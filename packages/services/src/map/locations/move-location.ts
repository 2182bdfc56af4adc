import { transaction } from "@cml/db";
import { holdCutShapesIn, insertHistory, listCutShapes, recountCutsIn, replaceMembership, updateLocationRows } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import { cutFinder, isInScope, type LocationDetail, type MoveLocationInput } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { mapScopeOf } from "../require-map-scope";
import { lockLocation, markOf } from "./edit-context";
import { readLocation } from "./get-location";

/**
 * Puts a building where somebody dragged it: it joins and leaves areas, and its point is a person's word from now on. Throws CONFLICT
 * when somebody saved meanwhile, FORBIDDEN when it would leave the account's areas.
 */
export const moveLocation = (deps: Deps, actor: Actor, { latitude, longitude, ...seen }: MoveLocationInput): Promise<LocationDetail> =>
  transaction(deps.db, async (db) => {
    const scope = mapScopeOf(actor, "location.edit");
    await holdCutShapesIn(db);
    const before = await lockLocation(db, actor, seen);
    const place = { latitude: rounded(latitude), longitude: rounded(longitude) };
    const cutIds = cutFinder(await listCutShapes(db))(place);
    if (scope !== "all" && !cutIds.some((cutId) => isInScope(scope, cutId))) throw new AppError("FORBIDDEN", "map.scope.outsideYourAreas");
    const mark = markOf(deps, actor, before);
    const change = { ...place, geocodeProvider: null, geocodeConfidence: null, geocodeReviewedAt: mark.at };
    await updateLocationRows(db, { ids: [before.id], change, street: null, mark });
    await recountCutsIn(db, await replaceMembership(db, before.id, cutIds));
    const entry = { id: deps.newId(), locationId: before.id, action: "MOVED_ON_MAP" as const, field: "point" };
    await insertHistory(db, [{ ...entry, oldValue: textOf(before), newValue: textOf(place) }], mark);
    return readLocation(db, actor, before.id);
  });

/** About a centimetre: what the column keeps. */
const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

const textOf = ({ latitude, longitude }: { latitude: number; longitude: number }): string =>
  `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`;
