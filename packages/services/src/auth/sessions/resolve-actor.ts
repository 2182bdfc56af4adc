import { hashToken, isWorkerToken, readAccessToken, readSession, readWorkerToken } from "@cml/auth";
import { findFamilyHolder } from "@cml/db/auth";
import { lapseOf } from "@cml/domain/auth";
import { type Actor, AppError, type RequestFacts } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { actorCacheOf, type Identity } from "./actor-cache";

/** What the request brought: the session cookie's value, the token of `Authorization: Bearer`. */
export type Presented = { sessionToken?: string | undefined; bearerToken?: string | undefined };

/**
 * Who makes the request: by bearer token, else by session cookie, else nobody. Status, role and permissions are read now
 * (at most a second old), so a suspension acts at once; an account that may not act is `lapsed`. A cookie that opens
 * nothing is nobody's; a bearer token that is not valid throws AppError("UNAUTHENTICATED").
 */
export const resolveActor = async (deps: Deps, facts: RequestFacts, { sessionToken, bearerToken }: Presented): Promise<Actor> => {
  const stranger: Actor = { ...facts, kind: "anonymous" };
  if (bearerToken !== undefined) {
    if (isWorkerToken(bearerToken)) return workerActor(deps, facts, bearerToken);
    const identity = await readBearer(deps, bearerToken);
    if (identity === null) throw new AppError("UNAUTHENTICATED", "auth.tokenInvalid");
    return toActor(deps, facts, identity);
  }
  if (sessionToken === undefined) return stranger;
  const identity = await readCookie(deps, sessionToken);
  return identity === null ? stranger : toActor(deps, facts, identity);
};

const workerActor = async (deps: Deps, facts: RequestFacts, token: string): Promise<Actor> => {
  const worker = await readWorkerToken({ db: deps.db, now: deps.clock.now() }, token);
  if (worker === null) throw new AppError("UNAUTHENTICATED", "auth.tokenInvalid");
  return { ...facts, kind: "worker", workerName: worker.name };
};

const readCookie = (deps: Deps, token: string): Promise<Identity | null> => {
  const now = deps.clock.now();
  return actorCacheOf(deps).read(`session:${hashToken(token)}`, now, () => readSession({ db: deps.db, now }, token));
};

const readBearer = async (deps: Deps, token: string): Promise<Identity | null> => {
  const now = deps.clock.now();
  const claims = await readAccessToken(deps.secrets.jwtKey, token, now);
  if (claims === null) return null;
  const { userId, familyId, issuedAt } = claims;
  const identity = await actorCacheOf(deps).read(`family:${familyId}`, now, async () => {
    const holder = await findFamilyHolder(deps.db, familyId, now);
    return holder && { ...holder, sessionId: null, familyId };
  });
  if (identity === null || identity.user.id !== userId) return null;
  // A JWT's time has whole seconds: one issued within the second of the sign-out is left to the revoked family.
  const validFrom = identity.tokensValidFrom ?? null;
  return validFrom !== null && issuedAt.getTime() + 999 < validFrom.getTime() ? null : identity;
};

const toActor = (deps: Deps, facts: RequestFacts, { user, sessionId, familyId }: Identity): Actor => {
  const { id: userId, role, permissions, expiresAt, mustChangePassword } = user;
  const lapse = lapseOf(user, deps.clock.now());
  return lapse === null
    ? { ...facts, kind: "user", userId, role, permissions, sessionId, familyId, mustChangePassword }
    : { ...facts, kind: "anonymous", lapsed: { userId, role, lapse, expiresAt } };
};
