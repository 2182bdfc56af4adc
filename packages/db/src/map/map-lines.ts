import { boundsOfLine, lineCellRange, lineCellsOf, type MapLineGeometry, type MapLineRow, type Tile } from "@cml/domain/map";
import type { PoolClient } from "pg";
import type { Db } from "../client";
import type { KeptName } from "./cut-imports";
import { Prisma } from "../generated/client";

export type NewMapLine = MapLineRow & { id: string; externalId: string };
export type StoredMapLine = Pick<MapLineRow, "kind" | "class" | "name" | "geometry" | "fromZoom"> & {
  id: string;
  /** The import that had changed it before, where another than its own did. */
  changedRunId?: string | null;
};
type Mark = { importRunId: string; source: string; at: Date };
export type WrittenLines = { created: number; before: StoredMapLine[] };

const record = `(id uuid, kind text, class text, name text, "externalId" text, geometry jsonb, west float8, south float8, east float8, north float8)`;

/**
 * Writes lines of a source by their ids there, within the client's transaction: new ones and those that changed. Gives how many are
 * new and what the changed ones were before.
 */
export const writeMapLines = async (client: PoolClient, lines: readonly NewMapLine[], mark: Mark): Promise<WrittenLines> => {
  const given = JSON.stringify(lines.map(toRecord));
  const { rows: before } = await client.query<StoredMapLine>(
    `SELECT l."id", l."kind", l."class", l."name", l."geometry", l."changedRunId",
       coalesce((SELECT min(c."fromZoom") FROM "MapLineCell" c WHERE c."lineId" = l."id"), 13) AS "fromZoom"
     FROM jsonb_to_recordset($1::jsonb) AS g${record} JOIN "MapLine" l ON l."source" = $2 AND l."externalId" = g."externalId"
     WHERE (l."kind", l."class", l."name", l."geometry") IS DISTINCT FROM (g.kind, g.class, g.name, g.geometry) FOR UPDATE OF l`,
    [given, mark.source],
  );
  const { rows: written } = await client.query<{ id: string; externalId: string }>(
    `INSERT INTO "MapLine" AS l ("id", "kind", "class", "name", "geometry", "source", "externalId", "west", "south", "east", "north", "importRunId", "createdAt")
     SELECT g.id, g.kind, g.class, g.name, g.geometry, $2, g."externalId", g.west, g.south, g.east, g.north, $3, $4
     FROM jsonb_to_recordset($1::jsonb) AS g${record}
     ON CONFLICT ("source", "externalId") DO UPDATE SET "kind" = excluded."kind", "class" = excluded."class", "name" = excluded."name",
       "geometry" = excluded."geometry", "west" = excluded."west", "south" = excluded."south", "east" = excluded."east", "north" = excluded."north",
       "changedRunId" = excluded."importRunId"
     WHERE (l."kind", l."class", l."name", l."geometry") IS DISTINCT FROM (excluded."kind", excluded."class", excluded."name", excluded."geometry")
     RETURNING l."id", l."externalId"`,
    [given, mark.source, mark.importRunId, mark.at],
  );
  const byId = new Map(lines.map((line) => [line.externalId, line]));
  const cells = written.flatMap(({ id, externalId }) => {
    const line = byId.get(externalId);
    return line === undefined ? [] : [{ ...line, id }];
  });
  await writeCells(client, cells);
  return { created: written.length - before.length, before };
};

const toRecord = ({ id, kind, class: lineClass, name, externalId, geometry }: NewMapLine) => {
  const [west, south, east, north] = boundsOfLine(geometry);
  return { id, kind, class: lineClass, name, externalId, geometry, west, south, east, north };
};

type LineCells = { id: string; geometry: MapLineGeometry; fromZoom: number };

