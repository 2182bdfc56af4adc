import type { Prisma } from "../generated/client";
import type { Db } from "../client";

/** Something that must happen after the transaction it is written in. */
export type OutboxRow = { id: string; topic: string; payload: Prisma.JsonValue };
export type NewOutboxRow = { id: string; topic: string; payload: Prisma.InputJsonValue; createdAt: Date; availableAt: Date };

export const insertOutboxRows = async (db: Db, rows: NewOutboxRow[]): Promise<void> => {
  await db.prisma.outbox.createMany({ data: rows });
};

export type OutboxLease = { now: Date; until: Date; limit: number };

/**
 * Takes due rows, oldest first, for one dispatcher: until `until` nobody else is given them. A dispatcher that dies in
 * between loses nothing, they become due again.
 */
export const leaseDueOutboxRows = async (db: Db, { now, until, limit }: OutboxLease): Promise<OutboxRow[]> =>
  db.prisma.$queryRaw<OutboxRow[]>`
    UPDATE "Outbox" SET "availableAt" = ${until}, "attempts" = "attempts" + 1
    WHERE "id" IN (
      SELECT "id" FROM "Outbox"
      WHERE "dispatchedAt" IS NULL AND "availableAt" <= ${now}
      ORDER BY "availableAt" LIMIT ${limit} FOR UPDATE SKIP LOCKED
    )
    RETURNING "id", "topic", "payload"`;

export const markOutboxRowsDispatched = async (db: Db, ids: string[], now: Date): Promise<void> => {
  await db.prisma.outbox.updateMany({ where: { id: { in: ids } }, data: { dispatchedAt: now, lastError: null } });
};

export const noteOutboxError = async (db: Db, ids: string[], message: string): Promise<void> => {
  await db.prisma.outbox.updateMany({ where: { id: { in: ids } }, data: { lastError: message.slice(0, 500) } });
};

/** Rows that were handed on before `before`; gives how many were deleted. */
export const deleteDispatchedOutboxRows = async (db: Db, { before }: { before: Date }): Promise<number> => {
  const { count } = await db.prisma.outbox.deleteMany({ where: { dispatchedAt: { lt: before } } });
  return count;
};

/** How many rows wait although they were due before `before`: more than none means the sweep does not run. */
export const countOverdueOutboxRows = (db: Db, { before }: { before: Date }): Promise<number> =>
  db.prisma.outbox.count({ where: { dispatchedAt: null, availableAt: { lt: before } } });
