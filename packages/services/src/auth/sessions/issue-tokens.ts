import { signAccessToken, startTokenFamily } from "@cml/auth";
import type { IssueTokensInput, TokenPair } from "@cml/domain/auth";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { recordSecurityEvent } from "../record-security-event";
import { withCheckedCredentials } from "./check-credentials";

/** Signs a program in: a bearer token for a quarter of an hour and a refresh token for the next one. */
export const issueTokens = async (deps: Deps, actor: Actor, { email, password, label }: IssueTokensInput): Promise<TokenPair> => {
  const { userId, family } = await withCheckedCredentials(deps, { actor, email, password }, async (db, user) => {
    const at = { db, now: deps.clock.now() };
    const family = await startTokenFamily(at, { userId: user.id, deviceLabel: label ?? null }, deps.newId);
    await recordSecurityEvent(db, { actor, action: "tokens.issue", userId: user.id });
    return { userId: user.id, family };
  });
  const access = await signAccessToken(deps.secrets.jwtKey, { userId, familyId: family.familyId }, deps.clock.now());
  return { ...access, refreshToken: family.token };
};
