import { verifyPassword } from "@cml/auth";
import { transaction } from "@cml/db";
import { findCredentialsByEmail, lockCredentials, updateUser } from "@cml/db/auth";
import { type Lapse, lapseOf, type User } from "@cml/domain/auth";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Db } from "@cml/db";
import type { Deps } from "../../deps";
import { recordSecurityEvent } from "../record-security-event";
import { forgiveAttempts, limitAttempts } from "../limit-attempts";

/** Told only to somebody who knows the password. */
export const lapseError = (lapse: Lapse): AppError => new AppError("FORBIDDEN", `auth.lapsed.${lapse}`);

/**
 * Checks e-mail and password and, if they are right, runs `open` in a transaction that holds the account, so that a
 * password changed or a status set at the same moment is never missed. Unknown e-mail and wrong password are one answer.
 */
export const withCheckedCredentials = async <T>(
  deps: Deps,
  { actor, email, password }: { actor: Actor; email: string; password: string },
  open: (db: Db, user: User) => Promise<T>,
): Promise<T> => {
  const attempt = { action: "sign-in", account: email } as const;
  await limitAttempts(deps, actor, attempt);
  const found = await findCredentialsByEmail(deps.db, email);
  const right = await verifyPassword(found?.passwordHash ?? null, password);
  if (found === null || !right) {
    await recordSecurityEvent(deps.db, { actor, action: "session.refuse", userId: found?.user.id ?? null });
    throw wrongCredentials();
  }
  const opened = await transaction(deps.db, async (db) => {
    const account = await lockCredentials(db, found.user.id);
    if (account === null || account.passwordHash !== found.passwordHash) throw wrongCredentials();
    const now = deps.clock.now();
    const lapse = lapseOf(account.user, now);
    if (lapse !== null) throw lapseError(lapse);
    return open(db, await updateUser(db, account.user.id, { lastLoginAt: now }));
  });
  await forgiveAttempts(deps, attempt);
  return opened;
};

const wrongCredentials = () => new AppError("UNAUTHENTICATED", "auth.wrongCredentials");
