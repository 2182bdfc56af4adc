import { addressFields, type DoorField, locationFields } from "@cml/domain/map";
import type { PoolClient } from "pg";
import type { BuildingValues } from "./door-updates";

/** A field an import changed, and the door where the field is a door's. */
export type ChangedField = {
  id: string;
  locationId: string;
  addressId: string | null;
  field: DoorField;
  oldValue: string | null;
  newValue: string;
};

const lastId = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** What an import changed, the latest first, so that a field changed twice goes back all the way. */
export const pageChangedFields = async (
  client: PoolClient,
  { importId, after, take }: { importId: string; after: string | null; take: number },
): Promise<ChangedField[]> => {
  const { rows } = await client.query<ChangedField>(
    `SELECT "id", "locationId", "metadata"->>'addressId' AS "addressId", "field", "oldValue", "newValue" FROM "LocationHistory"
     WHERE "importRunId" = $1 AND "field" IS NOT NULL AND "newValue" IS NOT NULL AND "action" <> 'IMPORT_UNDONE' AND "id" < $2
     ORDER BY "id" DESC LIMIT $3`,
    [importId, after ?? lastId, take],
  );
  return rows;
};

/** Buildings as they stand, held until the transaction ends. */
export const holdBuildings = async (client: PoolClient, locationIds: readonly string[]): Promise<BuildingValues[]> => {
  const numbers: readonly string[] = ["latitude", "longitude"];
  const columns = locationFields.map((field) => (numbers.includes(field) ? `"${field}"::float8 AS "${field}"` : `"${field}"`));
  const { rows } = await client.query<BuildingValues>(
    `SELECT "id" AS "locationId", ${columns.join(", ")} FROM "Location" WHERE "id" = ANY($1::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`,
    [locationIds],
  );
  return rows.map((row) => ({ ...row, streetName: (row.streetName as string | null) ?? "" }));
};

export type UnitValues = { addressId: string } & Record<(typeof addressFields)[number], string | null>;

export const holdUnits = async (client: PoolClient, addressIds: readonly string[]): Promise<UnitValues[]> => {
  const { rows } = await client.query<UnitValues>(
    `SELECT "id" AS "addressId", ${addressFields.map((field) => `"${field}"`).join(", ")} FROM "Address" WHERE "id" = ANY($1::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`,
    [addressIds],
  );
  return rows;
};

export const putBackUnits = async (client: PoolClient, units: readonly UnitValues[]): Promise<void> => {
  if (units.length === 0) return;
  await client.query(
    `UPDATE "Address" a SET ${addressFields.map((field) => `"${field}" = c."${field}"`).join(", ")}
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) c("id", ${addressFields.map((field) => `"${field}"`).join(", ")}) WHERE a."id" = c."id"`,
    [units.map(({ addressId }) => addressId), ...addressFields.map((field) => units.map((unit) => unit[field]))],
  );
};

/** The rows of the import are nobody's last word any more: the same file changes these doors again. */
export const forgetMarks = async (client: PoolClient, importId: string, locationIds: readonly string[]): Promise<void> => {
  await client.query(`UPDATE "Address" SET "rowMark" = NULL, "rowRunId" = NULL WHERE "locationId" = ANY($1::uuid[]) AND "rowRunId" = $2`, [
    locationIds,
    importId,
  ]);
};
