import { spendOneTimeToken, verifyPassword } from "@cml/auth";
import { transaction } from "@cml/db";
import { lockCredentials, updateUser } from "@cml/db/auth";
import type { VerifyEmailInput } from "@cml/domain/auth";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { limitAttempts } from "../limit-attempts";
import { recordSecurityEvent } from "../record-security-event";

/**
 * Spends the token of a verification mail: the address is its account's own. The password chosen at sign-up is asked for, so that nobody
 * makes usable an account a stranger opened in their name. Throws NOT_FOUND for a link that no longer works, INVALID for another password
 * (the link stays good; a new password by mail is the other way in).
 */
export const verifyEmail = async (deps: Deps, actor: Actor, { token, password }: VerifyEmailInput): Promise<void> => {
  await limitAttempts(deps, actor, { action: "token", account: token });
  const userId = await transaction(deps.db, async (db) => {
    const spent = await spendOneTimeToken({ db, now: deps.clock.now() }, token, ["email-verification"]);
    const account = spent?.userId ? await lockCredentials(db, spent.userId) : null;
    if (spent === null || account === null || account.user.email !== spent.email) throw new AppError("NOT_FOUND", "auth.linkUsedUp");
    if (!(await verifyPassword(account.passwordHash, password))) throw new AppError("INVALID", "auth.wrongSignUpPassword");
    await updateUser(db, account.user.id, { emailVerified: true });
    await recordSecurityEvent(db, { actor, action: "user.verifyEmail", userId: account.user.id });
    return account.user.id;
  });
  await deps.events.publish({ type: "user.changed", userId });
};
