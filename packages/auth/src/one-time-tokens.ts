import type { Db } from "@cml/db";
import { insertOneTimeToken, type OneTimeToken, takeOneTimeToken, voidOneTimeTokens } from "@cml/db/auth";
import { oneTimeLifetimeMs, type OneTimePurpose } from "@cml/domain/auth";
import type { At } from "./sessions";
import { hashToken, newToken } from "./token";

type Subject = { userId: string; email: string | null; purpose: OneTimePurpose };

/** A secret for a mailed link that works once; links sent before for the same purpose stop working. */
export const issueOneTimeToken = async ({ db, now }: At, { userId, email, purpose }: Subject, newId: () => string): Promise<string> => {
  const token = newToken();
  await voidOneTimeTokens(db, userId, { purposes: [purpose], now });
  await insertOneTimeToken(db, {
    id: newId(),
    tokenHash: hashToken(token),
    purpose,
    userId,
    email,
    createdAt: now,
    expiresAt: new Date(now.getTime() + oneTimeLifetimeMs[purpose]),
  });
  return token;
};

/** Spends a token; null when it is unknown, of another purpose, used or too old. */
export const spendOneTimeToken = ({ db, now }: At, token: string, purposes: readonly OneTimePurpose[]): Promise<OneTimeToken | null> =>
  takeOneTimeToken(db, { tokenHash: hashToken(token), purposes, now });

/** A new password or e-mail makes what was mailed before void. */
export const voidTokensOf = ({ db, now }: { db: Db; now: Date }, userId: string, purposes: readonly OneTimePurpose[]): Promise<void> =>
  voidOneTimeTokens(db, userId, { purposes, now });
