import type { ImportCounts } from "@cml/domain/map";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";

/** Kinds of local bulk data; each is read and committed as a whole. */
export const localImportKinds = ["boundaries", "representatives", "basemap"] as const;
export type LocalImportKind = (typeof localImportKinds)[number];

export type FinishedImport = {
  id: string;
  kind: LocalImportKind;
  fileName: string;
  /** Left out where they stand already. */
  options?: Record<string, string | null>;
  counts: ImportCounts;
  rejects: { id: string; row: number; reason: string; detail: string; raw: Record<string, unknown> }[];
  /** What `undo` needs to put things back; kept for 30 days. */
  before: Prisma.InputJsonValue;
  trashId: string;
  startedAt: Date;
  finishedAt: Date;
};

const keepBeforeMs = 30 * 86_400_000;

/** Written with its rows in one transaction, before them: they point at it. */
export const insertLocalImport = async (
  db: Db,
  { id, kind, fileName, startedAt }: Pick<FinishedImport, "id" | "kind" | "fileName" | "startedAt">,
) => {
  await db.prisma.importRun.create({ data: { id, kind, fileName, status: "RUNNING", createdAt: startedAt, startedAt } });
};

export const finishLocalImport = async (db: Db, run: FinishedImport): Promise<void> => {
  const { id, kind, counts, options, finishedAt } = run;
  await db.prisma.importRun.update({
    where: { id },
    data: {
      status: "COMPLETED",
      options,
      totalRows: counts.read,
      readCount: counts.read,
      createdCount: counts.created,
      changedCount: counts.changed,
      sameCount: counts.same,
      rejectedCount: counts.rejected,
      finishedAt,
    },
  });
  await db.prisma.importReject.createMany({
    data: run.rejects.map(({ row, raw, ...reject }) => ({
      ...reject,
      importRunId: id,
      rowNumber: row,
      raw: raw as Prisma.InputJsonObject,
    })),
  });
  await db.prisma.trash.create({
    data: {
      id: run.trashId,
      kind: "ImportRun",
      entityId: id,
      label: `${kind}: ${run.fileName}`,
      snapshot: run.before,
      deletedAt: finishedAt,
      expiresAt: new Date(finishedAt.getTime() + keepBeforeMs),
    },
  });
};

export type UndoableImport = { kind: LocalImportKind; trashId: string; before: unknown };

/** Null unless the import of local data ended well, was not undone, and still knows what stood before. */
export const findUndoableImport = async (db: Db, id: string): Promise<UndoableImport | null> => {
  const run = await db.prisma.importRun.findFirst({ where: { id, status: "COMPLETED", kind: { in: [...localImportKinds] } } });
  const kept = await db.prisma.trash.findFirst({ where: { kind: "ImportRun", entityId: id, restoredAt: null } });
  const kind = localImportKinds.find((one) => one === run?.kind);
  if (kind === undefined || kept === null) return null;
  return { kind, trashId: kept.id, before: kept.snapshot };
};

export const markImportUndone = async (db: Db, { id, trashId, now }: { id: string; trashId: string; now: Date }): Promise<void> => {
  await db.prisma.importRun.update({ where: { id }, data: { status: "UNDONE", undoneAt: now } });
  await db.prisma.trash.update({ where: { id: trashId }, data: { restoredAt: now } });
};
