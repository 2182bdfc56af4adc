import type { CanvassSession, ListSessionsInput, WatchedSession } from "@cml/domain/canvass";
import { type LatLng, type Page, sliceOf } from "@cml/domain/kernel";
import type { CutScope } from "@cml/domain/map";
import type { Db } from "../client";
import type { CanvassSession as SessionRow, Prisma } from "../generated/client";

const toSession = (row: SessionRow): CanvassSession => ({
  id: row.id,
  userId: row.userId,
  cutId: row.cutId,
  shiftId: row.shiftId,
  turfAssignmentId: row.turfAssignmentId,
  status: row.status,
  startedAt: row.startedAt,
  endedAt: row.endedAt,
  lastActivityAt: row.lastActivityAt,
});

export const findSession = async (db: Db, id: string): Promise<CanvassSession | null> => {
  const row = await db.prisma.canvassSession.findUnique({ where: { id } });
  return row && toSession(row);
};

export const findActiveSession = async (db: Db, userId: string): Promise<CanvassSession | null> => {
  const row = await db.prisma.canvassSession.findFirst({ where: { userId, status: "ACTIVE" }, orderBy: { startedAt: "desc" } });
  return row && toSession(row);
};

/** Holds the person's account row until the transaction ends, so that two phones do not both start a session. */
export const holdSessionsOf = async (tx: Db, userId: string): Promise<void> => {
  await tx.prisma.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${userId}::uuid FOR NO KEY UPDATE`;
};

export type NewSession = Pick<CanvassSession, "id" | "userId" | "cutId" | "shiftId" | "turfAssignmentId" | "startedAt"> & {
  start: LatLng | null;
  trackingId: string;
  now: Date;
};

/** A session and the tracking session that belongs to it. */
export const insertSession = async (tx: Db, { start, trackingId, now, ...session }: NewSession): Promise<CanvassSession> => {
  const row = await tx.prisma.canvassSession.create({
    data: {
      ...session,
      startLatitude: start?.latitude ?? null,
      startLongitude: start?.longitude ?? null,
      lastActivityAt: now,
      tracking: { create: { id: trackingId, userId: session.userId, startedAt: session.startedAt } },
    },
  });
  return toSession(row);
};

/** Ends an ACTIVE session and its tracking; null when it was not active. */
export const endSession = async (
  tx: Db,
  id: string,
  { status, endedAt }: { status: "COMPLETED" | "ABANDONED"; endedAt: Date },
): Promise<CanvassSession | null> => {
  const { count } = await tx.prisma.canvassSession.updateMany({ where: { id, status: "ACTIVE" }, data: { status, endedAt } });
  if (count === 0) return null;
  await tx.prisma.trackingSession.updateMany({ where: { canvassSessionId: id, isActive: true }, data: { isActive: false, endedAt } });
  return findSession(tx, id);
};

export const touchSession = async (tx: Db, id: string, at: Date): Promise<void> => {
  await tx.prisma.$executeRaw`UPDATE "CanvassSession" SET "lastActivityAt" = greatest("lastActivityAt", ${at}) WHERE "id" = ${id}::uuid`;
};

/** What the person's own phone holds, as it says itself; false when the session is not theirs. */
export const noteUnsent = async (
  db: Db,
  id: string,
  { userId, unsent, at }: { userId: string; unsent: number; at: Date },
): Promise<boolean> => {
  const { count } = await db.prisma.canvassSession.updateMany({ where: { id, userId }, data: { unsentCount: unsent, heardAt: at } });
  return count > 0;
};

/** ACTIVE sessions without a sign of life since `before`. */
export const listIdleSessions = async (db: Db, before: Date): Promise<CanvassSession[]> => {
  const rows = await db.prisma.canvassSession.findMany({
    where: { status: "ACTIVE", lastActivityAt: { lte: before } },
    orderBy: { id: "asc" },
    take: 1000,
  });
  return rows.map(toSession);
};

export const listSessions = async (db: Db, input: ListSessionsInput, scope: CutScope): Promise<Page<WatchedSession>> => {
  const where: Prisma.CanvassSessionWhereInput = {
    AND: [
      scope === "all" ? {} : { cutId: { in: [...scope] } },
      input.status === null ? {} : { status: input.status },
      input.cutId === null ? {} : { cutId: input.cutId },
    ],
  };
  const include = { user: { select: { name: true } }, cut: { select: { name: true } }, _count: { select: { visits: true } } } as const;
  const { offset, limit } = sliceOf(input);
  const total = await db.prisma.canvassSession.count({ where });
  const rows = await db.prisma.canvassSession.findMany({
    where,
    include,
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
    skip: offset,
    take: limit,
  });
  const items = rows.map((row) => ({
    ...toSession(row),
    userName: row.user.name,
    cutName: row.cut?.name ?? null,
    visits: row._count.visits,
  }));
  return { items, total, page: input.page, pageSize: input.pageSize };
};
