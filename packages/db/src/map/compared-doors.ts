import type { DoorRow, KnownDoor, RowOutcome } from "@cml/domain/map";
import type { PoolClient } from "pg";
import { copyRows } from "./copy";

/**
 * What a comparison would have written, by its keys alone: later rows of the file find it there. A table of the connection, so that
 * neither memory nor the write-ahead log grows with the file.
 */
export const openComparison = async (client: PoolClient): Promise<void> => {
  // The eight megabytes a connection has for such tables hold the indexes of some ten thousand doors; measured on 600,000: a third less time.
  await client.query("SET temp_buffers = '128MB'").catch((error: unknown) => {
    // Settled for good with the first such table of a connection, a merge's perhaps: then it stays as it is.
    if (!(error instanceof Error && "code" in error && error.code === "22023")) throw error;
  });
  await client.query(`
    CREATE TEMP TABLE compared_door ("guid" text, "external" text, "key" text NOT NULL, "building" text, "unit" text, "addressId" uuid NOT NULL,
      "locationId" uuid NOT NULL, "latitude" float8 NOT NULL, "longitude" float8 NOT NULL, "mark" float8 NOT NULL);
    CREATE INDEX ON compared_door ("guid");
    CREATE INDEX ON compared_door ("external");
    CREATE INDEX ON compared_door ("key");
    CREATE INDEX ON compared_door ("building")`);
};

export const closeComparison = async (client: PoolClient): Promise<void> => {
  await client.query(`DROP TABLE IF EXISTS pg_temp.compared_door`);
};

const columns = ["guid", "external", "key", "building", "unit", "addressId", "locationId", "latitude", "longitude", "mark"] as const;

type Written = Extract<RowOutcome, { kind: "building" | "unit" | "change" }>;

export const noteCompared = (client: PoolClient, outcomes: readonly Written[]): Promise<void> => {
  const rows = outcomes.map((outcome) => {
    const { door, mark } = outcome;
    const { addressId, locationId } = outcome.kind === "change" ? outcome.known : outcome;
    const { addrGuid: guid, externalId: external, searchKey: key, locGuid: building, unitNumber: unit, latitude, longitude } = door;
    return { guid, external, key, building, unit, addressId, locationId, latitude, longitude, mark };
  });
  return copyRows(client, { table: "compared_door", columns }, rows);
};

/** The doors earlier rows of this comparison were about, as far as these rows may mean them. */
export const findComparedDoors = async (client: PoolClient, doors: readonly DoorRow[], source: string): Promise<KnownDoor[]> => {
  const { rows } = await client.query<Compared>(
    `SELECT * FROM compared_door WHERE "guid" = ANY($1::text[]) UNION SELECT * FROM compared_door WHERE "external" = ANY($2::text[])
     UNION SELECT * FROM compared_door WHERE "building" = ANY($3::text[])
     UNION SELECT * FROM compared_door WHERE "key" = ANY($4::text[])`,
    [
      doors.flatMap(({ addrGuid }) => addrGuid ?? []),
      doors.flatMap(({ externalId }) => externalId ?? []),
      doors.flatMap(({ locGuid }) => locGuid ?? []),
      [...new Set(doors.map(({ searchKey }) => searchKey))],
    ],
  );
  return rows.map((row) => outlineOf(row, source));
};

type Compared = Record<(typeof columns)[number], string> & {
  guid: string | null;
  external: string | null;
  building: string | null;
  unit: string | null;
  latitude: number;
  longitude: number;
  mark: number;
};

const outlineOf = ({ guid, external, key, building, unit, addressId, locationId, latitude, longitude, mark }: Compared, source: string): KnownDoor => ({
  address: "", civicNumber: null, civicSuffix: null, streetName: "", streetType: null, streetDirection: null, municipality: null, municipalityFr: null,
  province: null, postalCode: null, federalDistrict: null, censusSubdivision: null, buildingUse: null, geocodeConfidence: null, geocodeProvider: null,
  unitNumber: unit, addrGuid: guid, externalId: external, searchKey: key, locGuid: building, latitude, longitude,
  addressId, locationId, source, mark, refusedMarks: [], isTouched: true, isOutline: true,
}); // prettier-ignore
