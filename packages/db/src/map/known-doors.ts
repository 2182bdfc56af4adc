import { type DoorRow, type HandMade, type KnownBuilding, type KnownDoor, ruleOfHistory } from "@cml/domain/map";
import type { PoolClient } from "pg";

/** How a stored door is found again by what its row calls it, and what the row said last time. */
export type DoorMark = { addressId: string; mark: number | null };

/** Doors by the ids rows carry: a GUID of the register, or an id of this source. */
export const findDoorMarks = async (
  client: PoolClient,
  { doors, source }: { doors: readonly DoorRow[]; source: string },
): Promise<{ byGuid: Map<string, DoorMark>; byExternalId: Map<string, DoorMark> }> => {
  const guids = doors.flatMap(({ addrGuid }) => addrGuid ?? []);
  const ids = doors.flatMap(({ addrGuid, externalId }) => (addrGuid === null && externalId !== null ? [externalId] : []));
  const byGuid = guids.length === 0 ? [] : (await client.query<Marked>(marksByGuid, [guids])).rows;
  const byExternalId = ids.length === 0 ? [] : (await client.query<Marked>(marksById, [ids, source])).rows;
  return { byGuid: new Map(byGuid.map((row) => [row.key, row])), byExternalId: new Map(byExternalId.map((row) => [row.key, row])) };
};

type Marked = DoorMark & { key: string };
const marksByGuid = `SELECT "addrGuid" AS "key", "id" AS "addressId", "rowMark"::float8 AS "mark" FROM "Address" WHERE "addrGuid" = ANY($1::text[])`;
const marksById = `
  SELECT a."externalId" AS "key", a."id" AS "addressId", a."rowMark"::float8 AS "mark"
  FROM "Address" a JOIN "Location" l ON l."id" = a."locationId" WHERE a."externalId" = ANY($1::text[]) AND l."source" = $2`;

/** Buildings that read like one of these rows, or that the register calls the same. Archived ones included: none is set up twice. */
export const findKnownBuildings = async (
  client: PoolClient,
  { searchKeys, locGuids }: { searchKeys: readonly string[]; locGuids: readonly string[] },
): Promise<KnownBuilding[]> => {
  const columns = `"id" AS "locationId", "searchKey", "locGuid", "latitude"::float8 AS "latitude", "longitude"::float8 AS "longitude"`;
  const { rows } = await client.query<KnownBuilding>(
    `SELECT ${columns} FROM "Location" WHERE "searchKey" = ANY($1::text[])
     UNION SELECT ${columns} FROM "Location" WHERE "locGuid" = ANY($2::text[])
     ORDER BY "locationId"`,
    [searchKeys, locGuids],
  );
  return rows;
};

const doorColumns = `a."id" AS "addressId", a."unitNumber", a."externalId", a."addrGuid", l."id" AS "locationId", l."source",
  l."latitude"::float8 AS "latitude", l."longitude"::float8 AS "longitude", l."address", l."civicNumber", l."civicSuffix",
  coalesce(l."streetName", '') AS "streetName", l."streetType", l."streetDirection", l."municipality", l."municipalityFr", l."province",
  l."postalCode", l."searchKey", l."locGuid", l."buildingUse", l."federalDistrict", l."censusSubdivision", l."geocodeConfidence",
  l."geocodeProvider", a."rowMark"::float8 AS "mark", coalesce(a."refusedMarks"::float8[], '{}') AS "refusedMarks",
  coalesce(a."importRunId" = $1 OR a."rowRunId" = $1, false)
    OR EXISTS (SELECT 1 FROM "ImportSeen" s WHERE s."importRunId" = $1 AND s."addressId" = a."id") AS "isTouched"`;

export type Wanted = { runId: string; addressIds: readonly string[]; units: readonly { locationId: string; unitNumber: string | null }[] };

/** Whole doors: by their own ids, and those of a unit in a building. */
export const findKnownDoors = async (client: PoolClient, { runId, addressIds, units }: Wanted): Promise<KnownDoor[]> => {
  const named = units.filter(({ unitNumber }) => unitNumber !== null);
  const { rows } = await client.query<KnownDoor>(
    `WITH wanted AS (
       SELECT unnest($2::uuid[]) AS "id"
       UNION SELECT a."id" FROM unnest($3::uuid[], $4::text[]) u(l, n) JOIN "Address" a ON a."locationId" = u.l AND a."unitNumber" = u.n
       UNION SELECT a."id" FROM unnest($5::uuid[]) u(l) JOIN "Address" a ON a."locationId" = u.l AND a."unitNumber" IS NULL
     )
     SELECT ${doorColumns} FROM wanted JOIN "Address" a ON a."id" = wanted."id" JOIN "Location" l ON l."id" = a."locationId" ORDER BY a."id"`,
    [
      runId,
      addressIds,
      named.map(({ locationId }) => locationId),
      named.map(({ unitNumber }) => unitNumber),
      units.filter(({ unitNumber }) => unitNumber === null).map(({ locationId }) => locationId),
    ],
  );
  return rows;
};

/** What people did by hand to these buildings: set them up, edited a field, moved them. What imports wrote is none of it. */
export const findHandMade = async (client: PoolClient, locationIds: readonly string[]): Promise<Map<string, HandMade>> => {
  const { rows } = await client.query<{ locationId: string; action: string; field: string | null }>(
    `SELECT DISTINCT "locationId", "action"::text AS "action", "field" FROM "LocationHistory"
     WHERE "locationId" = ANY($1::uuid[]) AND "userId" IS NOT NULL AND "importRunId" IS NULL
       AND "action" IN ('CREATED', 'UPDATED', 'GEOCODED', 'MOVED_ON_MAP', 'MERGED')`,
    [locationIds],
  );
  const found = new Map<string, { isMade: boolean; edited: Set<NonNullable<ReturnType<typeof ruleOfHistory>>> }>();
  for (const { locationId, action, field } of rows) {
    const hand = found.get(locationId) ?? { isMade: false, edited: new Set() };
    found.set(locationId, hand);
    if (action === "CREATED") hand.isMade = true;
    const rule = ruleOfHistory(action, field);
    if (rule !== null) hand.edited.add(rule);
  }
  return found;
};
