import { hashPassword } from "@cml/auth";
import { transaction } from "@cml/db";
import { findUser, insertUser } from "@cml/db/auth";
import type { CreateUserInput, User } from "@cml/domain/auth";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { readSettings } from "../../settings/site-settings/settings-cache";
import { recordSecurityEvent } from "../record-security-event";
import { mailAccountLink } from "./mail-link";
import { requireMayManage } from "./require-may-manage";

/**
 * Makes an account for somebody. Without a password the person is mailed a link to choose one; with one, the apps ask
 * for a new password at the first sign-in. Throws CONFLICT when the address has an account, FORBIDDEN above the own role.
 */
export const createUser = async (deps: Deps, actor: Actor, { password, ...input }: CreateUserInput): Promise<User> => {
  requireMayManage(actor, input);
  const passwordHash = password === undefined ? null : await hashPassword(password);
  return transaction(deps.db, async (db) => {
    const user = await insertUser(db, {
      ...input,
      id: deps.newId(),
      createdVia: "ADMIN",
      mustChangePassword: password !== undefined,
      createdAt: deps.clock.now(),
      passwordHash,
    });
    if (user === null) throw new AppError("CONFLICT", "auth.emailTaken");
    await recordSecurityEvent(db, { actor, action: "user.create", userId: user.id, facts: { role: user.role } });
    if (password === undefined) {
      const inviter = actor.kind === "user" ? await findUser(db, actor.userId) : null;
      const invitedBy = inviter?.name ?? (await readSettings(deps)).settings.organizationName;
      const mail = { kind: "account-invitation", locale: actor.locale, variables: { INVITED_BY: invitedBy } } as const;
      await mailAccountLink(deps, db, { ...mail, user: { ...user, email: input.email } });
    }
    return user;
  });
};
