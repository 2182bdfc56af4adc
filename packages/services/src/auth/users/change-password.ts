import { hashPassword, verifyPassword, voidTokensOf } from "@cml/auth";
import { transaction } from "@cml/db";
import { findCredentials, lockCredentials, updateUser } from "@cml/db/auth";
import type { ChangePasswordInput } from "@cml/domain/auth";
import { AppError, type UserActor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { forgiveAttempts, limitAttempts } from "../limit-attempts";
import { recordSecurityEvent } from "../record-security-event";
import { endSessionsOf } from "../sessions/end-sessions";

/** Changes the own password and ends every other session; this one goes on. Throws INVALID when the current one is wrong. */
export const changePassword = async (
  deps: Deps,
  actor: UserActor,
  { currentPassword, newPassword }: ChangePasswordInput,
): Promise<void> => {
  const attempt = { action: "change-password", account: actor.userId } as const;
  await limitAttempts(deps, actor, attempt);
  const found = await findCredentials(deps.db, actor.userId);
  if (!(await verifyPassword(found?.passwordHash ?? null, currentPassword))) throw new AppError("INVALID", "auth.currentPasswordWrong");
  const passwordHash = await hashPassword(newPassword);
  const now = deps.clock.now();
  await transaction(deps.db, async (db) => {
    const account = await lockCredentials(db, actor.userId);
    if (account === null || account.passwordHash !== found?.passwordHash) throw new AppError("CONFLICT", "auth.passwordJustChanged");
    await updateUser(db, actor.userId, { passwordHash, mustChangePassword: false });
    await endSessionsOf(db, actor.userId, { now, except: actor });
    await voidTokensOf({ db, now }, actor.userId, ["password-reset", "invitation"]);
    await recordSecurityEvent(db, { actor, action: "user.changePassword", userId: actor.userId });
  });
  await forgiveAttempts(deps, attempt);
  await deps.events.publish({ type: "user.changed", userId: actor.userId });
};
