import { type CutScope, type SupportLevel, shiftForZoom, type Tile, tileRange, type VisitOutcome } from "@cml/domain/map";
import type { Db } from "../client";
import { Prisma } from "../generated/client";

export type TileDoor = {
  id: string;
  latitude: number;
  longitude: number;
  address: string;
  units: number;
  /** The best support known at any unit; null where nobody was asked. */
  supportLevel: SupportLevel | null;
  lastOutcome: VisitOutcome | null;
  visitedUnits: number;
};

export type TileCluster = { latitude: number; longitude: number; locations: number; doors: number; visited: number };

const inCuts = (scope: CutScope): Prisma.Sql =>
  scope === "all"
    ? Prisma.sql`true`
    : Prisma.sql`EXISTS (SELECT 1 FROM "CutLocation" m WHERE m."locationId" = l."id" AND m."cutId" = ANY(${[...scope]}::uuid[]))`;

/** Buildings of one tile, each with what its units came to. Index: Location(mapCell). */
export const listTileDoors = async (
  db: Db,
  { tile, scope, limit }: { tile: Tile; scope: CutScope; limit: number },
): Promise<TileDoor[]> => {
  const { from, to } = tileRange(tile);
  const rows = await db.prisma.$queryRaw<(Omit<TileDoor, "supportLevel"> & { support: string | null })[]>`
    SELECT l."id", l."latitude"::float8 AS latitude, l."longitude"::float8 AS longitude, l."address", l."totalUnits" AS units,
      u.support, u.outcome AS "lastOutcome", coalesce(u.visited, 0)::int AS "visitedUnits"
    FROM "Location" l LEFT JOIN LATERAL (
      SELECT min(a."supportLevel"::text) AS support, count(a."lastVisitedAt") AS visited,
        (array_agg(a."lastOutcome"::text ORDER BY a."lastVisitedAt" DESC NULLS LAST))[1] AS outcome
      FROM "Address" a WHERE a."locationId" = l."id"
    ) u ON true
    WHERE l."mapCell" BETWEEN ${from} AND ${to} AND l."archivedAt" IS NULL AND ${inCuts(scope)}
    ORDER BY l."mapCell" LIMIT ${limit}`;
  return rows.map(({ support, ...row }) => ({ ...row, supportLevel: support === null ? null : (`LEVEL_${support}` as SupportLevel) }));
};

/** Buildings of one tile gathered by the tiles of `clusterZoom`: one circle each, at their middle. */
export const listTileClusters = async (
  db: Db,
  { tile, clusterZoom, scope }: { tile: Tile; clusterZoom: number; scope: CutScope },
): Promise<TileCluster[]> => {
  const { from, to } = tileRange(tile);
  return db.prisma.$queryRaw<TileCluster[]>`
    SELECT avg(l."latitude")::float8 AS latitude, avg(l."longitude")::float8 AS longitude, count(*)::int AS locations,
      sum(l."totalUnits")::int AS doors, count(l."lastVisitedAt")::int AS visited
    FROM "Location" l
    WHERE l."mapCell" BETWEEN ${from} AND ${to} AND l."archivedAt" IS NULL AND ${inCuts(scope)}
    GROUP BY l."mapCell" >> ${shiftForZoom(clusterZoom)}::int`;
};
