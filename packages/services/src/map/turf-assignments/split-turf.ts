import { type Db, transaction } from "@cml/db";
import { type DoorLeft, findLastDoor, listDoorsLeft, lockTurfAssignment, returnTurf, splitTurfAssignment } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import { type BuildingLeft, fartherHalf, type SplitTurfInput, type TurfAssignment } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { userIdOf } from "../require-map-scope";
import { namingRealPeople, requireAssignment, requireAssignmentInScope, requireOpenShift } from "./hand-out-turf";

/**
 * Takes doors nobody visited yet from a turf that is out: the farther half for another pair, or all the rest, with which the turf comes
 * back. They go to people of the same or another shift, or are planned there. Throws CONFLICT when nothing is left to take.
 */
export const splitTurf = async (
  deps: Deps,
  actor: Actor,
  { id, part, shiftId, userIds }: SplitTurfInput,
): Promise<{ from: TurfAssignment; made: TurfAssignment }> => {
  await requireAssignmentInScope(deps, actor, id);
  await requireOpenShift(deps, actor, shiftId);
  const [newId, at] = [deps.newId(), deps.clock.now()];
  return namingRealPeople(
    transaction(deps.db, async (db) => {
      const from = await lockTurfAssignment(db, id);
      if (from === null || from.returnedAt !== null) throw new AppError("CONFLICT", "map.turf.returned");
      const doorIds = await doorsToTake(db, id, part);
      if (doorIds.length === 0) throw new AppError("CONFLICT", "map.turf.nothingLeft");
      const made = { id: newId, shiftId, cutId: from.cutId, userIds: [...new Set(userIds)], handedOutByUserId: userIdOf(actor), at };
      await splitTurfAssignment(db, { ...made, fromId: id, doorIds });
      if (part === "rest") await returnTurf(db, id, at);
      return { from: await requireAssignment(db, id), made: await requireAssignment(db, newId) };
    }),
  );
};

const doorsToTake = async (db: Db, id: string, part: SplitTurfInput["part"]): Promise<string[]> => {
  const left = await listDoorsLeft(db, id);
  return part === "rest" ? left.map((door) => door.id) : fartherHalf(byBuilding(left), await findLastDoor(db, id));
};

const byBuilding = (doors: readonly DoorLeft[]): BuildingLeft[] => {
  const buildings = new Map<string, { latitude: number; longitude: number; doorIds: string[] }>();
  for (const { id, locationId, latitude, longitude } of doors) {
    const building = buildings.get(locationId) ?? { latitude, longitude, doorIds: [] };
    building.doorIds.push(id);
    buildings.set(locationId, building);
  }
  return [...buildings.values()];
};
