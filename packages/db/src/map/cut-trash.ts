import type { PoolClient } from "pg";

const keptMs = 30 * 86_400_000;

export type CutTrash = { trashId: string; label: string; userId: string | null; at: Date };

/**
 * Moves an area with what only it held (units chosen one by one, who had it in hand before) into a snapshot for thirty days; shifts,
 * sessions and parts that named it are remembered, so that they can name it again.
 */
export const trashCut = async (client: PoolClient, id: string, { trashId, label, userId, at }: CutTrash): Promise<boolean> => {
  await client.query(
    `INSERT INTO "Trash" ("id", "kind", "entityId", "label", "snapshot", "deletedByUserId", "deletedAt", "expiresAt")
     SELECT $2, 'Cut', $1::text, $3, jsonb_build_object(
       'cuts', ${rows('"Cut" r WHERE r."id" = $1::uuid')},
       'units', ${rows('"CutAddress" r WHERE r."cutId" = $1::uuid')},
       'assignments', ${rows('"TurfAssignment" r WHERE r."cutId" = $1::uuid')},
       'people', ${rows(`"TurfAssignmentPerson" r WHERE r."turfAssignmentId" IN (${assignments})`)},
       'doors', ${rows(`"TurfAssignmentDoor" r WHERE r."turfAssignmentId" IN (${assignments})`)},
       'shifts', ${ids('"Shift" r WHERE r."cutId" = $1::uuid')},
       'sessions', ${ids('"CanvassSession" r WHERE r."cutId" = $1::uuid')},
       'parts', ${ids('"Cut" r WHERE r."parentCutId" = $1::uuid')}), $4, $5, $6`,
    [id, trashId, label, userId, at, new Date(at.getTime() + keptMs)],
  );
  const { rowCount } = await client.query(`DELETE FROM "Cut" WHERE "id" = $1`, [id]);
  return rowCount === 1;
};

const assignments = 'SELECT t."id" FROM "TurfAssignment" t WHERE t."cutId" = $1::uuid';
const rows = (from: string): string => `coalesce((SELECT jsonb_agg(to_jsonb(r)) FROM ${from}), '[]'::jsonb)`;
const ids = (from: string): string => `coalesce((SELECT jsonb_agg(r."id") FROM ${from}), '[]'::jsonb)`;

/**
 * Brings an area back as it was; its doors are for the caller to find again, because they may have moved. Gives its boundary, or null when there
 * is nothing to bring back. A name that was given away meanwhile throws a unique violation.
 */
export const restoreCut = async (client: PoolClient, id: string, at: Date): Promise<{ geojson: string } | null> => {
  const { rows: found } = await client.query<{ id: string }>(
    `SELECT "id" FROM "Trash" WHERE "kind" = 'Cut' AND "entityId" = $1 AND "restoredAt" IS NULL AND "expiresAt" > $2
     ORDER BY "deletedAt" DESC LIMIT 1 FOR UPDATE`,
    [id, at],
  );
  const trash = found[0]?.id;
  if (trash === undefined) return null;
  // What it pointed to may be gone meanwhile.
  const { rows: back } = await client.query<{ geojson: string }>(
    `INSERT INTO "Cut" SELECT r.* FROM "Trash" t, jsonb_array_elements(t."snapshot"->'cuts') e, jsonb_populate_record(null::"Cut", e
       || jsonb_build_object('createdByUserId', (SELECT u."id" FROM "User" u WHERE u."id" = (e->>'createdByUserId')::uuid),
         'importRunId', (SELECT i."id" FROM "ImportRun" i WHERE i."id" = (e->>'importRunId')::uuid),
         'parentCutId', (SELECT c."id" FROM "Cut" c WHERE c."id" = (e->>'parentCutId')::uuid),
         'boundaryId', (SELECT b."id" FROM "Boundary" b WHERE b."id" = (e->>'boundaryId')::uuid))) r
     WHERE t."id" = $1 RETURNING "geojson"`,
    [trash],
  );
  for (const restore of restores) await client.query(restore, [trash]);
  for (const [table, key] of named)
    await client.query(
      `UPDATE "${table}" x SET "${key === "parts" ? "parentCutId" : "cutId"}" = $2::uuid FROM "Trash" t, jsonb_array_elements_text(t."snapshot"->'${key}') e
       WHERE t."id" = $1 AND x."id" = e::uuid AND x."${key === "parts" ? "parentCutId" : "cutId"}" IS NULL`,
      [trash, id],
    );
  await client.query(`UPDATE "Trash" SET "restoredAt" = $2, "snapshot" = '{}' WHERE "id" = $1`, [trash, at]);
  return back[0] ?? null;
};

const named = [
  ["Shift", "shifts"],
  ["CanvassSession", "sessions"],
  ["Cut", "parts"],
] as const;

// People and other turfs that left meanwhile are no longer named.
const livingHands = `jsonb_build_object('handedOutByUserId', (SELECT u."id" FROM "User" u WHERE u."id" = (e->>'handedOutByUserId')::uuid),
  'splitFromId', (SELECT a."id" FROM "TurfAssignment" a WHERE a."id" = (e->>'splitFromId')::uuid))`;

const from = (table: string, key: string, { where, fixed = "'{}'::jsonb" }: { where: string; fixed?: string }): string =>
  `INSERT INTO "${table}" SELECT r.* FROM "Trash" t, jsonb_array_elements(t."snapshot"->'${key}') e,
     jsonb_populate_record(null::"${table}", e || ${fixed}) r
   WHERE t."id" = $1 AND ${where} ON CONFLICT DO NOTHING`;
const exists = (table: string, column: string): string => `EXISTS (SELECT 1 FROM "${table}" p WHERE p."id" = r."${column}")`;

const restores = [
  from("CutAddress", "units", { where: exists("Address", "addressId") }),
  from("TurfAssignment", "assignments", { where: exists("Shift", "shiftId"), fixed: livingHands }),
  from("TurfAssignmentPerson", "people", { where: `${exists("TurfAssignment", "turfAssignmentId")} AND ${exists("User", "userId")}` }),
  from("TurfAssignmentDoor", "doors", { where: `${exists("TurfAssignment", "turfAssignmentId")} AND ${exists("Address", "addressId")}` }),
];
