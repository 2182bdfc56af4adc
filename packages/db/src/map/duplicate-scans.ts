import type { DuplicateScan } from "@cml/domain/map";
import type { Db } from "../client";
import type { DuplicateScan as ScanRow } from "../generated/client";

/** As it is stored; how long it will take is worked out from it. */
export type StoredScan = Omit<DuplicateScan, "secondsLeft">;

const toScan = ({ startedByUserId: _by, ...row }: ScanRow): StoredScan => row;

const isOpen = { status: { in: ["QUEUED" as const, "RUNNING" as const] } };

type NewScan = { id: string; total: number; startedByUserId: string | null; at: Date };

export const insertDuplicateScan = async (db: Db, { at, ...given }: NewScan): Promise<StoredScan> =>
  toScan(await db.prisma.duplicateScan.create({ data: { ...given, createdAt: at } }));

export const findUnfinishedScan = async (db: Db): Promise<StoredScan | null> => {
  const row = await db.prisma.duplicateScan.findFirst({ where: isOpen, orderBy: { createdAt: "asc" } });
  return row && toScan(row);
};

export const findScan = async (db: Db, id: string): Promise<StoredScan | null> => {
  const row = await db.prisma.duplicateScan.findUnique({ where: { id } });
  return row && toScan(row);
};

/** The search that was asked for last. */
export const findLastScan = async (db: Db): Promise<StoredScan | null> => {
  const row = await db.prisma.duplicateScan.findFirst({ orderBy: [{ createdAt: "desc" }, { id: "desc" }] });
  return row && toScan(row);
};

/** QUEUED becomes RUNNING; a RUNNING one (its worker died) goes on. False when it ended meanwhile. */
export const claimScan = async (db: Db, id: string, now: Date): Promise<boolean> => {
  const changed = await db.prisma.$executeRaw`
    UPDATE "DuplicateScan" SET "status" = 'RUNNING', "startedAt" = coalesce("startedAt", ${now}) WHERE "id" = ${id}::uuid AND "status" IN ('QUEUED', 'RUNNING')`;
  return changed === 1;
};

/** Counts one share; false when the search was stopped, or another worker is ahead. */
export const advanceScan = async (db: Db, id: string, { done, found }: { done: number; found: number }): Promise<boolean> => {
  const { count } = await db.prisma.duplicateScan.updateMany({
    where: { id, status: "RUNNING", done },
    data: { done: { increment: 1 }, found: { increment: found } },
  });
  return count === 1;
};

export const endScan = async (db: Db, id: string, { status, now }: { status: "COMPLETED" | "CANCELLED"; now: Date }): Promise<boolean> => {
  const { count } = await db.prisma.duplicateScan.updateMany({ where: { id, ...isOpen }, data: { status, finishedAt: now } });
  return count === 1;
};

/** Of searches that ended only the last few are kept. */
export const forgetOldScans = async (db: Db, before: Date): Promise<void> => {
  await db.prisma.duplicateScan.deleteMany({ where: { finishedAt: { lt: before } } });
};
