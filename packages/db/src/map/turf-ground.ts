import type { Bounds } from "@cml/domain/kernel";
import { type CutBuilding, lineCellOf, lineCellZoom, type MapLineRow, toMercator } from "@cml/domain/map";
import type { Db } from "../client";

type BuildingRow = Omit<CutBuilding, "units">;

/** Buildings of an area that are in use, with how many doors each has and the polling division it lies in. */
export const listCutBuildings = async ({ pool }: Pick<Db, "pool">, cutId: string): Promise<BuildingRow[]> => {
  const { rows } = await pool.query<BuildingRow>(
    `SELECT l."id", l."latitude"::float8 AS latitude, l."longitude"::float8 AS longitude, l."address", l."streetKey", l."civicNumber",
       count(a."id")::int AS doors,
       (SELECT min(p."cutId"::text) FROM "CutLocation" p JOIN "Cut" c ON c."id" = p."cutId"
        WHERE p."locationId" = l."id" AND c."category" = 'POLLING_DIVISION') AS poll
     FROM "CutLocation" m JOIN "Location" l ON l."id" = m."locationId" AND l."archivedAt" IS NULL
     JOIN "Address" a ON a."locationId" = l."id"
     WHERE m."cutId" = $1 GROUP BY l."id" ORDER BY l."id"`,
    [cutId],
  );
  return rows;
};

/** How many doors of an area are in buildings in use, and how many polling divisions lie in it. */
export const countCutGround = async ({ pool }: Pick<Db, "pool">, cutId: string): Promise<{ doors: number; polls: number }> => {
  const { rows } = await pool.query<{ doors: number; polls: number }>(
    `SELECT (SELECT count(*)::int FROM "CutLocation" m JOIN "Location" l ON l."id" = m."locationId" AND l."archivedAt" IS NULL
         JOIN "Address" a ON a."locationId" = l."id" WHERE m."cutId" = $1) AS doors,
       (SELECT count(*)::int FROM "Cut" c WHERE c."category" = 'POLLING_DIVISION' AND c."id" <> $1 AND EXISTS (
         SELECT 1 FROM "CutLocation" p JOIN "CutLocation" m ON m."locationId" = p."locationId" AND m."cutId" = $1 WHERE p."cutId" = c."id")) AS polls`,
    [cutId],
  );
  return rows[0] ?? { doors: 0, polls: 0 };
};

export const listUnitsOf = async (
  { pool }: Pick<Db, "pool">,
  locationIds: readonly string[],
): Promise<Map<string, { id: string; unitNumber: string | null }[]>> => {
  const { rows } = await pool.query<{ id: string; locationId: string; unitNumber: string | null }>(
    `SELECT "id", "locationId", "unitNumber" FROM "Address" WHERE "locationId" = ANY($1::uuid[]) ORDER BY "unitNumber" NULLS FIRST, "id"`,
    [locationIds],
  );
  const units = new Map<string, { id: string; unitNumber: string | null }[]>();
  for (const { locationId, ...unit } of rows) {
    const known = units.get(locationId);
    if (known === undefined) units.set(locationId, [unit]);
    else known.push(unit);
  }
  return units;
};

/** Beyond this (a whole province) every line is looked at instead of the tiles. */
const mostTiles = 20_000;

type LineInBox = Pick<MapLineRow, "kind" | "class" | "geometry" | "fromZoom">;

/** Lines that pass through the box. Index: MapLineCell(cell). */
export const listLinesIn = async ({ pool }: Pick<Db, "pool">, bounds: Bounds): Promise<LineInBox[]> => {
  const [west, south, east, north] = bounds;
  const cells = cellsOf(bounds);
  const { rows } = await pool.query<LineInBox>(
    `SELECT "kind", "class", "geometry", (SELECT min(c."fromZoom")::int FROM "MapLineCell" c WHERE c."lineId" = "MapLine"."id") AS "fromZoom" FROM "MapLine"
     WHERE "west" <= $3 AND "east" >= $1 AND "south" <= $4 AND "north" >= $2
       AND ("kind" <> 'road' OR "class" IN ('motorway', 'major'))
       AND ($5::bigint[] IS NULL OR "id" IN (SELECT "lineId" FROM "MapLineCell" WHERE "fromZoom" = ANY($6::int[]) AND "cell" = ANY($5::bigint[])))
     ORDER BY "id"`,
    [west, south, east, north, cells, Array.from({ length: 25 }, (_, zoom) => zoom)],
  );
  return rows;
};

const cellsOf = ([west, south, east, north]: Bounds): string[] | null => {
  const tiles = 2 ** lineCellZoom;
  const from = toMercator({ latitude: north, longitude: west });
  const to = toMercator({ latitude: south, longitude: east });
  const [left, top, right, bottom] = [from.x, from.y, to.x, to.y].map((share) => Math.floor(share * tiles));
  const [x, y] = [left ?? 0, top ?? 0];
  const [columns, rows] = [(right ?? 0) - x + 1, (bottom ?? 0) - y + 1];
  if (columns * rows > mostTiles) return null;
  return Array.from({ length: columns * rows }, (_, index) =>
    lineCellOf({ z: lineCellZoom, x: x + (index % columns), y: y + Math.floor(index / columns) }).toString(),
  );
};
