import type { ImportUndo, KeptReason } from "@cml/domain/map";
import type { PoolClient } from "pg";
import type { Db } from "../client";
import { Prisma } from "../generated/client";
import { copyRows } from "./copy";

/** Asks for an undo of a run that ended; false when it may not be undone (any more). */
export const beginUndo = async (db: Db, id: string, undo: ImportUndo): Promise<boolean> => {
  const { count } = await db.prisma.importRun.updateMany({
    where: { id, status: { in: ["COMPLETED", "CANCELLED", "FAILED"] }, isComparison: false, undo: { equals: Prisma.DbNull } },
    data: { undo },
  });
  return count === 1;
};

export const lockUndo = async (client: PoolClient, id: string): Promise<boolean> => {
  const { rowCount } = await client.query(
    `SELECT 1 FROM "ImportRun" WHERE "id" = $1 AND "undo" IS NOT NULL AND "status" <> 'UNDONE' FOR UPDATE`,
    [id],
  );
  return rowCount === 1;
};

export const saveUndo = async (client: PoolClient, id: string, undo: ImportUndo): Promise<void> => {
  await client.query(`UPDATE "ImportRun" SET "undo" = $2 WHERE "id" = $1`, [id, JSON.stringify(undo)]);
};

/** The last step: its rows of the tray go, but for those a kept building stands for, and the run is undone. */
export const endUndo = async (client: PoolClient, id: string, { undo, at }: { undo: ImportUndo; at: Date }): Promise<void> => {
  await client.query(
    `DELETE FROM "UnplacedAddress" u WHERE u."importRunId" = $1 AND (u."resolvedAt" IS NULL
       OR NOT EXISTS (SELECT 1 FROM "Location" l WHERE l."id" = u."resolvedLocationId"))`,
    [id],
  );
  await client.query(`UPDATE "ImportRun" SET "status" = 'UNDONE', "undoneAt" = $2, "undo" = $3 WHERE "id" = $1`, [
    id,
    at,
    JSON.stringify(undo),
  ]);
};

export type Page = { importId: string; after: string | null; take: number };

const firstId = "00000000-0000-0000-0000-000000000000";

/** Buildings the import set up, in the order of their ids. */
export const pageBuildingsOf = async (client: PoolClient, { importId, after, take }: Page): Promise<string[]> => {
  await client.query("SET LOCAL enable_sort = off");
  const { rows } = await client.query<{ id: string }>(
    `SELECT "id" FROM "Location" WHERE "importRunId" = $1 AND "id" > $2 ORDER BY "id" LIMIT $3`,
    [importId, after ?? firstId, take],
  );
  return rows.map(({ id }) => id);
};

/** Doors it added to buildings of others, with those buildings. */
export const pageUnitsOf = async (
  client: PoolClient,
  { importId, after, take }: Page,
): Promise<{ lastId: string | null; locationIds: string[] }> => {
  await client.query("SET LOCAL enable_sort = off");
  const { rows } = await client.query<{ id: string; locationId: string; isOwn: boolean }>(
    `SELECT a."id", a."locationId", l."importRunId" IS NOT DISTINCT FROM $1 AS "isOwn" FROM "Address" a JOIN "Location" l ON l."id" = a."locationId"
     WHERE a."importRunId" = $1 AND a."id" > $2 ORDER BY a."id" LIMIT $3`,
    [importId, after ?? firstId, take],
  );
  return {
    lastId: rows.at(-1)?.id ?? null,
    locationIds: [...new Set(rows.filter(({ isOwn }) => !isOwn).map(({ locationId }) => locationId))],
  };
};

// What people or other imports did with a door or its building since; the first that holds is said.
const doorsWithReason = `
  SELECT a."id", a."locationId", CASE
    WHEN a."lastVisitedAt" IS NOT NULL OR EXISTS (SELECT 1 FROM "CanvassVisit" v WHERE v."addressId" = a."id") THEN 'visited'
    WHEN EXISTS (SELECT 1 FROM "Resident" r WHERE r."addressId" = a."id") THEN 'person'
    WHEN a."rowRunId" <> $1 THEN 'otherImport'
    WHEN b.edited THEN 'edited'
    WHEN a."updatedByUserId" IS NOT NULL AND a."rowRunId" IS NULL OR a."firstName" IS NOT NULL OR a."lastName" IS NOT NULL OR a."email" IS NOT NULL OR a."phone" IS NOT NULL
      OR a."supportLevel" IS NOT NULL OR a."supportDeclined" OR a."sign" OR a."notes" IS NOT NULL OR a."doNotContact" THEN 'edited'
    END AS reason
  FROM "Address" a JOIN (
    SELECT w.id, EXISTS (SELECT 1 FROM "LocationHistory" h WHERE h."locationId" = w.id AND h."importRunId" IS NULL AND h."userId" IS NOT NULL AND h."action" NOT IN ('IMPORTED_CSV', 'IMPORTED_NAR')) AS edited
    FROM unnest($2::uuid[]) w(id)
  ) b ON b.id = a."locationId"
  WHERE a."importRunId" = $1`;

export type UndoneDoors = { removed: number; kept: { locationId: string; reason: KeptReason; doors: number }[] };

