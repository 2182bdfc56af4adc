import { type DoorRow, mapCellOf, type RowOutcome, streetOf } from "@cml/domain/map";
import type { PoolClient } from "pg";
import { copyRows } from "./copy";
import { copyHistory, type WriteMark } from "./door-history";
import { rememberStreets } from "./streets";

export type AddedDoor = Extract<RowOutcome, { kind: "building" | "unit" }>;

const locationColumns = [
  "id", "latitude", "longitude", "address", "civicNumber", "civicSuffix", "streetName", "streetType", "streetDirection", "municipality",
  "municipalityFr", "province", "postalCode", "federalDistrict", "censusSubdivision", "buildingUse", "locGuid", "searchKey", "streetKey",
  "mapCell", "geocodeConfidence", "geocodeProvider", "totalUnits", "buildingType", "source", "importRunId", "createdByUserId", "createdAt",
  "updatedAt",
] as const; // prettier-ignore
const addressColumns = [
  "id", "locationId", "unitNumber", "addrGuid", "externalId", "rowMark", "importRunId", "createdByUserId", "createdAt", "updatedAt",
] as const; // prettier-ignore

/** New buildings with their doors, and new doors of buildings that stand. */
export const copyDoors = async (client: PoolClient, added: readonly AddedDoor[], mark: WriteMark): Promise<void> => {
  if (added.length === 0) return;
  const stamp = { importRunId: mark.importId, createdByUserId: mark.userId, createdAt: mark.at, updatedAt: mark.at };
  const doorsAt = new Map<string, number>();
  for (const { locationId } of added) doorsAt.set(locationId, (doorsAt.get(locationId) ?? 0) + 1);
  const buildings = added.filter(({ kind }) => kind === "building");
  const streets = streetsOf(buildings);
  await rememberStreets(client, [...streets.values()]);
  const locations = buildings.map(({ door, locationId }) => {
    const totalUnits = doorsAt.get(locationId) ?? 1;
    const buildingType = totalUnits > 1 ? "MULTI_UNIT" : "SINGLE_FAMILY";
    const streetKey = streets.get(streetNameOf(door))?.key ?? "";
    return { ...door, ...stamp, id: locationId, streetKey, mapCell: mapCellOf(door), totalUnits, buildingType, source: mark.source };
  });
  await copyRows(client, { table: "Location", columns: locationColumns }, locations);
  const addresses = added.map(({ door, locationId, addressId, mark: rowMark }) => ({
    ...stamp,
    id: addressId,
    locationId,
    unitNumber: door.unitNumber,
    addrGuid: door.addrGuid,
    externalId: door.externalId,
    rowMark,
  }));
  await copyRows(client, { table: "Address", columns: addressColumns }, addresses);
  const lines = added.map(({ kind, locationId, row, door }) => ({
    locationId,
    field: null,
    oldValue: null,
    newValue: kind === "unit" ? door.unitNumber : null,
    metadata: { row },
  }));
  await copyHistory(client, mark, lines);
  for (const { locationId } of buildings) doorsAt.delete(locationId);
  await addUnits(client, doorsAt, mark.at);
};

const streetNameOf = ({ streetName, municipality, municipalityFr, censusSubdivision, province }: DoorRow): string =>
  `${streetName}\t${municipality ?? ""}\t${municipalityFr ?? ""}\t${censusSubdivision ?? ""}\t${province ?? ""}`;

/** Each street is folded once, however many of its doors a chunk holds. */
const streetsOf = (buildings: readonly AddedDoor[]): Map<string, ReturnType<typeof streetOf>> => {
  const streets = new Map<string, ReturnType<typeof streetOf>>();
  for (const { door } of buildings) {
    const name = streetNameOf(door);
    if (!streets.has(name)) streets.set(name, streetOf(door));
  }
  return streets;
};

/** A building with more than one door is a multi-unit one, unless somebody said it is something else. */
const addUnits = async (client: PoolClient, doorsAt: ReadonlyMap<string, number>, at: Date): Promise<void> => {
  if (doorsAt.size === 0) return;
  await client.query(
    `UPDATE "Location" l SET "totalUnits" = l."totalUnits" + u.n, "updatedAt" = $3,
       "buildingType" = CASE WHEN l."totalUnits" + u.n > 1 AND l."buildingType" = 'SINGLE_FAMILY' THEN 'MULTI_UNIT'::"BuildingType" ELSE l."buildingType" END
     FROM unnest($1::uuid[], $2::int[]) u(id, n) WHERE l."id" = u.id`,
    [[...doorsAt.keys()], [...doorsAt.values()], at],
  );
};
