import type { PoolClient } from "pg";
import type { Db } from "../client";

// The same rule as completionPercentage in domain/map/cut.ts: 100 only when no door is left. A test holds them equal.
const completion = (visited: string, total: string): string =>
  `CASE WHEN ${total} = 0 THEN 0 WHEN ${visited} >= ${total} THEN 100 ELSE least(99, floor(${visited} * 100.0 / ${total}))::int END`;

const recount = `
  UPDATE "Cut" c SET "addressCount" = n.total, "visitedCount" = n.visited, "completionPercentage" = ${completion("n.visited", "n.total")}
  FROM (
    SELECT wanted."id", count(a."id")::int AS total, count(a."lastVisitedAt")::int AS visited
    FROM unnest($1::uuid[]) wanted("id")
    LEFT JOIN (
      SELECT m."cutId", d."id" FROM "CutLocation" m JOIN "Address" d ON d."locationId" = m."locationId" WHERE m."cutId" = ANY($1::uuid[])
      UNION SELECT u."cutId", u."addressId" FROM "CutAddress" u WHERE u."cutId" = ANY($1::uuid[])
    ) held ON held."cutId" = wanted."id"
    LEFT JOIN "Address" a ON a."id" = held."id"
    GROUP BY 1
  ) n WHERE c."id" = n."id"`;

/** Counts the doors of these areas anew. */
export const recountCuts = async (client: PoolClient, cutIds: readonly string[]): Promise<void> => {
  if (cutIds.length > 0) await client.query(recount, [cutIds]);
};

/** Adds new, unvisited doors to the areas' counters: what an import does thousands of times. */
export const addDoorsToCuts = async (client: PoolClient, doors: ReadonlyMap<string, number>): Promise<void> => {
  if (doors.size === 0) return;
  await client.query(
    `UPDATE "Cut" c SET "addressCount" = c."addressCount" + d.n, "completionPercentage" = ${completion('c."visitedCount"', '(c."addressCount" + d.n)')}
     FROM unnest($1::uuid[], $2::int[]) d(id, n) WHERE c."id" = d.id`,
    [[...doors.keys()], [...doors.values()]],
  );
};

/**
 * After visits: counts anew the areas that hold these doors and notes when they were last walked. The areas are locked in one order
 * first, so that of two visits at once the later one counts both.
 */
export const refreshCutsOfAddresses = async (tx: Db, addressIds: readonly string[], lastCanvassed: Date): Promise<string[]> => {
  const locked = await tx.prisma.$queryRaw<{ id: string }[]>`
    SELECT c."id" FROM "Cut" c WHERE c."id" IN (
      SELECT m."cutId" FROM "Address" a JOIN "CutLocation" m ON m."locationId" = a."locationId" WHERE a."id" = ANY(${[...addressIds]}::uuid[])
      UNION SELECT u."cutId" FROM "CutAddress" u WHERE u."addressId" = ANY(${[...addressIds]}::uuid[])
    ) ORDER BY c."id" FOR NO KEY UPDATE`;
  const cutIds = locked.map(({ id }) => id);
  if (cutIds.length === 0) return [];
  await tx.prisma.$executeRawUnsafe(recount, cutIds);
  await tx.prisma.$executeRaw`
    UPDATE "Cut" SET "lastCanvassed" = greatest("lastCanvassed", ${lastCanvassed}) WHERE "id" = ANY(${cutIds}::uuid[])`;
  return cutIds;
};

/** The same within a Prisma transaction; the areas are locked in one order. */
export const recountCutsIn = async (tx: Db, cutIds: readonly string[]): Promise<void> => {
  if (cutIds.length === 0) return;
  await tx.prisma.$queryRaw`SELECT 1 FROM "Cut" WHERE "id" = ANY(${[...cutIds]}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`;
  await tx.prisma.$executeRawUnsafe(recount, [...cutIds]);
};
