import { type Page, type PageInput, sliceOf } from "@cml/domain/kernel";
import {
  addCounts, type ImportCheckpoint, importCheckpointSchema, type ImportCounts, type ImportError, importErrorSchema, type ImportKind, importKinds,
  type ImportOptions, importOptionsSchema,
  type ImportRun, type ImportStatus, type ImportSummary, importSummarySchema, importUndoSchema, type RejectReason,
} from "@cml/domain/map"; // prettier-ignore
import type { PoolClient } from "pg";
import type { Db } from "../client";
import type { ImportRun as ImportRow } from "../generated/client";
import { copyRows } from "./copy";
import { forgetSeenDoors } from "./seen-doors";

const toKind = (kind: string): ImportKind => importKinds.find((known) => known === kind) ?? "addresses";

const withStarter = { startedByUser: { select: { name: true } } } as const;

const toImportRun = (row: ImportRow & { startedByUser?: { name: string | null } | null }): ImportRun => ({
  id: row.id,
  kind: toKind(row.kind),
  status: row.status,
  fileName: row.fileName,
  isComparison: row.isComparison,
  options: importOptionsSchema.parse(row.options),
  counts: { read: row.readCount, created: row.createdCount, changed: row.changedCount, same: row.sameCount, rejected: row.rejectedCount },
  checkpoint: row.checkpoint === null ? null : importCheckpointSchema.parse(row.checkpoint),
  totalRows: row.totalRows,
  summary: importSummarySchema.parse(row.summary ?? {}),
  undo: row.undo === null ? null : importUndoSchema.parse(row.undo),
  error: row.error === null ? null : importErrorSchema.parse(JSON.parse(row.error)),
  startedBy: row.startedByUser?.name ?? null,
  createdAt: row.createdAt,
  startedAt: row.startedAt,
  finishedAt: row.finishedAt,
  undoneAt: row.undoneAt,
});

/** With the key of its file, which no screen needs. */
export type StoredImport = ImportRun & { storageKey: string; startedByUserId: string | null };

export type NewImport = {
  id: string;
  kind: ImportKind;
  fileName: string;
  storageKey: string;
  isComparison: boolean;
  options: ImportOptions;
  startedByUserId: string | null;
  createdAt: Date;
};

export const insertImport = async (db: Db, given: NewImport): Promise<ImportRun> =>
  toImportRun(await db.prisma.importRun.create({ data: given }));

export const findImport = async (db: Db, id: string): Promise<StoredImport | null> => {
  const row = await db.prisma.importRun.findFirst({ where: { id, kind: { in: [...importKinds] } }, include: withStarter });
  return row && { ...toImportRun(row), storageKey: row.storageKey ?? "", startedByUserId: row.startedByUserId };
};

export const listImports = async (db: Db, input: PageInput): Promise<Page<ImportRun>> => {
  const where = { kind: { in: [...importKinds] } };
  const { offset, limit } = sliceOf(input);
  const total = await db.prisma.importRun.count({ where });
  const rows = await db.prisma.importRun.findMany({
    where,
    include: withStarter,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: offset,
    take: limit,
  });
  return { items: rows.map(toImportRun), total, page: input.page, pageSize: input.pageSize };
};

/** QUEUED becomes RUNNING; a RUNNING one (its worker died) goes on. False when it ended meanwhile. */
export const claimImport = async (db: Db, id: string, now: Date): Promise<boolean> => {
  const rows = await db.prisma.$executeRaw`
    UPDATE "ImportRun" SET "status" = 'RUNNING', "startedAt" = coalesce("startedAt", ${now}) WHERE "id" = ${id}::uuid AND "status" IN ('QUEUED', 'RUNNING')`;
  return rows === 1;
};

export type ImportEnd = { status: Extract<ImportStatus, "COMPLETED" | "FAILED" | "CANCELLED">; error?: ImportError; finishedAt: Date };

/** Ends a run that has not ended; false when it had. */
export const endImport = async (db: Db, id: string, { status, error, finishedAt }: ImportEnd): Promise<boolean> => {
  const { count } = await db.prisma.importRun.updateMany({
    where: { id, status: { in: ["QUEUED", "RUNNING"] } },
    data: { status, error: error === undefined ? null : JSON.stringify(error), finishedAt },
  });
  return count === 1;
};

/**
 * Holds the run until the chunk commits, so that it can neither be cancelled nor worked on twice in between.
 * Null unless it is RUNNING and stands at `expectedRows`.
 */
