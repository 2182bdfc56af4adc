import { type OfficeHolderRow, officeHolderRowSchema, type StoredHolder } from "@cml/domain/influence";
import type { Db } from "../client";

/** Everybody of these councils who came from a file. */
export const listImportedHolders = async (db: Db, setSlugs: readonly string[]): Promise<StoredHolder[]> => {
  const rows = await db.prisma.officeHolder.findMany({
    where: { source: "LOCAL", setSlug: { in: [...setSlugs] } },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id, ...row }) => ({
    id,
    ...officeHolderRowSchema.parse({ ...row, firstName: row.firstName ?? "", lastName: row.lastName ?? "" }),
  }));
};

type Mark = { importRunId: string | null; now: Date };

export const insertOfficeHolders = async (db: Db, holders: readonly StoredHolder[], { importRunId, now }: Mark): Promise<void> => {
  await db.prisma.officeHolder.createMany({ data: holders.map((one) => ({ ...one, source: "LOCAL", importRunId, fetchedAt: now })) });
};

export const updateOfficeHolder = async (db: Db, { id, now, ...row }: OfficeHolderRow & { id: string; now: Date }): Promise<void> => {
  await db.prisma.officeHolder.updateMany({ where: { id }, data: { ...row, fetchedAt: now, photoKey: null } });
};

export const deleteOfficeHolders = async (db: Db, ids: readonly string[]): Promise<void> => {
  await db.prisma.officeHolder.deleteMany({ where: { id: { in: [...ids] } } });
};

type Before = { importRunId: string; changed: readonly StoredHolder[]; removed: readonly StoredHolder[]; now: Date };

/** Takes an import back: who it brought goes, whom it changed or removed is as before. */
export const restoreHolders = async (db: Db, { importRunId, changed, removed, now }: Before): Promise<void> => {
  await db.prisma.officeHolder.deleteMany({ where: { importRunId } });
  for (const before of changed) await updateOfficeHolder(db, { ...before, now });
  await insertOfficeHolders(db, removed, { importRunId: null, now });
};
