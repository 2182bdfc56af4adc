import type { PoolClient } from "pg";
import { deleteMembershipOf } from "./cut-membership";
import { recountCuts } from "./cut-counters";
import { recountUnits, removeBuildings } from "./import-undo";

export type Placed = {
  id: string;
  importRunId: string | null;
  address: string;
  unitNumber: string | null;
  resolvedAt: Date;
  locationId: string;
};

/** A row of the tray that stands on the map, held; null when it does not (any more). */
export const holdPlaced = async (client: PoolClient, id: string): Promise<Placed | null> => {
  const { rows } = await client.query<Placed>(
    `SELECT "id", "importRunId", "address", "unitNumber", "resolvedAt", "resolvedLocationId" AS "locationId" FROM "UnplacedAddress"
     WHERE "id" = $1 AND "resolvedAt" IS NOT NULL AND "resolvedLocationId" IS NOT NULL FOR UPDATE`,
    [id],
  );
  return rows[0] ?? null;
};

/** The row waits again. */
export const reopenUnplaced = async (client: PoolClient, id: string): Promise<void> => {
  await client.query(`UPDATE "UnplacedAddress" SET "resolvedAt" = NULL, "resolvedLocationId" = NULL WHERE "id" = $1`, [id]);
};

// Whatever people or other imports made of a door since it was set up.
const isUsed = `a."lastVisitedAt" IS NOT NULL OR a."updatedByUserId" IS NOT NULL OR a."rowRunId" IS NOT NULL OR a."firstName" IS NOT NULL OR a."lastName" IS NOT NULL
  OR a."email" IS NOT NULL OR a."phone" IS NOT NULL OR a."supportLevel" IS NOT NULL OR a."supportDeclined" OR a."sign" OR a."notes" IS NOT NULL OR a."doNotContact"
  OR EXISTS (SELECT 1 FROM "CanvassVisit" v WHERE v."addressId" = a."id") OR EXISTS (SELECT 1 FROM "Resident" r WHERE r."addressId" = a."id")`;

// With its last door a building goes, unless it was here before, or somebody changed it since.
const isHeldBy = `l."importRunId" IS DISTINCT FROM $1 OR EXISTS (SELECT 1 FROM "LocationHistory" h WHERE h."locationId" = l."id" AND h."userId" IS NOT NULL
  AND h."createdAt" > $4 AND h."action" NOT IN ('IMPORTED_CSV', 'IMPORTED_NAR') AND h."field" IS DISTINCT FROM 'unit.removed')`;

export type AddedByPlacing = { addressId: string; isUsed: boolean; isOnly: boolean };

/** The door a placing set up, known by its building, its unit and the moment; null when the door stood before. */
export const holdAddedDoor = async (
  client: PoolClient,
  { importRunId, locationId, unitNumber, resolvedAt }: Placed,
): Promise<AddedByPlacing | null> => {
  await client.query(`SELECT 1 FROM "Location" WHERE "id" = $1 FOR UPDATE`, [locationId]);
  const { rows } = await client.query<AddedByPlacing>(
    `SELECT d."addressId", d.used OR (d."isOnly" AND d.held) AS "isUsed", d."isOnly" FROM (
       SELECT a."id" AS "addressId", (${isUsed}) AS used, (${isHeldBy}) AS held,
         NOT EXISTS (SELECT 1 FROM "Address" o WHERE o."locationId" = a."locationId" AND o."id" <> a."id") AS "isOnly"
       FROM "Address" a JOIN "Location" l ON l."id" = a."locationId"
       WHERE a."locationId" = $2 AND a."importRunId" = $1 AND a."unitNumber" IS NOT DISTINCT FROM $3 AND a."createdAt" = $4 FOR UPDATE OF a
     ) d`,
    [importRunId, locationId, unitNumber, resolvedAt],
  );
  return rows[0] ?? null;
};

/** Takes the door away again, and its building where it was the only one. */
export const removeAddedDoor = async (client: PoolClient, locationId: string, { addressId, isOnly }: AddedByPlacing): Promise<void> => {
  const { rows } = await client.query<{ cutId: string }>(`SELECT "cutId" FROM "CutLocation" WHERE "locationId" = $1`, [locationId]);
  await client.query(`DELETE FROM "Address" WHERE "id" = $1`, [addressId]);
  if (isOnly) {
    await deleteMembershipOf(client, [locationId]);
    await removeBuildings(client, [locationId]);
  } else await recountUnits(client, [locationId]);
  await recountCuts(
    client,
    rows.map(({ cutId }) => cutId),
  );
};

export type LeftUnit = { id: string; locationId: string; unitNumber: string | null; userId: string | null; at: Date };

/** The line of history that says a unit went back to the tray. */
export const noteUnitLeft = async (client: PoolClient, { id, locationId, unitNumber, userId, at }: LeftUnit): Promise<void> => {
  await client.query(
    `INSERT INTO "LocationHistory" ("id", "locationId", "userId", "action", "field", "oldValue", "createdAt") VALUES ($1, $2, $3, 'UPDATED', 'unit.removed', $4, $5)`,
    [id, locationId, userId, unitNumber, at],
  );
};
