import { type Db, transaction } from "@cml/db";
import { findRefreshToken, insertRefreshToken, lockCredentials, markRefreshTokenUsed, revokeTokenFamily } from "@cml/db/auth";
import { judgeRefreshToken, refreshTokenMs, type RefreshVerdict, type User } from "@cml/domain/auth";
import type { At } from "./sessions";
import { hashToken, newToken } from "./token";

export type RefreshToken = { token: string; familyId: string };
type NewId = () => string;

/** The first token of a new family. */
export const startTokenFamily = async (
  at: At,
  { userId, deviceLabel }: { userId: string; deviceLabel: string | null },
  newId: NewId,
): Promise<RefreshToken> => issue(at, { userId, deviceLabel, familyId: newId(), predecessorId: null }, newId);

export type Rotation =
  | { verdict: "rotate"; user: User; token: string; familyId: string }
  | { verdict: Exclude<RefreshVerdict, "rotate">; userId: string }
  | { verdict: "unknown" };

/**
 * Exchanges a refresh token for its successor, in one transaction that holds the account: of exchanges that come together
 * each sees what the one before it did. Re-use revokes the family; that is written even though the caller is refused,
 * so refusals are answers here and not errors.
 */
export const rotateRefreshToken = async ({ db, now }: At, token: string, newId: NewId): Promise<Rotation> => {
  const tokenHash = hashToken(token);
  return transaction(db, async (tx): Promise<Rotation> => {
    const claimed = await findRefreshToken(tx, tokenHash);
    if (claimed === null) return { verdict: "unknown" };
    const account = await lockCredentials(tx, claimed.userId);
    const held = await findRefreshToken(tx, tokenHash);
    if (account === null || held === null) return { verdict: "unknown" };
    const verdict = judgeRefreshToken(held, now);
    if (verdict === "reused") await revokeTokenFamily(tx, held.familyId, now);
    if (verdict !== "rotate") return { verdict, userId: held.userId };
    await markRefreshTokenUsed(tx, held.id, now);
    const { userId, familyId, deviceLabel } = held;
    const successor = await issue({ db: tx, now }, { userId, familyId, deviceLabel, predecessorId: held.id }, newId);
    return { verdict, user: account.user, ...successor };
  });
};

/** The family a token belongs to, to end it at sign-out. */
export const findTokenFamily = async (db: Db, token: string): Promise<string | null> =>
  (await findRefreshToken(db, hashToken(token)))?.familyId ?? null;

type Issue = { userId: string; familyId: string; deviceLabel: string | null; predecessorId: string | null };

const issue = async ({ db, now }: At, facts: Issue, newId: NewId): Promise<RefreshToken> => {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + refreshTokenMs);
  await insertRefreshToken(db, { id: newId(), tokenHash: hashToken(token), createdAt: now, expiresAt, ...facts });
  return { token, familyId: facts.familyId };
};
