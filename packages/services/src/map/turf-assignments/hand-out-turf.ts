import { isForeignKeyViolation, isUniqueViolation } from "@cml/db";
import { findCut, findTurfAssignment, insertTurfAssignment, returnTurf as returnStoredTurf } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import { type HandOutTurfInput, requireCutInScope, type TurfAssignment } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { mapScopeOf, userIdOf } from "../require-map-scope";
import { getShift } from "../shifts/read-shifts";

/** Gives an area of a shift to people to walk. Throws CONFLICT while it is out with others or the shift is cancelled. */
export const handOutTurf = async (deps: Deps, actor: Actor, { shiftId, cutId, userIds }: HandOutTurfInput): Promise<TurfAssignment> => {
  requireCutInScope(mapScopeOf(actor, "shift.edit"), cutId);
  const shift = await getShift(deps, actor, shiftId);
  if (shift.status === "CANCELLED") throw new AppError("CONFLICT", "map.shift.cancelled");
  if ((await findCut(deps.db, cutId)) === null) throw new AppError("NOT_FOUND", "map.cut.notFound");
  try {
    const given = {
      id: deps.newId(),
      shiftId,
      cutId,
      userIds: [...new Set(userIds)],
      handedOutByUserId: userIdOf(actor),
      at: deps.clock.now(),
    };
    return await insertTurfAssignment(deps.db, given);
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError("CONFLICT", "map.turf.alreadyOut", {}, { cause: error });
    if (isForeignKeyViolation(error)) throw new AppError("NOT_FOUND", "map.shift.noSuchPerson", {}, { cause: error });
    throw error;
  }
};

/** Takes a turf back; from then on its people no longer see its doors. What they still report counts. */
export const returnTurf = async (deps: Deps, actor: Actor, id: string): Promise<TurfAssignment> => {
  const scope = mapScopeOf(actor, "shift.edit");
  const assignment = await findTurfAssignment(deps.db, id);
  if (assignment === null) throw new AppError("NOT_FOUND", "map.turf.notFound");
  requireCutInScope(scope, assignment.cutId);
  if (!(await returnStoredTurf(deps.db, id, deps.clock.now()))) throw new AppError("CONFLICT", "map.turf.returned");
  return { ...assignment, returnedAt: deps.clock.now() };
};
