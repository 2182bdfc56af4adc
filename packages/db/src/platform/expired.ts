import type { Db } from "../client";

/** Limiter windows that are over, and snapshots of deleted things nobody may restore any more; gives how many went. */
export const deleteExpiredRows = async (db: Db, { now }: { now: Date }): Promise<{ rateLimits: number; trash: number }> => {
  const rateLimits = await db.prisma.rateLimit.deleteMany({ where: { expiresAt: { lt: now } } });
  const trash = await db.prisma.trash.deleteMany({ where: { expiresAt: { lt: now } } });
  return { rateLimits: rateLimits.count, trash: trash.count };
};
