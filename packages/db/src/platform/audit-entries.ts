import type { AuditAction, AuditFacts } from "@cml/domain/platform";
import type { Actor, Page, PageInput } from "@cml/domain/kernel";
import { sliceOf } from "@cml/domain/kernel";
import type { Db } from "../client";

export type AuditEntry = {
  id: string;
  at: Date;
  actorKind: Actor["kind"];
  actorUserId: string | null;
  action: AuditAction;
  entity: string;
  entityId: string | null;
  facts: AuditFacts;
  requestId: string | null;
};
export type NewAuditEntry = Omit<AuditEntry, "id" | "at"> & { at?: Date };

export const insertAuditEntry = async (db: Db, entry: NewAuditEntry): Promise<void> => {
  await db.prisma.auditEntry.create({ data: entry });
};

export type AuditFilter = { entity?: string; entityId?: string; actorUserId?: string };

/** Newest first. */
export const listAuditEntries = async (db: Db, filter: AuditFilter, page: PageInput): Promise<Page<AuditEntry>> => {
  const { offset, limit } = sliceOf(page);
  const [rows, total] = await Promise.all([
    db.prisma.auditEntry.findMany({ where: filter, orderBy: { at: "desc" }, skip: offset, take: limit }),
    db.prisma.auditEntry.count({ where: filter }),
  ]);
  return { items: rows as AuditEntry[], total, page: page.page, pageSize: page.pageSize };
};

/** Gives how many were deleted. */
export const deleteAuditEntries = async (db: Db, { before }: { before: Date }): Promise<number> => {
  const { count } = await db.prisma.auditEntry.deleteMany({ where: { at: { lt: before } } });
  return count;
};
