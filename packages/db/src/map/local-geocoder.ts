import type { LatLng } from "@cml/domain/kernel";
import type { GeocodeProvider, MatchedDoor, Street } from "@cml/domain/map";
import type { Db } from "../client";

// All of these are asked on every question: hand-written SQL through the pool, one round trip each, each on one index.

/** A building as the LOCAL geocoder compares it. */
export type LocalDoor = LatLng &
  MatchedDoor & {
    id: string;
    address: string;
    civicNumber: number | null;
    totalUnits: number;
    geocodeConfidence: number | null;
    geocodeProvider: GeocodeProvider | null;
    streetKey: string;
  };

const doorColumns = `l."id", l."latitude"::float8 AS "latitude", l."longitude"::float8 AS "longitude", l."address", l."civicNumber", l."civicSuffix",
  coalesce(l."streetName", '') AS "streetName", l."streetType", l."streetDirection", l."municipality", l."municipalityFr", l."censusSubdivision",
  l."province", l."postalCode", l."totalUnits", l."geocodeConfidence", l."geocodeProvider"::text AS "geocodeProvider", l."streetKey"`;

export type DictionaryStreet = Omit<Street, "aliases">;
export type DictionaryTown = { municipality: string; province: string };

/** The towns of the dictionary that go by one of these names, in whatever province has them. */
export const findTowns = async ({ pool }: Pick<Db, "pool">, names: readonly string[]): Promise<DictionaryTown[]> => {
  const { rows } = await pool.query<DictionaryTown>(
    `SELECT t.name AS "municipality", p.code AS "province" FROM unnest($1::text[]) AS t(name), unnest($2::text[]) AS p(code)
     WHERE EXISTS (SELECT 1 FROM "Street" s WHERE s."municipality" = t.name AND s."province" = p.code)
     UNION SELECT a."municipality", a."province" FROM "TownAlias" a WHERE a."alias" = ANY($1)`,
    [names, provinceCodes],
  );
  return rows;
};

const provinceCodes = ["ab", "bc", "mb", "nb", "nl", "ns", "nt", "nu", "on", "pe", "qc", "sk", "yt", ""];

/** Every town of the dictionary, found by leaping from one to the next. */
export const listTowns = async ({ pool }: Pick<Db, "pool">): Promise<DictionaryTown[]> => {
  const { rows } = await pool.query<DictionaryTown>(
    `WITH RECURSIVE town AS (
       (SELECT "municipality", "province" FROM "Street" ORDER BY 1, 2 LIMIT 1)
       UNION ALL
       SELECT n."municipality", n."province" FROM town t CROSS JOIN LATERAL (
         SELECT s."municipality", s."province" FROM "Street" s
         WHERE (s."municipality", s."province") > (t."municipality", t."province") ORDER BY 1, 2 LIMIT 1) n
     ) SELECT * FROM town`,
  );
  return rows;
};

const streetColumns = `s."key", s."name", s."municipality", s."province"`;

/** Streets of exactly one of these names, in these towns or, where none are given, in any. */
export const findStreets = async (
  { pool }: Pick<Db, "pool">,
  { names, towns, limit }: { names: readonly string[]; towns: readonly DictionaryTown[] | null; limit: number },
): Promise<DictionaryStreet[]> => {
  const within = towns === null ? "" : `AND (s."municipality", s."province") IN (SELECT * FROM unnest($3::text[], $4::text[]))`;
  const { rows } = await pool.query<DictionaryStreet>(
    `SELECT ${streetColumns} FROM "Street" s WHERE s."name" = ANY($1) ${within} LIMIT $2`,
    towns === null ? [names, limit] : [names, limit, ...columnsOf(towns)],
  );
  return rows;
};

/** Streets of these towns that begin or end with one of the given pieces; `endings` are spelled backwards. */
export const findStreetsLike = async (
  { pool }: Pick<Db, "pool">,
  { towns, beginnings, endings }: { towns: readonly DictionaryTown[]; beginnings: readonly string[]; endings: readonly string[] },
): Promise<DictionaryStreet[]> => {
  // "~" sorts after every letter, digit and blank a folded name has.
  const { rows } = await pool.query<DictionaryStreet>(
    `WITH town AS (SELECT * FROM unnest($1::text[], $2::text[]) AS t("municipality", "province"))
     SELECT ${streetColumns} FROM town t, unnest($3::text[]) AS piece CROSS JOIN LATERAL (
       SELECT * FROM "Street" s WHERE s."municipality" = t."municipality" AND s."province" = t."province"
         AND s."name" ~>=~ piece AND s."name" ~<~ (piece || '~')) s
     UNION SELECT ${streetColumns} FROM town t, unnest($4::text[]) AS piece CROSS JOIN LATERAL (
       SELECT * FROM "Street" s WHERE s."municipality" = t."municipality" AND s."province" = t."province"
         AND reverse(s."name") ~>=~ piece AND reverse(s."name") ~<~ (piece || '~')) s`,
    [...columnsOf(towns), beginnings, endings],
  );
  return rows;
};

const columnsOf = (towns: readonly DictionaryTown[]): [string[], string[]] => [
  towns.map(({ municipality }) => municipality),
  towns.map(({ province }) => province),
];

