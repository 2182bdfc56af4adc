import { type GeocodeRun, type GeocodeRunKind, startGeocodeRunInput, type ImportStatus } from "@cml/domain/map";
import type { Db } from "../client";
import type { GeocodeRun as RunRow } from "../generated/client";

export type StoredGeocodeRun = GeocodeRun & { checkpoint: string | null; startedByUserId: string | null };

const toRun = ({ options, ...row }: RunRow): StoredGeocodeRun => ({ ...row, kind: startGeocodeRunInput.parse(options).kind });

export const insertGeocodeRun = async (
  db: Db,
  { id, kind, total, startedByUserId, at }: { id: string; kind: GeocodeRunKind; total: number; startedByUserId: string | null; at: Date },
): Promise<StoredGeocodeRun> =>
  toRun(await db.prisma.geocodeRun.create({ data: { id, options: { kind }, total, startedByUserId, createdAt: at } }));

export const findGeocodeRun = async (db: Db, id: string): Promise<StoredGeocodeRun | null> => {
  const row = await db.prisma.geocodeRun.findUnique({ where: { id } });
  return row && toRun(row);
};

/** The newest runs; one that works stands first. */
export const listGeocodeRuns = async (db: Db, limit: number): Promise<StoredGeocodeRun[]> =>
  (await db.prisma.geocodeRun.findMany({ orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: limit })).map(toRun);

export const findUnfinishedGeocodeRun = async (db: Db): Promise<StoredGeocodeRun | null> => {
  const row = await db.prisma.geocodeRun.findFirst({ where: { status: { in: ["QUEUED", "RUNNING"] } } });
  return row && toRun(row);
};

/** QUEUED becomes RUNNING; a RUNNING one (its worker died) goes on. False when it ended meanwhile. */
export const claimGeocodeRun = async (db: Db, id: string, now: Date): Promise<boolean> => {
  const rows = await db.prisma.$executeRaw`
    UPDATE "GeocodeRun" SET "status" = 'RUNNING', "startedAt" = coalesce("startedAt", ${now}) WHERE "id" = ${id}::uuid AND "status" IN ('QUEUED', 'RUNNING')`;
  return rows === 1;
};

/** Counts one item and moves the checkpoint; false when the run was cancelled or another worker is ahead. */
export const advanceGeocodeRun = async (
  db: Db,
  { id, from, to, came }: { id: string; from: string | null; to: string; came: "found" | "weak" | "missed" },
): Promise<boolean> => {
  const { count } = await db.prisma.geocodeRun.updateMany({
    where: { id, status: "RUNNING", checkpoint: from },
    data: { checkpoint: to, done: { increment: 1 }, [came]: { increment: 1 } },
  });
  return count === 1;
};

type End = { status: Extract<ImportStatus, "COMPLETED" | "FAILED" | "CANCELLED">; error?: string; now: Date };

export const endGeocodeRun = async (db: Db, id: string, { status, error, now }: End): Promise<boolean> => {
  const { count } = await db.prisma.geocodeRun.updateMany({
    where: { id, status: { in: ["QUEUED", "RUNNING"] } },
    data: { status, error: error ?? null, finishedAt: now },
  });
  return count === 1;
};
