import { transaction } from "@cml/db";
import { findActiveSession, findSession, holdSessionsOf, insertSession } from "@cml/db/canvass";
import { type CanvassSession, mayBeginSession, type StartSessionInput } from "@cml/domain/canvass";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { requireMyTurf } from "../../map";
import { walkerOf } from "../walker";

/**
 * Begins a walk of a turf that is out with the actor, or was when the walk began: a phone without signal tells of it late. The same id
 * again is the same session. Throws NOT_FOUND for somebody else's turf, CONFLICT while another session of the person is open.
 */
export const startSession = async (deps: Deps, actor: Actor, input: StartSessionInput): Promise<CanvassSession> => {
  const { userId, accountEndedAt } = walkerOf(actor);
  const now = deps.clock.now();
  const known = await findSession(deps.db, input.id);
  if (known !== null) return requireOwn(known, userId);
  if (!mayBeginSession(input.startedAt, { now, accountEndedAt })) throw new AppError("FORBIDDEN", "canvass.accountEnded");
  const turf = await requireMyTurf(deps, userId, { assignmentId: input.assignmentId, beganAt: input.startedAt });
  return transaction(deps.db, async (db) => {
    await holdSessionsOf(db, userId);
    const twin = await findSession(db, input.id);
    if (twin !== null) return requireOwn(twin, userId);
    if ((await findActiveSession(db, userId)) !== null) throw new AppError("CONFLICT", "canvass.sessionOpen");
    return insertSession(db, {
      id: input.id,
      userId,
      cutId: turf.cutId,
      shiftId: turf.shiftId,
      turfAssignmentId: turf.id,
      // A phone's clock may run ahead; a session never begins in the future.
      startedAt: input.startedAt > now ? now : input.startedAt,
      start: input.start,
      trackingId: deps.newId(),
      now,
    });
  });
};

const requireOwn = (session: CanvassSession, userId: string): CanvassSession => {
  if (session.userId !== userId) throw new AppError("NOT_FOUND", "canvass.sessionNotFound");
  return session;
};