/** Takes away the import's doors in these buildings, but for those somebody has used since; areas count fewer doors at once. */
export const removeDoorsOf = async (client: PoolClient, importId: string, locationIds: readonly string[]): Promise<UndoneDoors> => {
  const { rows: kept } = await client.query<{ locationId: string; reason: KeptReason; doors: number }>(
    `SELECT "locationId", reason, count(*)::int AS doors FROM (${doorsWithReason}) d WHERE reason IS NOT NULL GROUP BY 1, 2`,
    [importId, locationIds],
  );
  // Where nothing is kept, which is nearly everywhere, no reason is looked for again.
  const used = new Set(kept.map(({ locationId }) => locationId));
  const free = locationIds.filter((id) => !used.has(id));
  const removed = await deleteDoors(
    client,
    `SELECT a."id" FROM "Address" a WHERE a."importRunId" = $1 AND a."locationId" = ANY($2::uuid[])`,
    [importId, free],
  );
  const partly =
    used.size === 0
      ? 0
      : await deleteDoors(client, `SELECT d."id" FROM (${doorsWithReason}) d WHERE d.reason IS NULL`, [importId, [...used]]);
  return { removed: removed + partly, kept };
};

const deleteDoors = async (client: PoolClient, which: string, params: unknown[]): Promise<number> => {
  const { rows } = await client.query<{ removed: number }>(
    `WITH gone AS (DELETE FROM "Address" WHERE "id" IN (${which}) RETURNING "locationId"),
     fewer AS (SELECT m."cutId", count(*)::int AS n FROM gone JOIN "CutLocation" m ON m."locationId" = gone."locationId" GROUP BY 1),
     counted AS (
       UPDATE "Cut" c SET "addressCount" = c."addressCount" - fewer.n,
         "completionPercentage" = CASE WHEN c."addressCount" - fewer.n <= 0 THEN 0 WHEN c."visitedCount" >= c."addressCount" - fewer.n THEN 100
           ELSE least(99, floor(c."visitedCount" * 100.0 / (c."addressCount" - fewer.n)))::int END
       FROM fewer WHERE c."id" = fewer."cutId" RETURNING 1
     )
     SELECT (SELECT count(*) FROM gone)::int AS removed`,
    params,
  );
  return rows[0]?.removed ?? 0;
};

/** Buildings of the import that another import changed since, or people edited though no door of theirs was kept. */
export const findBuildingsToKeep = async (
  client: PoolClient,
  importId: string,
  locationIds: readonly string[],
): Promise<{ locationId: string; reason: KeptReason }[]> => {
  const { rows } = await client.query<{ locationId: string; reason: KeptReason }>(
    `SELECT w.id AS "locationId", CASE
       WHEN EXISTS (SELECT 1 FROM "Address" a WHERE a."locationId" = w.id AND a."importRunId" IS DISTINCT FROM $1) THEN 'otherImport'
       WHEN EXISTS (SELECT 1 FROM "LocationHistory" h WHERE h."locationId" = w.id AND h."importRunId" IS NULL AND h."userId" IS NOT NULL AND h."action" NOT IN ('IMPORTED_CSV', 'IMPORTED_NAR')) THEN 'edited'
       WHEN EXISTS (SELECT 1 FROM "LocationHistory" h WHERE h."locationId" = w.id AND h."importRunId" <> $1) THEN 'otherImport'
       END AS reason
     FROM unnest($2::uuid[]) w(id)`,
    [importId, locationIds],
  );
  return rows.filter(({ reason }) => (reason as string | null) !== null);
};

/** Whole buildings without doors: what hangs on them first, because one statement for all is cheaper than one for each. */
export const removeBuildings = async (client: PoolClient, locationIds: readonly string[]): Promise<void> => {
  await client.query(`DELETE FROM "CutLocation" WHERE "locationId" = ANY($1::uuid[])`, [locationIds]);
  await client.query(`DELETE FROM "LocationHistory" WHERE "locationId" = ANY($1::uuid[])`, [locationIds]);
  await client.query(`DELETE FROM "Location" WHERE "id" = ANY($1::uuid[])`, [locationIds]);
};

/** Buildings that stay count the doors they still have. */
export const recountUnits = async (client: PoolClient, locationIds: readonly string[]): Promise<void> => {
  if (locationIds.length === 0) return;
  await client.query(
    `UPDATE "Location" l SET "totalUnits" = u.n, "buildingType" = CASE WHEN u.n = 1 AND l."buildingType" = 'MULTI_UNIT' THEN 'SINGLE_FAMILY'::"BuildingType" ELSE l."buildingType" END
     FROM (SELECT w.id, count(a."id")::int AS n FROM unnest($1::uuid[]) w(id) LEFT JOIN "Address" a ON a."locationId" = w.id GROUP BY 1) u
     WHERE l."id" = u.id AND u.n > 0 AND l."totalUnits" <> u.n`,
    [locationIds],
  );
};

export type Kept = { locationId: string; reason: KeptReason };

/** Lists what an undo left in place, each building once. */
export const listAsKept = async (
  client: PoolClient,
  kept: readonly Kept[],
  { importId, newId }: { importId: string; newId: () => string },
): Promise<void> => {
  if (kept.length === 0) return;
  const { rows } = await client.query<{ id: string; address: string }>(
    `SELECT l."id", l."address" FROM "Location" l WHERE l."id" = ANY($1::uuid[])
       AND NOT EXISTS (SELECT 1 FROM "ImportKept" k WHERE k."importRunId" = $2 AND k."locationId" = l."id")`,
    [kept.map(({ locationId }) => locationId), importId],
  );
  const reasons = new Map([...kept].reverse().map(({ locationId, reason }) => [locationId, reason]));
  const lines = rows.map(({ id, address }) => ({
    id: newId(),
    importRunId: importId,
    locationId: id,
    address,
    reason: reasons.get(id) ?? "edited",
  }));
  await copyRows(client, { table: "ImportKept", columns: ["id", "importRunId", "locationId", "address", "reason"] as const }, lines);
};
