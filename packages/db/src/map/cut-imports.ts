import { type CutGeometry, type KeptReason } from "@cml/domain/map";
import type { PoolClient } from "pg";
import { copyRows } from "./copy";

type Shape = { geojson: string; externalId: string | null };
/** An area an import changed: how it was, and how the import left it. */
export type ChangedCut = { id: string; updatedAt: string; before: Shape; after: Shape };

const keepBeforeMs = 30 * 86_400_000;
type Keeping = { trashId: string; importId: string; label: string; at: Date };

/** Keeps how areas were, in the transaction of the chunk that changes them; for thirty days they can be put back. */
export const keepCutsBefore = async (
  client: PoolClient,
  cuts: readonly ChangedCut[],
  { trashId, importId, label, at }: Keeping,
): Promise<void> => {
  if (cuts.length === 0) return;
  await client.query(
    `INSERT INTO "Trash" ("id", "kind", "entityId", "label", "snapshot", "deletedAt", "expiresAt") VALUES ($1, 'ImportRun', $2, $3, $4, $5, $6)`,
    [trashId, importId, label, JSON.stringify({ cuts }), at, new Date(at.getTime() + keepBeforeMs)],
  );
};

/** What was kept of a run's areas, the latest first, taken out so that it is put back once. */
export const takeCutsBefore = async (client: PoolClient, importId: string, at: Date): Promise<ChangedCut[]> => {
  const { rows } = await client.query<{ id: string; snapshot: { cuts?: ChangedCut[] } }>(
    `UPDATE "Trash" SET "restoredAt" = $2 WHERE "kind" = 'ImportRun' AND "entityId" = $1 AND "restoredAt" IS NULL RETURNING "id", "snapshot"`,
    [importId, at],
  );
  return rows.sort((a, b) => (a.id < b.id ? 1 : -1)).flatMap(({ snapshot }) => snapshot.cuts ?? []);
};

/** Gives an area its old shape and id, and says the shape; null when they are not what the import made of them any more. */
export const putCutBack = async (
  client: PoolClient,
  { id, before, after, updatedAt }: ChangedCut,
  bounds: string,
): Promise<CutGeometry | null> => {
  const { rowCount } = await client.query(
    `UPDATE "Cut" SET "geojson" = $2, "externalId" = $3, "bounds" = $4, "updatedAt" = $5
     WHERE "id" = $1 AND "geojson" = $6 AND "externalId" IS NOT DISTINCT FROM $7`,
    [id, before.geojson, before.externalId, bounds, updatedAt, after.geojson, after.externalId],
  );
  return rowCount === 1 ? (JSON.parse(before.geojson) as CutGeometry) : null;
};

/** What an undo left in place, by its name. */
export type KeptName = { id: string; name: string; reason: KeptReason };

/** The next areas an import made; a reason where somebody walked, planned with or changed one since. */
export const pageCutsOf = async (
  client: PoolClient,
  { importId, after, take }: { importId: string; after: string | null; take: number },
): Promise<(Omit<KeptName, "reason"> & { reason: KeptReason | null })[]> => {
  const { rows } = await client.query<Omit<KeptName, "reason"> & { reason: KeptReason | null }>(
    `SELECT c."id", c."name", CASE
       WHEN c."lastCanvassed" IS NOT NULL OR EXISTS (SELECT 1 FROM "CanvassSession" s WHERE s."cutId" = c."id") THEN 'visited'
       WHEN EXISTS (SELECT 1 FROM "Shift" s WHERE s."cutId" = c."id") OR EXISTS (SELECT 1 FROM "TurfAssignment" t WHERE t."cutId" = c."id")
         OR EXISTS (SELECT 1 FROM "Cut" p WHERE p."parentCutId" = c."id") OR EXISTS (SELECT 1 FROM "CutAddress" a WHERE a."cutId" = c."id")
         OR EXISTS (SELECT 1 FROM "User" u WHERE u."permissions"->'cutIds' ? c."id"::text) THEN 'planned'
       WHEN c."updatedAt" > c."createdAt" THEN 'edited'
       END AS "reason"
     FROM "Cut" c WHERE c."importRunId" = $1 AND c."id" > $2 ORDER BY c."id" LIMIT $3 FOR UPDATE`,
    [importId, after ?? "00000000-0000-0000-0000-000000000000", take],
  );
  return rows;
};

export const removeCuts = async (client: PoolClient, ids: readonly string[]): Promise<void> => {
  await client.query(`DELETE FROM "CutLocation" WHERE "cutId" = ANY($1::uuid[])`, [ids]);
  await client.query(`DELETE FROM "Cut" WHERE "id" = ANY($1::uuid[])`, [ids]);
};

/** Lists what an undo left as it is and has no address: areas, lines of the ground. */
export const listNamesAsKept = (
  client: PoolClient,
  kept: readonly KeptName[],
  { importId, newId }: { importId: string; newId: () => string },
): Promise<void> =>
  copyRows(
    client,
    { table: "ImportKept", columns: ["id", "importRunId", "locationId", "address", "reason"] as const },
    kept.map(({ id, name, reason }) => ({ id: newId(), importRunId: importId, locationId: id, address: name, reason })),
  );

export const nameOfCut = async (client: PoolClient, id: string): Promise<string | null> => {
  const { rows } = await client.query<{ name: string }>(`SELECT "name" FROM "Cut" WHERE "id" = $1`, [id]);
  return rows[0]?.name ?? null;
};
