import { findShift, findTurfAssignment, hadTurfAt, listTurfDoors, listTurfsOfUser } from "@cml/db/map";
import { type Actor, AppError, type LatLng } from "@cml/domain/kernel";
import { type MyTurf, planWalkRoute, type TurfAssignment, type TurfDoors } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { barriersAmong } from "./walk-barriers";

/** Turfs that are out with the signed-in person. */
export const listMyTurfs = async (deps: Deps, actor: Actor): Promise<MyTurf[]> => {
  if (actor.kind !== "user") throw new AppError("UNAUTHENTICATED", "auth.signInFirst");
  return listTurfsOfUser(deps.db, actor.userId);
};

type Walked = {
  assignmentId: string;
  /** When the walk began, for a phone that tells of it later than the turf was taken back or went on to others: it was theirs then. */
  beganAt?: Date;
};

const wasOutAt = ({ handedOutAt, returnedAt }: TurfAssignment, at: Date): boolean =>
  handedOutAt !== null && (returnedAt === null || (at >= handedOutAt && at < returnedAt));

/**
 * A turf this person may walk: out with them, or of a shift they lead. Throws NOT_FOUND otherwise, whatever their role: another person's
 * turf looks like none.
 */
export const requireMyTurf = async (deps: Deps, userId: string, { assignmentId, beganAt }: Walked): Promise<TurfAssignment> => {
  const assignment = await findTurfAssignment(deps.db, assignmentId);
  if (assignment === null || !wasOutAt(assignment, beganAt ?? deps.clock.now())) throw new AppError("NOT_FOUND", "map.turf.notYours");
  const shift = await findShift(deps.db, assignment.shiftId);
  if (shift === null || shift.status === "CANCELLED") throw new AppError("NOT_FOUND", "map.turf.notYours");
  const mine =
    assignment.people.some((person) => person.userId === userId) ||
    shift.captainUserId === userId ||
    (beganAt !== undefined && (await hadTurfAt(deps.db, assignmentId, { userId, at: beganAt })));
  if (!mine) throw new AppError("NOT_FOUND", "map.turf.notYours");
  return assignment;
};

/** The doors of my turf in walking order from `start`, or from wherever is best to begin. */
export const getTurfDoors = async (deps: Deps, actor: Actor, input: { assignmentId: string; start: LatLng | null }): Promise<TurfDoors> => {
  if (actor.kind !== "user") throw new AppError("UNAUTHENTICATED", "auth.signInFirst");
  const { id } = await requireMyTurf(deps, actor.userId, { assignmentId: input.assignmentId });
  const doors = await listTurfDoors(deps.db, id);
  const route = planWalkRoute(doors, input.start, await barriersAmong(deps.db, doors));
  return { doors: route.stops, walkDistanceM: Math.round(route.distanceM) };
};
