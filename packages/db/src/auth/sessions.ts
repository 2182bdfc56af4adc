import type { User } from "@cml/domain/auth";
import type { Db } from "../client";
import type { Session as SessionRow } from "../generated/client";
import { toUser } from "./users";

/** A browser session; `id` is the SHA-256 of the cookie's token, so the table opens no session by itself. */
export type StoredSession = {
  id: string;
  userId: string;
  expiresAt: Date;
  createdAt: Date;
  lastSeenAt: Date;
  deviceLabel: string | null;
};

const toSession = ({ id, userId, expiresAt, createdAt, lastSeenAt, deviceLabel }: SessionRow): StoredSession => ({
  id,
  userId,
  expiresAt,
  createdAt,
  lastSeenAt,
  deviceLabel,
});

export const findSessionWithUser = async (db: Db, id: string): Promise<{ session: StoredSession; user: User } | null> => {
  const row = await db.prisma.session.findUnique({ where: { id }, include: { user: true } });
  return row && { session: toSession(row), user: toUser(row.user) };
};

export const listSessions = async (db: Db, userId: string): Promise<StoredSession[]> =>
  (await db.prisma.session.findMany({ where: { userId }, orderBy: { lastSeenAt: "desc" } })).map(toSession);

export const insertSession = async (db: Db, session: StoredSession): Promise<void> => {
  await db.prisma.session.create({ data: session });
};

/** Nothing happens when the session has just been ended elsewhere. */
export const updateSession = async (db: Db, id: string, changes: { expiresAt?: Date; lastSeenAt?: Date }): Promise<void> => {
  await db.prisma.session.updateMany({ where: { id }, data: changes });
};

export const deleteSession = async (db: Db, id: string): Promise<void> => {
  await db.prisma.session.deleteMany({ where: { id } });
};

/** Ends every session of an account, except the one named. */
export const deleteSessionsOf = async (db: Db, userId: string, exceptId: string | null = null): Promise<number> => {
  const where = exceptId === null ? { userId } : { userId, id: { not: exceptId } };
  return (await db.prisma.session.deleteMany({ where })).count;
};

export const deleteExpiredSessions = async (db: Db, now: Date): Promise<number> =>
  (await db.prisma.session.deleteMany({ where: { expiresAt: { lte: now } } })).count;