export const lockRunningImport = async (
  client: PoolClient,
  id: string,
  expectedRows: number,
): Promise<{ counts: ImportCounts; summary: ImportSummary } | null> => {
  const { rows } = await client.query<ImportCounts & { status: string; rows: number; summary: unknown }>(
    `SELECT "status"::text, coalesce(("checkpoint"->>'rows')::int, 0) AS "rows", "readCount" AS "read", "createdCount" AS "created",
       "changedCount" AS "changed", "sameCount" AS "same", "rejectedCount" AS "rejected", "summary"
     FROM "ImportRun" WHERE "id" = $1 FOR UPDATE`,
    [id],
  );
  const run = rows[0];
  if (run === undefined || run.status !== "RUNNING" || run.rows !== expectedRows) return null;
  const { read, created, changed, same, rejected } = run;
  return { counts: { read, created, changed, same, rejected }, summary: importSummarySchema.parse(run.summary ?? {}) };
};

/** Adds a chunk's counts and moves the checkpoint; gives the new totals. */
export const saveImportProgress = async (
  client: PoolClient,
  id: string,
  {
    before,
    chunk,
    checkpoint,
    summary,
  }: { before: ImportCounts; chunk: ImportCounts; checkpoint: ImportCheckpoint; summary: ImportSummary },
): Promise<ImportCounts> => {
  const counts = addCounts(before, chunk);
  await client.query(
    `UPDATE "ImportRun" SET "readCount" = $2, "createdCount" = $3, "changedCount" = $4, "sameCount" = $5, "rejectedCount" = $6, "checkpoint" = $7, "summary" = $8 WHERE "id" = $1`,
    [
      id,
      counts.read,
      counts.created,
      counts.changed,
      counts.same,
      counts.rejected,
      JSON.stringify(checkpoint),
      JSON.stringify(summary).replaceAll("\\u0000", ""),
    ],
  );
  return counts;
};

/** A comparison has nothing to go on from: what it saw of the file is gone with its connection. */
export const restartComparison = async (client: PoolClient, id: string): Promise<void> => {
  await client.query(
    `UPDATE "ImportRun" SET "readCount" = 0, "createdCount" = 0, "changedCount" = 0, "sameCount" = 0, "rejectedCount" = 0, "checkpoint" = NULL, "summary" = NULL
     WHERE "id" = $1 AND "isComparison"`,
    [id],
  );
  await client.query(`DELETE FROM "ImportReject" WHERE "importRunId" = $1`, [id]);
  await forgetSeenDoors(client, id);
};

export type RejectedRow = { row: number; reason: RejectReason; detail: string; raw: Record<string, unknown> };

export const copyRejects = (
  client: PoolClient,
  rejects: readonly RejectedRow[],
  { importId, newId }: { importId: string; newId: () => string },
): Promise<void> => {
  const rows = rejects.map(({ row, reason, detail, raw }) => ({
    id: newId(),
    importRunId: importId,
    rowNumber: row,
    reason,
    detail: tidy(detail),
    raw: tidy(JSON.stringify(raw)),
  }));
  return copyRows(client, { table: "ImportReject", columns: ["id", "importRunId", "rowNumber", "reason", "detail", "raw"] as const }, rows);
};

/** PostgreSQL's text and json hold no zero byte. */
const tidy = (text: string): string => text.replaceAll("\u0000", "").replaceAll("\\u0000", "");

/** Columns of the refused rows as the file has them, also those a short row lacks. */
export const listRejectColumns = async (db: Db, importId: string): Promise<string[]> => {
  const { rows } = await db.pool.query<{ column: string }>(
    `SELECT k."column" FROM "ImportReject" r, json_object_keys(r."raw") WITH ORDINALITY AS k("column", place)
     WHERE r."importRunId" = $1 GROUP BY 1 ORDER BY max(k.place), 1`,
    [importId],
  );
  return rows.map(({ column }) => column);
};

/** Refused rows in the file's order, read in pages so that millions fit through. */
export async function* streamRejects(db: Db, importId: string): AsyncGenerator<RejectedRow> {
  let after = 0;
  for (;;) {
    const rows = await db.prisma.importReject.findMany({
      where: { importRunId: importId, rowNumber: { gt: after } },
      orderBy: { rowNumber: "asc" },
      take: 1000,
    });
    for (const row of rows) {
      yield {
        row: row.rowNumber,
        reason: row.reason as RejectReason,
        detail: row.detail ?? "",
        raw: (row.raw ?? {}) as Record<string, unknown>,
      };
    }
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.rowNumber;
  }
}
