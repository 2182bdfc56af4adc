import type { Db } from "./client";

/**
 * One statement of ours, prepared once for each connection: in the transaction of `db` when there is one, otherwise straight
 * on the pool, which costs a third of the way through Prisma. For what a crowd asks for; everything else is Prisma's.
 */
export const runSql = async <T extends object>(db: Db, { name, text }: { name: string; text: string }, values: unknown[]): Promise<T[]> => {
  if (db.commitHooks !== null) return db.prisma.$queryRawUnsafe<T[]>(text, ...values);
  return (await db.pool.query<T>({ name, text, values })).rows;
};
