import { findTurfAssignment, listCutIdsOfShift, listRosterUserIds } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { GiveDayTurfInput, HandOutTurfInput, SplitDayTurfInput, TakeBackDayTurfInput, TurfAssignment } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { givePlannedTurf, handOutTurf, passTurf, returnTurf, splitTurf } from "../turf-assignments";
import { onBehalfOfShift, requireDay, type ShiftRight } from "./shift-right";

/** A captain gives turf to people of the shift, and to nobody else. */
const requirePeopleOfShift = async (deps: Deps, { shift, isCaptain }: ShiftRight, userIds: readonly string[]): Promise<void> => {
  if (!isCaptain) return;
  const roster = await listRosterUserIds(deps.db, shift.id);
  if (userIds.some((id) => id !== shift.captainUserId && !roster.has(id))) throw new AppError("FORBIDDEN", "map.shiftDay.notOfShift");
};

/** Throws NOT_FOUND for a turf of another shift: a captain need not learn that it is there. */
const requireTurfOfShift = async (deps: Deps, { shift }: ShiftRight, id: string): Promise<TurfAssignment> => {
  const turf = await findTurfAssignment(deps.db, id);
  if (turf?.shiftId !== shift.id) throw new AppError("NOT_FOUND", "map.turf.notFound");
  return turf;
};

/** An area of the shift goes out. For a captain: the shift's own, and those its turfs were cut from. */
export const handOutDayTurf = async (deps: Deps, actor: Actor, input: HandOutTurfInput): Promise<TurfAssignment> => {
  const right = await requireDay(deps, actor, input.shiftId);
  await requirePeopleOfShift(deps, right, input.userIds);
  if (right.isCaptain && !(await listCutIdsOfShift(deps.db, right.shift)).has(input.cutId))
    throw new AppError("NOT_FOUND", "map.cut.notFound");
  return handOutTurf(deps, onBehalfOfShift(actor, right), input);
};

/** People take a planned turf, or one that is out with others. */
export const giveDayTurf = async (deps: Deps, actor: Actor, { shiftId, id, userIds }: GiveDayTurfInput): Promise<TurfAssignment> => {
  const right = await requireDay(deps, actor, shiftId);
  const turf = await requireTurfOfShift(deps, right, id);
  await requirePeopleOfShift(deps, right, userIds);
  const give = turf.handedOutAt === null ? givePlannedTurf : passTurf;
  return give(deps, onBehalfOfShift(actor, right), { id, userIds });
};

/** Takes a turf of the shift back; what its people still report counts. */
export const takeBackDayTurf = async (deps: Deps, actor: Actor, { shiftId, id }: TakeBackDayTurfInput): Promise<TurfAssignment> => {
  const right = await requireDay(deps, actor, shiftId);
  await requireTurfOfShift(deps, right, id);
  return returnTurf(deps, onBehalfOfShift(actor, right), id);
};

/** Half of what is left of a turf, or all of it, goes to others of the shift. */
export const splitDayTurf = async (
  deps: Deps,
  actor: Actor,
  { shiftId, id, part, userIds }: SplitDayTurfInput,
): Promise<{ from: TurfAssignment; made: TurfAssignment }> => {
  const right = await requireDay(deps, actor, shiftId);
  await requireTurfOfShift(deps, right, id);
  await requirePeopleOfShift(deps, right, userIds);
  return splitTurf(deps, onBehalfOfShift(actor, right), { id, part, shiftId, userIds });
};
