import { deleteSession, revokeTokenFamily } from "@cml/db/auth";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { recordSecurityEvent } from "../record-security-event";

/** Ends the session or the token family the request came with; a stranger is already signed out. */
export const signOut = async (deps: Deps, actor: Actor): Promise<void> => {
  if (actor.kind !== "user") return;
  if (actor.sessionId !== null) await deleteSession(deps.db, actor.sessionId);
  if (actor.familyId !== undefined) await revokeTokenFamily(deps.db, actor.familyId, deps.clock.now());
  await recordSecurityEvent(deps.db, { actor, action: "session.close", userId: actor.userId });
  await deps.events.publish({ type: "user.changed", userId: actor.userId });
};
