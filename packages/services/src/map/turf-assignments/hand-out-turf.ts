import { type Db, isForeignKeyViolation, transaction } from "@cml/db";
import {
  countTurfUnits,
  findCut,
  findTurfAssignment,
  findTurfFilter,
  giveTurf,
  insertTurfAssignment,
  type NewTurfAssignment,
  returnTurf as returnStoredTurf,
} from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import { type GivePlannedTurfInput, type HandOutTurfInput, requireCutInScope, type TurfAssignment } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { mapScopeOf, userIdOf } from "../require-map-scope";
import { getShift } from "../shifts/read-shifts";
import { turfUnitsOf } from "./turf-filter";

/**
 * Gives an area of a shift to people to walk, or plans it when nobody is named: the doors its filter leaves in at this moment. Doors in
 * other hands are left out. Throws CONFLICT when none is left or the shift is cancelled.
 */
export const handOutTurf = async (deps: Deps, actor: Actor, { shiftId, cutId, userIds }: HandOutTurfInput): Promise<TurfAssignment> => {
  requireCutInScope(mapScopeOf(actor, "shift.edit"), cutId);
  await requireOpenShift(deps, actor, shiftId);
  if ((await findCut(deps.db, cutId)) === null) throw new AppError("NOT_FOUND", "map.cut.notFound");
  const given = { id: deps.newId(), shiftId, cutId, userIds, handedOutByUserId: userIdOf(actor), at: deps.clock.now() };
  return namingRealPeople(transaction(deps.db, (db) => giveOut(db, given)));
};

/** Within a transaction: the doors nobody else has. Throws CONFLICT when that is none. */
export const giveOut = async (db: Db, { cutId, userIds, ...given }: NewTurfAssignment): Promise<TurfAssignment> => {
  const units = await turfUnitsOf(db, cutId, await findTurfFilter(db, cutId));
  const doors = await insertTurfAssignment(db, { ...given, cutId, userIds: [...new Set(userIds)] }, units);
  if (doors === 0) {
    const { doors: wanted } = await countTurfUnits(db, units);
    throw new AppError("CONFLICT", wanted === 0 ? "map.turf.empty" : "map.turf.alreadyOut");
  }
  return requireAssignment(db, given.id);
};

/** People take a planned turf. Throws CONFLICT when others have it. */
export const givePlannedTurf = async (deps: Deps, actor: Actor, { id, userIds }: GivePlannedTurfInput): Promise<TurfAssignment> => {
  const assignment = await requireAssignmentInScope(deps, actor, id);
  await requireOpenShift(deps, actor, assignment.shiftId);
  const given = { userIds: [...new Set(userIds)], byUserId: userIdOf(actor), at: deps.clock.now() };
  return namingRealPeople(
    transaction(deps.db, async (db) => {
      if (!(await giveTurf(db, id, given))) throw new AppError("CONFLICT", "map.turf.alreadyOut");
      return requireAssignment(db, id);
    }),
  );
};

/** Takes a turf back; from then on its people no longer see its doors. What they still report counts. */
export const returnTurf = async (deps: Deps, actor: Actor, id: string): Promise<TurfAssignment> => {
  await requireAssignmentInScope(deps, actor, id);
  return transaction(deps.db, async (db) => {
    if (!(await returnStoredTurf(db, id, deps.clock.now()))) throw new AppError("CONFLICT", "map.turf.returned");
    return requireAssignment(db, id);
  });
};

/** Throws NOT_FOUND, FORBIDDEN for a turf of an area the account does not reach. */
export const requireAssignmentInScope = async (deps: Deps, actor: Actor, id: string): Promise<TurfAssignment> => {
  const scope = mapScopeOf(actor, "shift.edit");
  const assignment = await requireAssignment(deps.db, id);
  requireCutInScope(scope, assignment.cutId);
  return assignment;
};

export const requireAssignment = async (db: Db, id: string): Promise<TurfAssignment> => {
  const assignment = await findTurfAssignment(db, id);
  if (assignment === null) throw new AppError("NOT_FOUND", "map.turf.notFound");
  return assignment;
};

/** Throws CONFLICT for a shift that is cancelled. */
export const requireOpenShift = async (deps: Deps, actor: Actor, shiftId: string): Promise<void> => {
  const shift = await getShift(deps, actor, shiftId);
  if (shift.status === "CANCELLED") throw new AppError("CONFLICT", "map.shift.cancelled");
};

export const namingRealPeople = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (isForeignKeyViolation(error)) throw new AppError("NOT_FOUND", "map.shift.noSuchPerson", {}, { cause: error });
    throw error;
  }
};
