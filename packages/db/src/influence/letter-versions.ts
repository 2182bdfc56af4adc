import type { LetterVersion } from "@cml/domain/influence";
import { translationsSchema } from "@cml/domain/kernel";
import type { Db } from "../client";
import { Prisma } from "../generated/client";

type Row = Prisma.LetterVersionGetPayload<object>;
const toVersion = ({ createdAt: _created, updatedAt: _updated, ...row }: Row): LetterVersion => ({
  ...row,
  translations: translationsSchema.nullable().catch(null).parse(row.translations),
});

/** A campaign's versions in the order in which they are tried. */
export const listLetterVersions = async (db: Db, campaignId: string): Promise<LetterVersion[]> =>
  (await db.prisma.letterVersion.findMany({ where: { campaignId }, orderBy: [{ sortOrder: "asc" }, { id: "asc" }] })).map(toVersion);

export const findLetterVersion = async (db: Db, id: string): Promise<LetterVersion | null> => {
  const row = await db.prisma.letterVersion.findUnique({ where: { id } });
  return row === null ? null : toVersion(row);
};

/** Writes a version as it is given, new or changed. */
export const saveLetterVersion = async (db: Db, { id, translations, ...version }: LetterVersion): Promise<void> => {
  const data = { ...version, translations: translations ?? Prisma.DbNull };
  await db.prisma.letterVersion.upsert({ where: { id }, create: { id, ...data }, update: data });
};

/** Letters made from it keep their words. */
export const deleteLetterVersion = async (db: Db, id: string): Promise<void> => {
  await db.prisma.letterVersion.delete({ where: { id } });
};

/** Gives versions of one campaign the order of `ids`; ids of other campaigns change nothing. */
export const orderLetterVersions = async (db: Db, campaignId: string, ids: readonly string[]): Promise<void> => {
  await db.prisma.$executeRaw`
    UPDATE "LetterVersion" v SET "sortOrder" = o.place
    FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY AS o(id, place)
    WHERE v."id" = o.id AND v."campaignId" = ${campaignId}::uuid`;
};