/** Buildings with this number on one of the streets. Index: Location(streetKey, civicNumber). */
export const findDoorsOnStreets = async (
  { pool }: Pick<Db, "pool">,
  { keys, civicNumber, limit }: { keys: readonly string[]; civicNumber: number; limit: number },
): Promise<LocalDoor[]> => {
  const { rows } = await pool.query<LocalDoor>(
    `SELECT ${doorColumns} FROM "Location" l WHERE l."streetKey" = ANY($1) AND l."civicNumber" = $2 AND l."archivedAt" IS NULL LIMIT $3`,
    [keys, civicNumber, limit],
  );
  return rows;
};

/** Buildings with this number under a postal code; with null for the number, some of the code's buildings. */
export const findDoorsOfPostalCode = async (
  { pool }: Pick<Db, "pool">,
  { postalCode, civicNumber, limit }: { postalCode: string; civicNumber: number | null; limit: number },
): Promise<LocalDoor[]> => {
  const { rows } = await pool.query<LocalDoor>(
    `SELECT ${doorColumns} FROM "Location" l
     WHERE l."postalCode" = $1 AND ($2::int IS NULL OR l."civicNumber" = $2) AND l."archivedAt" IS NULL LIMIT $3`,
    [postalCode, civicNumber, limit],
  );
  return rows;
};

/** The nearest numbers below and above on each street; without a number, some of its buildings. */
export const findNeighbours = async (
  { pool }: Pick<Db, "pool">,
  { keys, civicNumber, each }: { keys: readonly string[]; civicNumber: number | null; each: number },
): Promise<LocalDoor[]> => {
  const on = (condition: string, order: string) => `(SELECT ${doorColumns} FROM "Location" l
    WHERE l."streetKey" = k.key AND ${condition} AND l."archivedAt" IS NULL ORDER BY l."streetKey", l."civicNumber" ${order} LIMIT $3)`;
  const { rows } = await pool.query<LocalDoor>(
    `SELECT d.* FROM unnest($1::text[]) AS k(key) CROSS JOIN LATERAL (
       ${on(`$2::int IS NOT NULL AND l."civicNumber" < $2`, "DESC")} UNION ALL ${on(`$2::int IS NOT NULL AND l."civicNumber" > $2`, "ASC")}
       UNION ALL ${on(`$2::int IS NULL AND l."civicNumber" IS NOT NULL`, "ASC")}) d`,
    [keys, civicNumber, each],
  );
  return rows;
};

/** One building of each of up to `limit` streets of the towns: what a town's middle is reckoned from. */
export const findDoorsOfTowns = async (
  { pool }: Pick<Db, "pool">,
  { towns, limit }: { towns: readonly DictionaryTown[]; limit: number },
): Promise<LocalDoor[]> => {
  const { rows } = await pool.query<LocalDoor>(
    `SELECT d.* FROM (
       SELECT s."key" FROM unnest($1::text[], $2::text[]) AS t("municipality", "province")
       JOIN "Street" s ON s."municipality" = t."municipality" AND s."province" = t."province" LIMIT $3
     ) k CROSS JOIN LATERAL (
       SELECT ${doorColumns} FROM "Location" l WHERE l."streetKey" = k."key" AND l."archivedAt" IS NULL LIMIT 1) d`,
    [...columnsOf(towns), limit],
  );
  return rows;
};

export type UnitAt = { locationId: string; addressId: string; unitNumber: string | null };

/** The doors of these buildings that are the unit asked for, and the only door of those that have one. */
export const findUnits = async (
  { pool }: Pick<Db, "pool">,
  { locationIds, unitNumber }: { locationIds: readonly string[]; unitNumber: string | null },
): Promise<UnitAt[]> => {
  const { rows } = await pool.query<UnitAt>(
    `SELECT a."locationId", a."id" AS "addressId", a."unitNumber" FROM unnest($1::uuid[]) AS w(id)
     JOIN "Location" l ON l."id" = w.id JOIN "Address" a ON a."locationId" = l."id"
     WHERE (l."totalUnits" <= 1 AND (a."unitNumber" IS NULL OR $2::text IS NULL OR a."unitNumber" = $2)) OR a."unitNumber" IS NOT DISTINCT FROM $2`,
    [locationIds, unitNumber],
  );
  return rows;
};

/** Buildings in any of the ranges of cells. Index: Location(mapCell). */
export const findDoorsInCells = async (
  { pool }: Pick<Db, "pool">,
  { ranges, limit }: { ranges: readonly { from: bigint; to: bigint }[]; limit: number },
): Promise<LocalDoor[]> => {
  const { rows } = await pool.query<LocalDoor>(
    `SELECT ${doorColumns} FROM unnest($1::bigint[], $2::bigint[]) AS r(lowest, highest)
     JOIN "Location" l ON l."mapCell" BETWEEN r.lowest AND r.highest WHERE l."archivedAt" IS NULL LIMIT $3`,
    [ranges.map(({ from }) => from.toString()), ranges.map(({ to }) => to.toString()), limit],
  );
  return rows;
};
