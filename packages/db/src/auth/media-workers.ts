import type { WorkerToken } from "@cml/domain/auth";
import type { Db } from "../client";

const fields = { id: true, name: true, createdAt: true, lastSeenAt: true, revokedAt: true } as const;

export const listMediaWorkers = async (db: Db): Promise<WorkerToken[]> =>
  db.prisma.mediaWorker.findMany({ select: fields, orderBy: { createdAt: "asc" } });

/** Null when a worker of that name exists. */
export const insertMediaWorker = async (
  db: Db,
  worker: { id: string; name: string; tokenHash: string; createdAt: Date },
): Promise<WorkerToken | null> => {
  const [row] = await db.prisma.mediaWorker.createManyAndReturn({ data: [worker], skipDuplicates: true, select: fields });
  return row ?? null;
};

/** Null for a token nobody has, or that was revoked. */
export const findMediaWorkerByToken = async (db: Db, tokenHash: string): Promise<WorkerToken | null> =>
  db.prisma.mediaWorker.findFirst({ where: { tokenHash, revokedAt: null }, select: fields });

export const updateMediaWorkerSeen = async (db: Db, id: string, now: Date): Promise<void> => {
  await db.prisma.mediaWorker.updateMany({ where: { id }, data: { lastSeenAt: now } });
};

/** Null when there is no such worker. */
export const revokeMediaWorker = async (db: Db, id: string, now: Date): Promise<WorkerToken | null> => {
  await db.prisma.mediaWorker.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } });
  return db.prisma.mediaWorker.findUnique({ where: { id }, select: fields });
};
