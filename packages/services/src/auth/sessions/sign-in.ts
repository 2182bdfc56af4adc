import { startSession } from "@cml/auth";
import type { Me, SignInInput } from "@cml/domain/auth";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { recordSecurityEvent } from "../record-security-event";
import { withCheckedCredentials } from "./check-credentials";
import { toMe } from "./to-me";

export type SignedIn = { me: Me; session: { token: string; expiresAt: Date } };

/** Opens a browser session; `session` belongs in the cookie and nowhere else. */
export const signIn = (deps: Deps, actor: Actor, { email, password, remember }: SignInInput): Promise<SignedIn> =>
  withCheckedCredentials(deps, { actor, email, password }, async (db, user) => {
    const { token, expiresAt } = await startSession({ db, now: deps.clock.now() }, { userId: user.id, remember, deviceLabel: null });
    await recordSecurityEvent(db, { actor, action: "session.open", userId: user.id });
    return { me: toMe(user), session: { token, expiresAt } };
  });
