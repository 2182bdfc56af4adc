import { type DoorRow, mapCellOf, type RowOutcome, streetOf } from "@cml/domain/map";
import type { PoolClient } from "pg";
import { copyCells } from "./copy";
import { copyHistory, type WriteMark } from "./door-history";
import { rememberStreets } from "./streets";

export type AddedDoor = Extract<RowOutcome, { kind: "building" | "unit" }>;

const stampColumns = ["importRunId", "createdByUserId", "createdAt", "updatedAt"] as const;
const locationColumns = [
  "id", "latitude", "longitude", "address", "civicNumber", "civicSuffix", "streetName", "streetType", "streetDirection", "municipality",
  "municipalityFr", "province", "postalCode", "federalDistrict", "censusSubdivision", "buildingUse", "locGuid", "searchKey", "streetKey",
  "mapCell", "geocodeConfidence", "geocodeProvider", "totalUnits", "buildingType", "source",
] as const; // prettier-ignore
const addressColumns = ["id", "locationId", "unitNumber", "addrGuid", "externalId", "rowMark"] as const;

/** New buildings with their doors, and new doors of buildings that stand. */
export const copyDoors = async (client: PoolClient, added: readonly AddedDoor[], mark: WriteMark): Promise<void> => {
  if (added.length === 0) return;
  const doorsAt = new Map<string, number>();
  for (const { locationId } of added) doorsAt.set(locationId, (doorsAt.get(locationId) ?? 0) + 1);
  const buildings = added.filter(({ kind }) => kind === "building");
  const streets = streetsOf(buildings);
  await rememberStreets(client, [...streets.values()]);
  const at = mark.at.toISOString();
  const stamp = [mark.importId, mark.userId, at, at];
  await copyCells(
    client,
    { table: "Location", columns: [...locationColumns, ...stampColumns] },
    {
      rows: buildings,
      cellsOf: ({ door, locationId }) => {
        const units = doorsAt.get(locationId) ?? 1;
        return [
        locationId, door.latitude, door.longitude, door.address, door.civicNumber, door.civicSuffix, door.streetName, door.streetType,
        door.streetDirection, door.municipality, door.municipalityFr, door.province, door.postalCode, door.federalDistrict, door.censusSubdivision,
        door.buildingUse, door.locGuid, door.searchKey, streets.get(streetNameOf(door))?.key ?? "", mapCellOf(door), door.geocodeConfidence,
        door.geocodeProvider, units, units > 1 ? "MULTI_UNIT" : "SINGLE_FAMILY", mark.source, ...stamp,
      ]; // prettier-ignore
      },
    },
  );
  await copyCells(
    client,
    { table: "Address", columns: [...addressColumns, ...stampColumns] },
    {
      rows: added,
      cellsOf: ({ door, locationId, addressId, mark: rowMark }) =>
      [addressId, locationId, door.unitNumber, door.addrGuid, door.externalId, rowMark, ...stamp], // prettier-ignore
    },
  );
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
