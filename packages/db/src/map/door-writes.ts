import { type DoorField, type DoorRow, locationFields, mapCellOf, type RowOutcome } from "@cml/domain/map";
import type { PoolClient } from "pg";
import { copyRows } from "./copy";

/** Who and what writes a chunk; every row carries it. */
export type WriteMark = { importId: string; userId: string | null; source: string; at: Date; newId: () => string };

type Added = Extract<RowOutcome, { kind: "building" | "unit" }>;
type Changed = Extract<RowOutcome, { kind: "change" }>;

const locationColumns = [
  "id", "latitude", "longitude", "address", "civicNumber", "civicSuffix", "streetName", "streetType", "streetDirection", "municipality",
  "province", "postalCode", "federalDistrict", "censusSubdivision", "buildingUse", "locGuid", "searchKey", "mapCell", "source",
  "importRunId", "createdByUserId", "createdAt", "updatedAt",
] as const; // prettier-ignore
const addressColumns = ["id", "locationId", "unitNumber", "addrGuid", "externalId", "importRunId", "createdByUserId", "createdAt", "updatedAt"] as const; // prettier-ignore
const historyColumns = ["id", "locationId", "userId", "action", "field", "oldValue", "newValue", "metadata", "createdAt"] as const;

/** New buildings with their first door, and new doors of buildings that stand. */
export const copyDoors = async (client: PoolClient, added: readonly Added[], mark: WriteMark): Promise<void> => {
  const stamp = { importRunId: mark.importId, createdByUserId: mark.userId, createdAt: mark.at, updatedAt: mark.at };
  const buildings = added.filter(({ kind }) => kind === "building");
  const locations = buildings.map(({ door, locationId }) => ({
    ...pickLocation(door),
    ...stamp,
    id: locationId,
    mapCell: mapCellOf(door),
    source: mark.source,
  }));
  await copyRows(client, { table: "Location", columns: locationColumns }, locations);
  const addresses = added.map(({ door, locationId, addressId }) => ({
    ...stamp,
    id: addressId,
    locationId,
    unitNumber: door.unitNumber,
    addrGuid: door.addrGuid,
    externalId: door.externalId,
  }));
  await copyRows(client, { table: "Address", columns: addressColumns }, addresses);
  await copyHistory(client, mark, [
    ...buildings.map(({ locationId, row }) => ({ locationId, row, field: null, oldValue: null, newValue: null })),
    ...added
      .filter(({ kind }) => kind === "unit")
      .map(({ locationId, row, door }) => ({ locationId, row, field: "unitNumber", oldValue: null, newValue: door.unitNumber })),
  ]);
  const grown = [...new Set(added.filter(({ kind }) => kind === "unit").map(({ locationId }) => locationId))];
  if (grown.length > 0) await recountUnits(client, grown);
};

/** Writes the changed fields of each building and door, and one line of history for each field. */
export const updateDoors = async (client: PoolClient, changed: readonly Changed[], mark: WriteMark): Promise<void> => {
  for (const { known, changes } of changed) {
    const values = new Map(changes.map(({ field, to }) => [field, to]));
    const place = {
      latitude: Number(values.get("latitude") ?? known.latitude),
      longitude: Number(values.get("longitude") ?? known.longitude),
    };
    const sets = changes.filter(({ field }) => isLocationField(field));
    if (sets.length > 0) {
      const columns = sets.map(({ field }, index) => `"${field}" = $${index + 5}`).join(", ");
      await client.query(`UPDATE "Location" SET ${columns}, "mapCell" = $4, "updatedAt" = $2, "updatedByUserId" = $3 WHERE "id" = $1`, [
        known.locationId,
        mark.at,
        mark.userId,
        mapCellOf(place).toString(),
        ...sets.map(({ to }) => to),
      ]);
    }
    if (sets.length < changes.length) {
      await client.query(
        `UPDATE "Address" SET "externalId" = coalesce($2, "externalId"), "addrGuid" = coalesce($3, "addrGuid"), "updatedAt" = $4, "updatedByUserId" = $5 WHERE "id" = $1`,
        [known.addressId, values.get("externalId") ?? null, values.get("addrGuid") ?? null, mark.at, mark.userId],
      );
    }
  }
  const lines = changed.flatMap(({ known, row, changes }) =>
    changes
      .filter(({ field }) => field !== "searchKey")
      .map(({ field, from, to }) => ({
        locationId: known.locationId,
        row,
        field,
        oldValue: from === null ? null : String(from),
        newValue: String(to),
      })),
  );
  await copyHistory(client, mark, lines);
};

type HistoryLine = { locationId: string; row: number; field: string | null; oldValue: string | null; newValue: string | null };

const copyHistory = (client: PoolClient, mark: WriteMark, lines: readonly HistoryLine[]): Promise<void> => {
  const rows = lines.map(({ row, ...line }) => ({
    ...line,
    id: mark.newId(),
    userId: mark.userId,
    action: "IMPORTED_CSV",
    metadata: JSON.stringify({ importId: mark.importId, row }),
    createdAt: mark.at,
  }));
  return copyRows(client, { table: "LocationHistory", columns: historyColumns }, rows);
};

/** A building with more than one door is a multi-unit one, unless somebody said it is something else. */
const recountUnits = async (client: PoolClient, locationIds: readonly string[]): Promise<void> => {
  await client.query(
    `UPDATE "Location" l SET "totalUnits" = u.n,
       "buildingType" = CASE WHEN u.n > 1 AND l."buildingType" = 'SINGLE_FAMILY' THEN 'MULTI_UNIT'::"BuildingType" ELSE l."buildingType" END
     FROM (SELECT "locationId", count(*)::int AS n FROM "Address" WHERE "locationId" = ANY($1::uuid[]) GROUP BY 1) u
     WHERE l."id" = u."locationId"`,
    [locationIds],
  );
};

const locationFieldNames: ReadonlySet<DoorField> = new Set(locationFields);
const isLocationField = (field: DoorField): boolean => locationFieldNames.has(field);

const pickLocation = (door: DoorRow) => ({
  latitude: door.latitude,
  longitude: door.longitude,
  address: door.address,
  civicNumber: door.civicNumber,
  civicSuffix: door.civicSuffix,
  streetName: door.streetName,
  streetType: door.streetType,
  streetDirection: door.streetDirection,
  municipality: door.municipality,
  province: door.province,
  postalCode: door.postalCode,
  federalDistrict: door.federalDistrict,
  censusSubdivision: door.censusSubdivision,
  buildingUse: door.buildingUse,
  locGuid: door.locGuid,
  searchKey: door.searchKey,
});
