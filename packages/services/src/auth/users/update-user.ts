import { voidTokensOf } from "@cml/auth";
import { type Db, isUniqueViolation, transaction } from "@cml/db";
import { findUserByEmail, lockCredentials, lockSuperAdmins, updateUser as updateRow } from "@cml/db/auth";
import { isActiveSuperAdmin, type UpdateUserInput, type User } from "@cml/domain/auth";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { recordSecurityEvent } from "../record-security-event";
import { requireMayManage } from "./require-may-manage";

/**
 * Changes an account's person, role, status or permissions; they act from the next request on. Throws FORBIDDEN when the
 * account may do more than the actor, before or after, and CONFLICT when nobody would be left to administer.
 */
export const updateUser = async (deps: Deps, actor: Actor, { id, ...changes }: UpdateUserInput): Promise<User> => {
  const user = await transaction(deps.db, async (db) => {
    // Always before the account itself, so that two of these never wait for each other.
    const admins = await lockSuperAdmins(db);
    const before = (await lockCredentials(db, id))?.user;
    if (before === undefined) throw new AppError("NOT_FOUND", "auth.userNotFound");
    const after = { ...before, ...given(changes) };
    requireMayManage(actor, before);
    requireMayManage(actor, after);
    requireAdminLeft(admins, after, deps.clock.now());
    const emailChanged = after.email !== before.email;
    if (emailChanged) await prepareNewEmail(deps, db, after);
    const saved = await updateRow(db, id, { ...changes, ...(emailChanged ? { emailVerified: false } : {}) });
    await recordSecurityEvent(db, {
      actor,
      action: "user.update",
      userId: id,
      facts: { fields: Object.keys(given(changes)), role: saved.role, status: saved.status },
    });
    return saved;
  }).catch((error: unknown) => {
    // Somebody took the address between the look and the write.
    throw isUniqueViolation(error) ? new AppError("CONFLICT", "auth.emailTaken") : error;
  });
  await deps.events.publish({ type: "user.changed", userId: id });
  return user;
};

const given = (changes: Omit<UpdateUserInput, "id">): Partial<User> =>
  Object.fromEntries(Object.entries<unknown>(changes).filter(([, value]) => value !== undefined));

const requireAdminLeft = (admins: User[], after: User, now: Date): void => {
  const acting = (user: User) => isActiveSuperAdmin(user, now);
  const wasLast = admins.some((admin) => admin.id === after.id && acting(admin)) && !acting(after);
  if (wasLast && !admins.some((admin) => admin.id !== after.id && acting(admin))) throw new AppError("CONFLICT", "auth.lastAdministrator");
};

// Links mailed to the old address must not work for the account any more.
const prepareNewEmail = async (deps: Deps, db: Db, after: User): Promise<void> => {
  if (after.email !== null && (await findUserByEmail(db, after.email)) !== null) throw new AppError("CONFLICT", "auth.emailTaken");
  await voidTokensOf({ db, now: deps.clock.now() }, after.id, ["password-reset", "invitation", "email-verification"]);
};
