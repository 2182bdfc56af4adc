import { transaction } from "@cml/db";
import type { UserActor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { recordSecurityEvent } from "../record-security-event";
import { endSessionsOf } from "./end-sessions";

/** Ends every session and token of the own account, this one included. */
export const signOutEverywhere = async (deps: Deps, actor: UserActor): Promise<void> => {
  await transaction(deps.db, async (db) => {
    await endSessionsOf(db, actor.userId, { now: deps.clock.now() });
    await recordSecurityEvent(db, { actor, action: "session.closeAll", userId: actor.userId });
  });
  await deps.events.publish({ type: "user.changed", userId: actor.userId });
};
