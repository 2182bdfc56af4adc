import type { Db } from "../client";

/** Imports of registers that ended before `before`, as far back as what they held could have been forgotten. */
export const listEndedRegisters = async (db: Db, before: Date): Promise<{ id: string; storageKey: string }[]> => {
  const since = new Date(before.getTime() - 30 * 86_400_000);
  const rows = await db.prisma.importRun.findMany({
    where: { kind: "nar", status: { in: ["FAILED", "CANCELLED", "COMPLETED"] }, finishedAt: { lt: before, gte: since } },
    select: { id: true, storageKey: true },
  });
  return rows.map(({ id, storageKey }) => ({ id, storageKey: storageKey ?? "" }));
};

/** Where the files lie of imports of registers that run, or that ended since `since`. */
export const listRegistersInUse = async (db: Db, since: Date): Promise<string[]> => {
  const rows = await db.prisma.importRun.findMany({
    where: { kind: "nar", OR: [{ status: { in: ["QUEUED", "RUNNING"] } }, { finishedAt: { gte: since } }] },
    select: { storageKey: true },
  });
  return rows.flatMap(({ storageKey }) => storageKey ?? []);
};
