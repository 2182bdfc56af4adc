import { acceptUnmatchedInput, type AcceptUnmatchedInput, type ImportStatus, type UnmatchedRun } from "@cml/domain/map";
import type { PoolClient } from "pg";
import type { Db } from "../client";
import { Prisma, type UnmatchedRun as RunRow } from "../generated/client";

export type StoredUnmatchedRun = UnmatchedRun & { meant: AcceptUnmatchedInput; checkpoint: string | null; startedByUserId: string | null };

const toRun = ({ options, error: _error, ...row }: RunRow): StoredUnmatchedRun => {
  const meant = acceptUnmatchedInput.parse(options);
  return { ...row, meant, confidence: meant.confidence };
};

/** Waiting people whose best candidate is a door and sure enough. */
const acceptable = ({ importId, reason, confidence }: AcceptUnmatchedInput): Prisma.Sql =>
  Prisma.join(
    [
      Prisma.sql`"resolvedAt" IS NULL AND ("candidates"->0->>'confidence')::int >= ${confidence}`,
      Prisma.sql`"candidates"->0->>'addressId' IS NOT NULL AND "candidates"->0->>'locationId' IS NOT NULL`,
      ...(importId === null ? [] : [Prisma.sql`"importRunId" = ${importId}::uuid`]),
      ...(reason === null ? [] : [Prisma.sql`"reason" = ${reason}`]),
    ],
    " AND ",
  );

export const countAcceptable = async (db: Db, meant: AcceptUnmatchedInput): Promise<number> => {
  const [row] = await db.prisma.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "UnmatchedPerson" WHERE ${acceptable(meant)}`;
  return row?.count ?? 0;
};

export type Acceptable = { id: string; locationId: string; addressId: string };

/** The next people a run is about, in the order their lists named them. */
export const nextAcceptable = (db: Db, meant: AcceptUnmatchedInput, { afterId, limit }: { afterId: string | null; limit: number }) =>
  db.prisma.$queryRaw<Acceptable[]>`
    SELECT "id", "candidates"->0->>'locationId' AS "locationId", "candidates"->0->>'addressId' AS "addressId" FROM "UnmatchedPerson"
    WHERE ${acceptable(meant)} ${afterId === null ? Prisma.empty : Prisma.sql`AND "id" > ${afterId}::uuid`} ORDER BY "id" LIMIT ${limit}`;

/** The next people a run put at a door, the last first. */
export const nextPlacedBy = async (db: Db, runId: string, { beforeId, limit }: { beforeId: string | null; limit: number }) => {
  const before = beforeId === null ? {} : { id: { lt: beforeId } };
  return db.prisma.unmatchedPerson.findMany({
    where: { placedByRunId: runId, ...before },
    orderBy: { id: "desc" },
    take: limit,
    select: { id: true },
  });
};

type NewRun = { id: string; meant: AcceptUnmatchedInput; total: number; startedByUserId: string | null; at: Date };

export const insertUnmatchedRun = async (db: Db, { meant, at, ...given }: NewRun): Promise<StoredUnmatchedRun> =>
  toRun(await db.prisma.unmatchedRun.create({ data: { ...given, options: meant, createdAt: at } }));

export const findUnmatchedRun = async (db: Db, id: string): Promise<StoredUnmatchedRun | null> => {
  const row = await db.prisma.unmatchedRun.findUnique({ where: { id } });
  return row && toRun(row);
};

const isOpen = { status: { in: ["QUEUED" as const, "RUNNING" as const] } };

export const findUnfinishedUnmatchedRun = async (db: Db): Promise<StoredUnmatchedRun | null> => {
  const row = await db.prisma.unmatchedRun.findFirst({ where: isOpen });
  return row && toRun(row);
};

/** The run that was asked for last. */
export const findLastUnmatchedRun = async (db: Db): Promise<StoredUnmatchedRun | null> => {
  const row = await db.prisma.unmatchedRun.findFirst({ orderBy: [{ createdAt: "desc" }, { id: "desc" }] });
  return row && toRun(row);
};

/** QUEUED becomes RUNNING; a RUNNING one (its worker died) goes on. Null when it ended meanwhile. */
export const claimUnmatchedRun = async (db: Db, id: string, now: Date): Promise<StoredUnmatchedRun | null> => {
  await db.prisma.$executeRaw`
    UPDATE "UnmatchedRun" SET "status" = 'RUNNING', "startedAt" = coalesce("startedAt", ${now}) WHERE "id" = ${id}::uuid AND "status" = 'QUEUED'`;
  const row = await db.prisma.unmatchedRun.findFirst({ where: { id, status: "RUNNING" } });
  return row && toRun(row);
};

export type UnmatchedStep = { id: string; from: string | null; to: string; came: "placed" | "skipped" | "undone" | "kept" };

/** Counts one person together with what was done to them; false when the run was stopped or another worker is ahead. */
export const advanceUnmatchedRun = async (client: PoolClient, { id, from, to, came }: UnmatchedStep): Promise<boolean> => {
  const forth = came === "placed" || came === "skipped" ? `, "done" = "done" + 1` : "";
  const { rowCount } = await client.query(
    `UPDATE "UnmatchedRun" SET "checkpoint" = $3, "${came}" = "${came}" + 1${forth}
     WHERE "id" = $1 AND "status" = 'RUNNING' AND "checkpoint" IS NOT DISTINCT FROM $2::uuid`,
    [id, from, to],
  );
  return rowCount === 1;
};

type End = { status: Extract<ImportStatus, "COMPLETED" | "FAILED" | "CANCELLED" | "UNDONE">; error?: string; now: Date };

/** False when it had ended before. */
export const endUnmatchedRun = async (db: Db, id: string, { status, error, now }: End): Promise<boolean> => {
  const data = { status, error: error ?? null, finishedAt: now };
  const { count } = await db.prisma.unmatchedRun.updateMany({ where: { id, ...isOpen }, data });
  return count === 1;
};

/** A run that broke off or was stopped goes on the way it went; false when it did not. */
export const reopenUnmatchedRun = async (db: Db, id: string): Promise<boolean> => {
  const data = { status: "QUEUED" as const, error: null, finishedAt: null };
  const { count } = await db.prisma.unmatchedRun.updateMany({ where: { id, status: { in: ["FAILED", "CANCELLED"] } }, data });
  return count === 1;
};

/** A run that ended, was stopped or broke off goes back; false when it still runs, placed nobody, or was taken back before. */
export const turnUnmatchedRun = async (db: Db, id: string): Promise<boolean> => {
  const where = {
    id,
    isUndoing: false,
    placed: { gt: 0 },
    status: { in: ["COMPLETED" as const, "CANCELLED" as const, "FAILED" as const] },
  };
  const data = { isUndoing: true, checkpoint: null, status: "QUEUED" as const, error: null, startedAt: null, finishedAt: null };
  return (await db.prisma.unmatchedRun.updateMany({ where, data })).count === 1;
};
