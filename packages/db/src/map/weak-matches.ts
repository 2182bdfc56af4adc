import { mostWeakCounted, sureConfidence, type WeakMatch } from "@cml/domain/map";
import type { Db } from "../client";
import { Prisma } from "../generated/client";

// Written as the partial index "Location_weak_idx" has it, or it would not be used.
const isWeak = Prisma.sql`l."geocodeConfidence" < ${Prisma.raw(String(sureConfidence))} AND l."geocodeProvider" IS NOT NULL
  AND l."geocodeReviewedAt" IS NULL AND l."archivedAt" IS NULL`;

const columns = Prisma.sql`l."id", l."latitude"::float8 AS latitude, l."longitude"::float8 AS longitude, l."address", l."municipality", l."province",
  l."postalCode", l."totalUnits", l."geocodeConfidence", l."geocodeProvider"::text AS "geocodeProvider", l."updatedAt"`;

/** Weak matches nobody has looked at, the weakest first, behind the given one. */
export const listWeakMatches = async (db: Db, { afterId, limit }: { afterId: string | null; limit: number }): Promise<WeakMatch[]> => {
  const behind =
    afterId === null
      ? Prisma.empty
      : Prisma.sql`AND (l."geocodeConfidence", l."id") > ((SELECT w."geocodeConfidence" FROM "Location" w WHERE w."id" = ${afterId}::uuid), ${afterId}::uuid)`;
  return db.prisma.$queryRaw<WeakMatch[]>`
    SELECT ${columns} FROM "Location" l WHERE ${isWeak} ${behind} ORDER BY l."geocodeConfidence", l."id" LIMIT ${limit}`;
};

/** At most ten thousand are counted. */
export const countWeakMatches = async (db: Db): Promise<number> => {
  const [row] = await db.prisma.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT 1 FROM "Location" l WHERE ${isWeak} LIMIT ${mostWeakCounted}) w`;
  return row?.count ?? 0;
};

/** The next of them by id, for work that goes through all once. */
export const nextWeakMatches = async (db: Db, { afterId, limit }: { afterId: string | null; limit: number }): Promise<WeakMatch[]> => {
  const behind = afterId === null ? Prisma.empty : Prisma.sql`AND l."id" > ${afterId}::uuid`;
  return db.prisma.$queryRaw<WeakMatch[]>`SELECT ${columns} FROM "Location" l WHERE ${isWeak} ${behind} ORDER BY l."id" LIMIT ${limit}`;
};

export type BandCount = {
  provider: WeakMatch["geocodeProvider"] | null;
  band: "high" | "medium" | "low" | "none";
  buildings: number;
  sum: number;
};

/** Buildings by who placed them and how surely. */
export const countByBand = async (db: Db): Promise<BandCount[]> =>
  db.prisma.$queryRaw<BandCount[]>`
    SELECT "geocodeProvider"::text AS provider,
      CASE WHEN "geocodeConfidence" IS NULL THEN 'none' WHEN "geocodeConfidence" >= 85 THEN 'high' WHEN "geocodeConfidence" >= 60 THEN 'medium' ELSE 'low' END AS band,
      count(*)::int AS buildings, coalesce(sum("geocodeConfidence"), 0)::int AS sum
    FROM "Location" WHERE "archivedAt" IS NULL GROUP BY 1, 2`;

/** Says that somebody looked, and changes nothing of the building itself, its last change included. */
export const markReviewed = async (db: Db, { id, at }: { id: string; at: Date | null }): Promise<void> => {
  await db.prisma.$executeRaw`UPDATE "Location" SET "geocodeReviewedAt" = ${at} WHERE "id" = ${id}::uuid`;
};

export type PlacedBefore = { entryId: string; userId: string | null; metadata: unknown };

/** The last line a review wrote about a building. */
export const findLastPlacing = async (db: Db, locationId: string): Promise<PlacedBefore | null> => {
  const row = await db.prisma.locationHistory.findFirst({
    where: { locationId, field: { in: ["point", "reviewed"] } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return row && { entryId: row.id, userId: row.userId, metadata: row.metadata };
};
