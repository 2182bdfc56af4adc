import type { DuplicatePair, DuplicateReason, Location } from "@cml/domain/map";
import { duplicateWithinM } from "@cml/domain/map";
import type { Db } from "../client";
import { rawTransaction } from "../transaction";
import { toLocation } from "./rows";

export type FoundPair = { firstId: string; secondId: string; reason: DuplicateReason; distanceM: number };

// Metres between two points some metres apart; the earth is flat there.
const metres = `sqrt(power((a."latitude" - b."latitude")::float8 * 111195, 2)
  + power((a."longitude" - b."longitude")::float8 * 111195 * cos(radians(a."latitude"::float8)), 2))`;

// Written the same and standing apart: each with the first of its key, so that ten of one name are nine pairs.
const sameKey = `
  SELECT a."id"::text AS "firstId", b."id"::text AS "secondId", ${metres} AS "distanceM" FROM (
    SELECT "searchKey", min("id"::text)::uuid AS "id" FROM "Location"
    WHERE "archivedAt" IS NULL AND "searchKey" <> '' AND "civicNumber" IS NOT NULL GROUP BY 1 HAVING count(*) BETWEEN 2 AND 50
  ) k JOIN "Location" a ON a."id" = k."id" JOIN "Location" b ON b."searchKey" = k."searchKey" AND b."id" <> k."id" AND b."archivedAt" IS NULL`;

// The same number close by, written otherwise, looked for among a share of the numbers. Cells of two thousandths of a degree; each building
// also stands in those its circle touches, but only in later ones, so that every pair is met once.
const reach = duplicateWithinM / 111_195;
const nearby = `
  WITH stands AS MATERIALIZED (
    SELECT "id", "civicNumber" AS civic, "latitude"::float8 AS latitude, "longitude"::float8 AS longitude,
      floor("latitude" * 500)::int AS row, floor("longitude" * 500)::int AS col
    FROM "Location" WHERE "archivedAt" IS NULL AND "civicNumber" % $1 = $2 AND "searchKey" <> ''
  ), reaches AS (
    SELECT s.*, r AS "toRow", c AS "toCol" FROM stands s,
      generate_series(row, floor((latitude + ${reach}) * 500)::int) r,
      generate_series(floor((longitude - ${reach} / cos(radians(latitude))) * 500)::int, floor((longitude + ${reach} / cos(radians(latitude))) * 500)::int) c
    WHERE (r, c) >= (row, col)
  ), close AS MATERIALIZED (
    SELECT a."id" AS "firstId", b."id" AS "secondId" FROM reaches a JOIN stands b ON b.civic = a.civic AND b.row = a."toRow" AND b.col = a."toCol"
    WHERE ((a.row, a.col) <> (b.row, b.col) OR a."id" < b."id")
      AND power((a.latitude - b.latitude) * 111195, 2) + power((a.longitude - b.longitude) * 111195 * cos(radians(a.latitude)), 2) <= ${duplicateWithinM ** 2}
  )
  SELECT a."id"::text AS "firstId", b."id"::text AS "secondId", a."streetKey" AS "firstStreet", b."streetKey" AS "secondStreet", ${metres} AS "distanceM"
  FROM close JOIN "Location" a ON a."id" = close."firstId" JOIN "Location" b ON b."id" = close."secondId" WHERE a."searchKey" <> b."searchKey"`;

export type NearbyPair = { firstId: string; secondId: string; distanceM: number; firstStreet: string; secondStreet: string };

const settings = "SET LOCAL work_mem = '128MB'; SET LOCAL jit = off; SET LOCAL statement_timeout = 600000";

/** Pairs of buildings whose address reads the same. Reads the whole table once. */
export const findSameKeyPairs = (db: Db): Promise<Omit<FoundPair, "reason">[]> =>
  rawTransaction(db, async (client) => {
    await client.query(settings);
    return (await client.query<Omit<FoundPair, "reason">>(sameKey)).rows;
  });

/** The numbers are taken in so many shares, so that none holds much memory and the search tells how far it is. */
export const nearbyShares = 16;

/** Pairs of buildings of one number that stand close together and are written otherwise, among one share of the numbers. */
export const findNearbyPairs = (db: Db, share: number): Promise<NearbyPair[]> =>
  rawTransaction(db, async (client) => {
    await client.query(settings);
    return (await client.query<NearbyPair>(nearby, [nearbyShares, share])).rows;
  });

