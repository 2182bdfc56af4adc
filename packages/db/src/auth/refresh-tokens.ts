import type { RefreshTokenFacts, User } from "@cml/domain/auth";
import type { Db } from "../client";
import { toUser } from "./users";

export type StoredRefreshToken = RefreshTokenFacts & { id: string; userId: string; familyId: string; deviceLabel: string | null };

const used = { select: { id: true, usedAt: true } } as const;

/** A token by its hash, with the neighbours the rule of re-use asks about. */
export const findRefreshToken = async (db: Db, tokenHash: string): Promise<StoredRefreshToken | null> => {
  const row = await db.prisma.refreshToken.findUnique({
    where: { token: tokenHash },
    include: { successors: used, predecessor: { select: { successors: used } } },
  });
  if (row === null) return null;
  const { id, userId, familyId, deviceLabel, usedAt, expiresAt, revokedAt, successors } = row;
  const siblings = (row.predecessor?.successors ?? []).filter((sibling) => sibling.id !== id);
  return { id, userId, familyId, deviceLabel, usedAt, expiresAt, revokedAt, successors, siblings };
};

export type NewRefreshToken = {
  id: string;
  tokenHash: string;
  userId: string;
  familyId: string;
  predecessorId: string | null;
  deviceLabel: string | null;
  createdAt: Date;
  expiresAt: Date;
};

export const insertRefreshToken = async (db: Db, { tokenHash, ...token }: NewRefreshToken): Promise<void> => {
  await db.prisma.refreshToken.create({ data: { ...token, token: tokenHash } });
};

/** The first use stays written; a later one only moves `rotatedAt`. */
export const markRefreshTokenUsed = async (db: Db, id: string, now: Date): Promise<void> => {
  await db.prisma.refreshToken.updateMany({ where: { id, usedAt: null }, data: { usedAt: now } });
  await db.prisma.refreshToken.updateMany({ where: { id }, data: { rotatedAt: now } });
};

export const revokeTokenFamily = async (db: Db, familyId: string, now: Date): Promise<void> => {
  await db.prisma.refreshToken.updateMany({ where: { familyId, revokedAt: null }, data: { revokedAt: now } });
};

/** Ends every family of an account, except the one named. */
export const revokeTokensOf = async (db: Db, userId: string, { now, exceptFamilyId }: { now: Date; exceptFamilyId?: string }) => {
  const where = exceptFamilyId === undefined ? { userId, revokedAt: null } : { userId, revokedAt: null, familyId: { not: exceptFamilyId } };
  await db.prisma.refreshToken.updateMany({ where, data: { revokedAt: now } });
};

export type FamilyHolder = { user: User; tokensValidFrom: Date | null };

/** The account behind a family that still has a living token; null once it was revoked or ran out. */
export const findFamilyHolder = async (db: Db, familyId: string, now: Date): Promise<FamilyHolder | null> => {
  const row = await db.prisma.refreshToken.findFirst({
    where: { familyId, revokedAt: null, expiresAt: { gt: now } },
    include: { user: true },
  });
  return row && { user: toUser(row.user), tokensValidFrom: row.user.tokensValidFrom };
};

export const deleteExpiredRefreshTokens = async (db: Db, now: Date): Promise<number> =>
  (await db.prisma.refreshToken.deleteMany({ where: { expiresAt: { lte: now } } })).count;
