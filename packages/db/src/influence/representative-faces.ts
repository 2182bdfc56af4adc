import type { Db } from "../client";

/** Addresses of photos that nobody has fetched yet, of representatives and of whole councils. */
export const listPhotosToFetch = async (db: Db, limit: number): Promise<string[]> => {
  const rows = await db.prisma.$queryRaw<{ url: string }[]>`
    SELECT DISTINCT "photoUrl" AS url FROM (
      SELECT "photoUrl" FROM "Representative" WHERE "photoUrl" IS NOT NULL AND "photoKey" IS NULL AND NOT "isDemo"
      UNION ALL SELECT "photoUrl" FROM "OfficeHolder" WHERE "photoUrl" IS NOT NULL AND "photoKey" IS NULL
    ) wanted LIMIT ${limit}`;
  return rows.map(({ url }) => url);
};

/** A face somebody else's row already has. */
export const findPhotoKey = async (db: Db, photoUrl: string): Promise<string | null> => {
  const where = { photoUrl, photoKey: { notIn: [""] } };
  const known = await db.prisma.representative.findFirst({ where, select: { photoKey: true } });
  return known?.photoKey ?? (await db.prisma.officeHolder.findFirst({ where, select: { photoKey: true } }))?.photoKey ?? null;
};

/** The key of our copy, or "" for a photo that could not be had, on every row that names it. */
export const setPhotoKey = async (db: Db, photoUrl: string, photoKey: string): Promise<void> => {
  await db.prisma.representative.updateMany({ where: { photoUrl }, data: { photoKey } });
  await db.prisma.officeHolder.updateMany({ where: { photoUrl }, data: { photoKey } });
};
