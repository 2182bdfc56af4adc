import type { DoorRow, KnownDoor } from "@cml/domain/map";
import type { PoolClient } from "pg";

/**
 * Every stored door one of the rows could be about: by its GUID, by this source's id, or by its search key. Archived buildings
 * included, so that an import never sets up a second one beside them.
 */
export const findKnownDoors = async (
  client: PoolClient,
  { doors, source }: { doors: readonly DoorRow[]; source: string },
): Promise<KnownDoor[]> => {
  const guids = doors.flatMap((door) => door.addrGuid ?? []);
  const ids = doors.flatMap((door) => door.externalId ?? []);
  const keys = [...new Set(doors.map((door) => door.searchKey))];
  const { rows } = await client.query<KnownDoor>(
    `WITH wanted AS (
       SELECT a."id" FROM "Address" a WHERE a."addrGuid" = ANY($1::text[])
       UNION SELECT a."id" FROM "Address" a JOIN "Location" l ON l."id" = a."locationId" WHERE a."externalId" = ANY($2::text[]) AND l."source" = $4
       UNION SELECT a."id" FROM "Location" l JOIN "Address" a ON a."locationId" = l."id" WHERE l."searchKey" = ANY($3::text[])
     )
     SELECT a."id" AS "addressId", a."unitNumber", a."externalId", a."addrGuid", l."id" AS "locationId", l."source",
       l."latitude"::float8 AS "latitude", l."longitude"::float8 AS "longitude", l."address", l."civicNumber", l."civicSuffix",
       coalesce(l."streetName", '') AS "streetName", l."streetType", l."streetDirection", l."municipality", l."province", l."postalCode",
       l."searchKey", l."locGuid", l."buildingUse", l."federalDistrict", l."censusSubdivision"
     FROM wanted JOIN "Address" a ON a."id" = wanted."id" JOIN "Location" l ON l."id" = a."locationId"
     ORDER BY a."id"`,
    [guids, ids, keys, source],
  );
  return rows;
};
