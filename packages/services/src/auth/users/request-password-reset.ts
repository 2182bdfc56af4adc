import { verifyPassword } from "@cml/auth";
import { transaction } from "@cml/db";
import { findUserByEmail } from "@cml/db/auth";
import { lapseOf } from "@cml/domain/auth";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { limitAttempts } from "../limit-attempts";
import { recordSecurityEvent } from "../record-security-event";
import { mailAccountLink } from "./mail-link";

/** Mails a link to choose a new password, if the address has an account that may act; the answer is the same if not. */
export const requestPasswordReset = async (deps: Deps, actor: Actor, { email }: { email: string }): Promise<void> => {
  await limitAttempts(deps, actor, { action: "password-reset", account: email });
  // The comparison takes far longer than the rest, so the time of the answer does not tell whether the address is known.
  await Promise.all([mailReset(deps, actor, email), verifyPassword(null, email)]);
};

const mailReset = (deps: Deps, actor: Actor, email: string): Promise<void> =>
  transaction(deps.db, async (db) => {
    const user = await findUserByEmail(db, email);
    const lapse = user === null ? null : lapseOf(user, deps.clock.now());
    if (user === null || (lapse !== null && lapse !== "UNVERIFIED")) return;
    await mailAccountLink(deps, db, { kind: "password-reset", user: { ...user, email }, locale: actor.locale });
    await recordSecurityEvent(db, { actor, action: "user.requestPasswordReset", userId: user.id });
  });
