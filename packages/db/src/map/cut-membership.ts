import {
  boundsOf,
  type CellRange,
  type CutCover,
  type CutGeometry,
  type CutOverlap,
  type CutScope,
  coverCut,
  isInCut,
} from "@cml/domain/map";
import type { PoolClient } from "pg";
import type { Db } from "../client";
import { copyRows } from "./copy";
import { toGeometry } from "./rows";

// Two kinds of transaction must not pass each other: doors being written (shared with one another) and an area changing its shape.
const membershipLock = 7_301_001;
const importLock = 7_301_002;

/** Before doors are written: areas keep their shape until the transaction ends. */
export const holdCutShapes = async (client: PoolClient): Promise<void> => {
  await client.query("SELECT pg_advisory_xact_lock_shared($1)", [membershipLock]);
};

/** Before an area's shape is written: no door appears or moves until the transaction ends. */
export const holdDoors = async (client: PoolClient): Promise<void> => {
  await client.query("SELECT pg_advisory_xact_lock($1)", [membershipLock]);
};

/** Chunks of imports come one after another, so that two files never set up one door twice. */
export const holdImports = async (client: PoolClient): Promise<void> => {
  await client.query("SELECT pg_advisory_xact_lock($1)", [importLock]);
};

/** The same as `holdCutShapes` for a Prisma transaction. */
export const holdCutShapesIn = async (tx: Db): Promise<void> => {
  await tx.prisma.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock_shared(${membershipLock}::bigint)`;
};

export type CutShape = { id: string; geometry: CutGeometry };

/** A mark that changes whenever an area comes, goes or changes its shape. */
export const cutShapesVersion = async (client: PoolClient): Promise<string> => {
  const { rows } = await client.query<{ version: string | null }>(
    `SELECT md5(string_agg("id"::text || md5("geojson"), ',' ORDER BY "id")) AS version FROM "Cut"`,
  );
  return rows[0]?.version ?? "";
};

export const listCutShapes = async (db: Db): Promise<CutShape[]> => {
  const rows = await db.prisma.cut.findMany({ select: { id: true, geojson: true }, orderBy: { id: "asc" } });
  return rows.map(({ id, geojson }) => ({ id, geometry: toGeometry(geojson) }));
};

export type Membership = { cutId: string; locationId: string };

export const copyMembership = (client: PoolClient, rows: readonly Membership[]): Promise<void> =>
  copyRows(client, { table: "CutLocation", columns: ["cutId", "locationId"] as const }, rows);

/** Forgets where these buildings lay; gives the areas they were in. */
export const deleteMembershipOf = async (client: PoolClient, locationIds: readonly string[]): Promise<string[]> => {
  const { rows } = await client.query<{ cutId: string }>(
    `DELETE FROM "CutLocation" WHERE "locationId" = ANY($1::uuid[]) RETURNING "cutId"`,
    [locationIds],
  );
  return [...new Set(rows.map(({ cutId }) => cutId))];
};

/** Works out which buildings an area holds and stores it: inner ranges by the index alone, border cells by the exact test. */
export const rebuildMembership = async (client: PoolClient, { id, geometry }: CutShape): Promise<void> => {
  const cover = coverCut(geometry);
  await client.query(`DELETE FROM "CutLocation" WHERE "cutId" = $1`, [id]);
  const ranges = rangeParams(cover.inside);
  await client.query(
    `INSERT INTO "CutLocation" ("cutId", "locationId")
     SELECT $1, l."id" FROM unnest($2::bigint[], $3::bigint[]) r(low, high) JOIN "Location" l ON l."mapCell" BETWEEN r.low AND r.high`,
    [id, ...ranges],
  );
  const border = await pointsOnBorder(client, cover);
  const inside = border.filter((point) => isInCut(point, geometry));
  await copyMembership(
    client,
    inside.map((point) => ({ cutId: id, locationId: point.id })),
  );
};

/** How many buildings and doors a shape holds, without storing anything. */
export const countInside = async (db: Db, geometry: CutGeometry): Promise<{ locations: number; addresses: number }> => {
  const cover = coverCut(geometry);
  const [lows, highs] = rangeParams(cover.inside);
  const { rows } = await db.pool.query<{ locations: string; addresses: string }>(
    `SELECT count(*) AS locations, coalesce(sum(l."totalUnits"), 0) AS addresses
     FROM unnest($1::bigint[], $2::bigint[]) r(low, high) JOIN "Location" l ON l."mapCell" BETWEEN r.low AND r.high WHERE l."archivedAt" IS NULL`,
    [lows, highs],
  );
  const border = (await pointsOnBorder(db.pool, cover)).filter((point) => !point.archived && isInCut(point, geometry));
  return {
    locations: Number(rows[0]?.locations ?? 0) + border.length,
    addresses: Number(rows[0]?.addresses ?? 0) + border.reduce((sum, { totalUnits }) => sum + totalUnits, 0),
  };
};

/** Drawn areas that hold some of a shape's doors, those that share most first; imported boundaries lie under everything and are not named. */
export const overlapsOf = async (
  db: Db,
  { geometry, exceptId, scope, take }: { geometry: CutGeometry; exceptId: string | null; scope: CutScope; take: number },
): Promise<CutOverlap[]> => {
  const { rows: near } = await db.pool.query<{ id: string; name: string }>(
    `SELECT "id", "name" FROM "Cut" WHERE NOT "isOfficial" AND "id" IS DISTINCT FROM $1 AND ($2::uuid[] IS NULL OR "id" = ANY($2))
       AND ("bounds"::jsonb->>0)::float8 <= $5 AND ("bounds"::jsonb->>2)::float8 >= $3
       AND ("bounds"::jsonb->>1)::float8 <= $6 AND ("bounds"::jsonb->>3)::float8 >= $4`,
    [exceptId, scope === "all" ? null : scope, ...boundsOf(geometry)],
  );
  if (near.length === 0) return [];
  const names = new Map(near.map(({ id, name }) => [id, name]));
  const cover = coverCut(geometry);
  const border = (await pointsOnBorder(db.pool, cover)).filter((point) => isInCut(point, geometry));
  const { rows } = await db.pool.query<{ id: string; addresses: string }>(
    `SELECT m."cutId" AS id, sum(l."totalUnits") AS addresses FROM (
       SELECT i."id" FROM unnest($1::bigint[], $2::bigint[]) r(low, high) JOIN "Location" i ON i."mapCell" BETWEEN r.low AND r.high
       UNION ALL SELECT unnest($3::uuid[])
     ) inside JOIN "CutLocation" m ON m."locationId" = inside."id" AND m."cutId" = ANY($4::uuid[])
     JOIN "Location" l ON l."id" = inside."id" AND l."archivedAt" IS NULL
     GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT $5`,
    [...rangeParams(cover.inside), border.map(({ id }) => id), [...names.keys()], take],
  );
  return rows.map(({ id, addresses }) => ({ id, name: names.get(id) ?? "", addresses: Number(addresses) }));
};

type BorderPoint = { id: string; latitude: number; longitude: number; totalUnits: number; archived: boolean };

const pointsOnBorder = async (client: Pick<PoolClient, "query">, cover: CutCover): Promise<BorderPoint[]> => {
  const { rows } = await client.query<BorderPoint>(
    `SELECT l."id", l."latitude"::float8 AS latitude, l."longitude"::float8 AS longitude, l."totalUnits", l."archivedAt" IS NOT NULL AS archived
     FROM unnest($1::bigint[], $2::bigint[]) r(low, high) JOIN "Location" l ON l."mapCell" BETWEEN r.low AND r.high`,
    rangeParams(cover.border),
  );
  return rows;
};

const rangeParams = (ranges: readonly CellRange[]): [lows: string[], highs: string[]] => [
  ranges.map(({ from }) => from.toString()),
  ranges.map(({ to }) => to.toString()),
];
