import { rotateRefreshToken, signAccessToken } from "@cml/auth";
import { lapseOf, type TokenPair } from "@cml/domain/auth";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { limitAttempts } from "../limit-attempts";
import { recordSecurityEvent } from "../record-security-event";
import { lapseError } from "./check-credentials";

/** Exchanges a refresh token for a new pair. Throws UNAUTHENTICATED for one that is unknown, ended, revoked or re-used. */
export const refreshTokens = async (deps: Deps, actor: Actor, { refreshToken }: { refreshToken: string }): Promise<TokenPair> => {
  await limitAttempts(deps, actor, { action: "token", account: refreshToken });
  const now = deps.clock.now();
  const rotation = await rotateRefreshToken({ db: deps.db, now }, refreshToken, deps.newId);
  if (rotation.verdict === "reused") {
    await recordSecurityEvent(deps.db, { actor, action: "tokens.reuse", userId: rotation.userId });
    await deps.events.publish({ type: "user.changed", userId: rotation.userId });
  }
  if (rotation.verdict !== "rotate") throw new AppError("UNAUTHENTICATED", "auth.sessionEnded");
  const { user, familyId, token } = rotation;
  const lapse = lapseOf(user, now);
  if (lapse !== null) throw lapseError(lapse);
  return { ...(await signAccessToken(deps.secrets.jwtKey, { userId: user.id, familyId }, now)), refreshToken: token };
};
