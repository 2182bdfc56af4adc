import { type ImportPreset, importPresetSchema, type SavePresetInput } from "@cml/domain/map";
import type { Db } from "../client";
import type { ImportPreset as PresetRow } from "../generated/client";

const toPreset = ({ id, kind, name, options, usedAt }: PresetRow): ImportPreset =>
  importPresetSchema.parse({ id, kind, name, options, usedAt });

// More than anybody names; the list is never paged.
const mostPresets = 500;

export const listPresets = async (db: Db, kind: ImportPreset["kind"]): Promise<ImportPreset[]> =>
  (await db.prisma.importPreset.findMany({ where: { kind }, orderBy: [{ usedAt: "desc" }, { name: "asc" }], take: mostPresets })).map(
    toPreset,
  );

export type NewPreset = Omit<SavePresetInput, "headers"> & { id: string; headers: string | null; createdByUserId: string | null; at: Date };

export const upsertPreset = async (db: Db, { at, ...preset }: NewPreset): Promise<ImportPreset> => {
  const { kind, name, headers, options } = preset;
  const row = await db.prisma.importPreset.upsert({
    where: { kind_name: { kind, name } },
    create: { ...preset, createdAt: at, usedAt: at },
    update: { options, usedAt: at, ...(headers === null ? {} : { headers }) },
  });
  return toPreset(row);
};

export const deletePreset = async (db: Db, id: string): Promise<boolean> =>
  (await db.prisma.importPreset.deleteMany({ where: { id } })).count === 1;

export const findPresetByHeaders = async (db: Db, kind: ImportPreset["kind"], headers: string): Promise<ImportPreset | null> => {
  const row = await db.prisma.importPreset.findFirst({ where: { kind, headers }, orderBy: { usedAt: "desc" } });
  return row && toPreset(row);
};

export const touchPreset = async (db: Db, id: string, at: Date): Promise<void> => {
  await db.prisma.importPreset.updateMany({ where: { id }, data: { usedAt: at } });
};
