import { hashPassword, spendOneTimeToken, voidTokensOf } from "@cml/auth";
import { transaction } from "@cml/db";
import { lockCredentials, updateUser } from "@cml/db/auth";
import type { ResetPasswordInput } from "@cml/domain/auth";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { limitAttempts } from "../limit-attempts";
import { recordSecurityEvent } from "../record-security-event";
import { endSessionsOf } from "../sessions/end-sessions";

/**
 * Sets the password an owner of the mailed link chose, ends every session of the account and voids its other links. It
 * signs nobody in. Throws NOT_FOUND for a link that no longer works.
 */
export const resetPassword = async (deps: Deps, actor: Actor, { token, password }: ResetPasswordInput): Promise<void> => {
  await limitAttempts(deps, actor, { action: "token" });
  const passwordHash = await hashPassword(password);
  const now = deps.clock.now();
  const userId = await transaction(deps.db, async (db) => {
    const spent = await spendOneTimeToken({ db, now }, token, ["password-reset", "invitation"]);
    const account = spent?.userId ? await lockCredentials(db, spent.userId) : null;
    if (spent === null || account === null || account.user.email !== spent.email) throw new AppError("NOT_FOUND", "auth.linkUsedUp");
    const { id } = account.user;
    // Whoever opened the mail owns the address.
    await updateUser(db, id, { passwordHash, emailVerified: true, mustChangePassword: false });
    await endSessionsOf(db, id, { now });
    await voidTokensOf({ db, now }, id, ["password-reset", "invitation", "email-verification"]);
    await recordSecurityEvent(db, { actor, action: "user.resetPassword", userId: id });
    return id;
  });
  await deps.events.publish({ type: "user.changed", userId });
};
