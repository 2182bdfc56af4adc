import type { ImportCounts, ImportSummary } from "@cml/domain/map";
import type { PoolClient } from "pg";
import type { Db } from "../client";

/** How far a file is that lands as a whole; told beside its transaction. False when the run does not run (any more). */
export const tellWholeImport = async (db: Db, id: string, { counts, share }: { counts: ImportCounts; share: number }): Promise<boolean> => {
  const { rowCount } = await db.pool.query(
    `UPDATE "ImportRun" SET "readCount" = $2, "createdCount" = $3, "changedCount" = $4, "sameCount" = $5, "rejectedCount" = $6, "checkpoint" = $7
     WHERE "id" = $1 AND "status" = 'RUNNING'`,
    [id, ...countValues(counts), JSON.stringify({ rows: 0, share, place: {} })],
  );
  return rowCount === 1;
};

/** Nothing of a file that lands as a whole is there: what was told of it is taken back. */
export const forgetWholeImport = async (db: Db, id: string): Promise<void> => {
  await db.pool.query(
    `UPDATE "ImportRun" SET "readCount" = 0, "createdCount" = 0, "changedCount" = 0, "sameCount" = 0, "rejectedCount" = 0, "checkpoint" = NULL
     WHERE "id" = $1 AND "status" NOT IN ('COMPLETED', 'UNDONE')`,
    [id],
  );
};

export type WholeEnd = {
  counts: ImportCounts;
  summary: ImportSummary;
  at: Date;
  /** What its undo needs to know; null where there is none. */
  before: { trashId: string; label: string; snapshot: object } | null;
};

const keepBeforeMs = 30 * 86_400_000;

/** Ends a run in the transaction of its rows; false when it was ended meanwhile. */
export const finishWholeImport = async (client: PoolClient, id: string, { counts, summary, at, before }: WholeEnd): Promise<boolean> => {
  const { rowCount } = await client.query(
    `UPDATE "ImportRun" SET "status" = 'COMPLETED', "readCount" = $2, "createdCount" = $3, "changedCount" = $4, "sameCount" = $5, "rejectedCount" = $6,
       "totalRows" = $2, "summary" = $7, "checkpoint" = $8, "finishedAt" = $9 WHERE "id" = $1 AND "status" = 'RUNNING'`,
    [id, ...countValues(counts), JSON.stringify(summary), JSON.stringify({ rows: counts.read, share: 1, place: {} }), at],
  );
  if (rowCount !== 1) return false;
  if (before === null) return true;
  await client.query(
    `INSERT INTO "Trash" ("id", "kind", "entityId", "label", "snapshot", "deletedAt", "expiresAt") VALUES ($1, 'ImportRun', $2, $3, $4, $5, $6)`,
    [before.trashId, id, before.label, JSON.stringify(before.snapshot), at, new Date(at.getTime() + keepBeforeMs)],
  );
  return true;
};

const countValues = ({ read, created, changed, same, rejected }: ImportCounts): number[] => [read, created, changed, same, rejected];

/** Where the files of basemaps lie that ever came in. */
export const listBasemapKeys = async ({ pool }: Pick<Db, "pool">): Promise<string[]> => {
  const { rows } = await pool.query<{ key: string }>(
    `SELECT "storageKey" AS "key" FROM "ImportRun" WHERE "kind" = 'basemap' AND "storageKey" IS NOT NULL AND "status" IN ('COMPLETED', 'UNDONE')`,
  );
  return rows.map(({ key }) => key);
};

/** What stood before a run that landed as a whole, taken out so that it is put back once; null when it is forgotten after 30 days. */
export const takeBefore = async (client: PoolClient, id: string, at: Date): Promise<unknown> => {
  const { rows } = await client.query<{ snapshot: unknown }>(
    `UPDATE "Trash" SET "restoredAt" = $2 WHERE "kind" = 'ImportRun' AND "entityId" = $1 AND "restoredAt" IS NULL RETURNING "snapshot"`,
    [id, at],
  );
  return rows[0]?.snapshot ?? null;
};