const pairsPerInsert = 5_000;

/** Pairs a scan met, anew or again; what somebody said are two stays said. */
export const writePairs = async (
  db: Db,
  pairs: readonly FoundPair[],
  { scanId, now, newId }: { scanId: string; now: Date; newId: () => string },
): Promise<void> => {
  for (let start = 0; start < pairs.length; start += pairsPerInsert) {
    const some = pairs
      .slice(start, start + pairsPerInsert)
      .map((pair) => (pair.firstId < pair.secondId ? pair : { ...pair, firstId: pair.secondId, secondId: pair.firstId }));
    await db.prisma.$executeRaw`
      INSERT INTO "LocationDuplicate" AS d ("id", "firstId", "secondId", "reason", "distanceM", "foundAt", "scanId")
      SELECT g.id, g.first, g.second, g.reason, g.metres, ${now}, ${scanId}::uuid
      FROM unnest(${some.map(() => newId())}::uuid[], ${some.map((one) => one.firstId)}::uuid[], ${some.map((one) => one.secondId)}::uuid[],
        ${some.map((one) => one.reason)}::text[], ${some.map((one) => one.distanceM)}::float8[]) g(id, first, second, reason, metres)
      WHERE EXISTS (SELECT 1 FROM "Location" l WHERE l."id" = g.first) AND EXISTS (SELECT 1 FROM "Location" l WHERE l."id" = g.second)
      ON CONFLICT ("firstId", "secondId") DO UPDATE SET "scanId" = excluded."scanId", "reason" = excluded."reason", "distanceM" = excluded."distanceM"`;
  }
};

/** Pairs the scan did not meet are none any more; what somebody said are two is kept, for the next that meets it. */
export const removePairsNotMet = async (db: Db, scanId: string): Promise<void> => {
  await db.prisma.$executeRaw`DELETE FROM "LocationDuplicate" WHERE "dismissedAt" IS NULL AND "scanId" IS DISTINCT FROM ${scanId}::uuid`;
};

const visitsOf = async (db: Db, ids: readonly string[]): Promise<Map<string, number>> => {
  const rows = await db.prisma.$queryRaw<{ id: string; visits: number }[]>`
    SELECT a."locationId" AS id, count(*)::int AS visits FROM "Address" a JOIN "CanvassVisit" v ON v."addressId" = a."id"
    WHERE a."locationId" = ANY(${[...ids]}::uuid[]) GROUP BY 1`;
  return new Map(rows.map(({ id, visits }) => [id, visits]));
};

const waiting = { dismissedAt: null, first: { archivedAt: null }, second: { archivedAt: null } };

/** Pairs nobody looked at, the closest first. */
export const listDuplicatePairs = async (
  db: Db,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ pairs: DuplicatePair[]; total: number }> => {
  const total = await db.prisma.locationDuplicate.count({ where: waiting });
  const rows = await db.prisma.locationDuplicate.findMany({
    where: waiting,
    orderBy: [{ reason: "desc" }, { distanceM: "asc" }, { id: "asc" }],
    skip: offset,
    take: limit,
    include: { first: true, second: true },
  });
  const visits = await visitsOf(
    db,
    rows.flatMap(({ firstId, secondId }) => [firstId, secondId]),
  );
  const withVisits = (location: Location) => ({ ...location, visits: visits.get(location.id) ?? 0 });
  const pairs = rows.map(({ id, reason, distanceM, first, second }) => ({
    id,
    reason: reason === "apart" ? ("apart" as const) : ("spelling" as const),
    distanceM,
    first: withVisits(toLocation(first)),
    second: withVisits(toLocation(second)),
  }));
  return { pairs, total };
};

/** Remembers that a pair is two, or forgets it again; false when there is no such pair. */
export const setDismissed = async (
  db: Db,
  id: string,
  { dismissedAt, dismissedByUserId }: { dismissedAt: Date | null; dismissedByUserId: string | null },
): Promise<boolean> => {
  const { count } = await db.prisma.locationDuplicate.updateMany({ where: { id }, data: { dismissedAt, dismissedByUserId } });
  return count === 1;
};
