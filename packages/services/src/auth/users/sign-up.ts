import { hashPassword } from "@cml/auth";
import { transaction, type Db } from "@cml/db";
import { findUserByEmail, insertUser, lockCredentials, updateUser } from "@cml/db/auth";
import { lapseOf, type SignUpInput, type User } from "@cml/domain/auth";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { readSettings } from "../../settings/site-settings/settings-cache";
import { limitAttempts } from "../limit-attempts";
import { recordSecurityEvent } from "../record-security-event";
import { mailAccountLink } from "./mail-link";

/**
 * Makes an account that waits for its e-mail to be verified. The answer is the same whether or not the address has an
 * account already; only its owner is told, by mail. Throws FORBIDDEN while sign-up is switched off.
 */
export const signUp = async (deps: Deps, actor: Actor, input: SignUpInput): Promise<void> => {
  await limitAttempts(deps, actor, { action: "sign-up", account: input.email });
  const { settings } = await readSettings(deps);
  if (!settings.signUpEnabled) throw new AppError("FORBIDDEN", "auth.signUpClosed");
  const passwordHash = await hashPassword(input.password);
  await transaction(deps.db, async (db) => {
    const user = await insertUser(db, {
      id: deps.newId(),
      email: input.email,
      name: input.name,
      phone: input.phone ?? null,
      role: "USER",
      createdVia: "STANDARD",
      locale: actor.locale,
      emailVerified: false,
      createdAt: deps.clock.now(),
      passwordHash,
    });
    if (user === null) return answerForKnownAddress(deps, { db, actor }, { input, passwordHash });
    await recordSecurityEvent(db, { actor, action: "user.signUp", userId: user.id });
    await mailAccountLink(deps, db, { kind: "email-verification", user: { ...user, email: input.email }, locale: actor.locale });
  });
};

type Doing = { db: Db; actor: Actor };
type Known = { input: SignUpInput; passwordHash: string };

const answerForKnownAddress = async (deps: Deps, { db, actor }: Doing, { input, passwordHash }: Known): Promise<void> => {
  const user = await findUserByEmail(db, input.email);
  if (user === null) return;
  const now = deps.clock.now();
  const mail = { user: { ...user, email: input.email }, locale: actor.locale };
  const lapse = lapseOf(user, now);
  if (lapse === "UNVERIFIED") {
    // Nobody has shown that the address is theirs, so the newest wish counts; the older link stops working.
    const renewed = await renewUnverified(db, user, { name: input.name, phone: input.phone ?? null, passwordHash });
    await mailAccountLink(deps, db, { ...mail, kind: "email-verification", user: { ...mail.user, name: renewed.name } });
  } else if (lapse === null) await mailAccountLink(deps, db, { ...mail, kind: "account-exists" });
};

const renewUnverified = async (db: Db, user: User, wish: { name: string; phone: string | null; passwordHash: string }): Promise<User> => {
  await lockCredentials(db, user.id);
  return updateUser(db, user.id, wish);
};