const writeCells = async (client: PoolClient, lines: readonly LineCells[]): Promise<void> => {
  await client.query(`DELETE FROM "MapLineCell" WHERE "lineId" = ANY($1::uuid[])`, [lines.map(({ id }) => id)]);
  const rows = lines.flatMap(({ id, geometry, fromZoom }) =>
    lineCellsOf(geometry).map((cell) => ({ id, fromZoom, cell: cell.toString() })),
  );
  await client.query(`INSERT INTO "MapLineCell" ("cell", "lineId", "fromZoom") SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::int[])`, [
    rows.map(({ cell }) => cell),
    rows.map(({ id }) => id),
    rows.map(({ fromZoom }) => fromZoom),
  ]);
};

type UndoneLines = { removed: number; restored: number; kept: KeptName[] };

/**
 * Takes an import of lines back: what it made goes, what it changed is as before. A line that a later import changed since stays as
 * that one left it, and is told.
 */
export const undoMapLines = async (client: PoolClient, importRunId: string, before: readonly StoredMapLine[]): Promise<UndoneLines> => {
  const isLater = `"changedRunId" IS NOT NULL AND "changedRunId" <> $1`;
  const named = `"id", coalesce("name", "kind") AS "name", 'otherImport' AS "reason"`;
  const made = await client.query<KeptName>(`SELECT ${named} FROM "MapLine" WHERE "importRunId" = $1 AND ${isLater} ORDER BY 2, 1`, [
    importRunId,
  ]);
  const { rowCount: removed } = await client.query(`DELETE FROM "MapLine" WHERE "importRunId" = $1 AND NOT (${isLater})`, [importRunId]);
  const changed = await client.query<KeptName>(`SELECT ${named} FROM "MapLine" WHERE "id" = ANY($2::uuid[]) AND ${isLater} ORDER BY 2, 1`, [
    importRunId,
    before.map(({ id }) => id),
  ]);
  let restored = 0;
  for (const line of before) if (await putLineBack(client, importRunId, line)) restored += 1;
  return { removed: removed ?? 0, restored, kept: [...made.rows, ...changed.rows] };
};

/** False for one that is gone, or that a later import changed. */
const putLineBack = async (client: PoolClient, importRunId: string, line: StoredMapLine): Promise<boolean> => {
  const [west, south, east, north] = boundsOfLine(line.geometry);
  const { rowCount } = await client.query(
    `UPDATE "MapLine" SET "kind" = $2, "class" = $3, "name" = $4, "geometry" = $5, "west" = $6, "south" = $7, "east" = $8, "north" = $9, "changedRunId" = $11
     WHERE "id" = $1 AND "changedRunId" = $10`,
    [
      line.id,
      line.kind,
      line.class,
      line.name,
      JSON.stringify(line.geometry),
      west,
      south,
      east,
      north,
      importRunId,
      line.changedRunId ?? null,
    ],
  );
  if (rowCount !== 1) return false;
  await writeCells(client, [line]);
  return true;
};

export type TileLine = Pick<MapLineRow, "kind" | "class" | "name" | "geometry" | "fromZoom">;

// More could not be told apart on one tile.
const mostLines = 30_000;

/** Lines that are drawn on a tile. Index: MapLineCell(fromZoom, cell). */
export const listTileLines = async ({ pool }: Pick<Db, "pool">, tile: Tile): Promise<TileLine[]> => {
  const { from, to } = lineCellRange(tile);
  const zooms = Array.from({ length: tile.z + 1 }, (_, zoom) => zoom);
  const query = Prisma.sql`
    SELECT l."kind", l."class", l."name", l."geometry", c."fromZoom" FROM (
      SELECT "lineId", min("fromZoom")::int AS "fromZoom" FROM "MapLineCell"
      WHERE "fromZoom" = ANY(${zooms}::int[]) AND "cell" BETWEEN ${from} AND ${to} GROUP BY "lineId"
    ) c JOIN "MapLine" l ON l."id" = c."lineId" LIMIT ${mostLines}`;
  const { rows } = await pool.query<TileLine>(query.text, query.values);
  return rows;
};
