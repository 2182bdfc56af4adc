import { transaction } from "@cml/db";
import { endSession as endStoredSession, findActiveSession, findSession } from "@cml/db/canvass";
import type { CanvassSession, EndSessionInput } from "@cml/domain/canvass";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { walkerOf } from "../walker";

/** Ends the actor's own session; ending it again is no error. Throws NOT_FOUND for anybody else's. */
export const endSession = async (deps: Deps, actor: Actor, { id, endedAt }: EndSessionInput): Promise<CanvassSession> => {
  const { userId } = walkerOf(actor);
  return transaction(deps.db, async (db) => {
    const session = await findSession(db, id);
    if (session === null || session.userId !== userId) throw new AppError("NOT_FOUND", "canvass.sessionNotFound");
    const now = deps.clock.now();
    const bounded = new Date(Math.min(Math.max(endedAt.getTime(), session.startedAt.getTime()), now.getTime()));
    return (await endStoredSession(db, id, { status: "COMPLETED", endedAt: bounded })) ?? session;
  });
};

/** The session a phone goes on with after it was closed; null when none is open. */
export const getMySession = async (deps: Deps, actor: Actor): Promise<CanvassSession | null> => {
  if (actor.kind !== "user") throw new AppError("UNAUTHENTICATED", "auth.signInFirst");
  return findActiveSession(deps.db, actor.userId);
};
