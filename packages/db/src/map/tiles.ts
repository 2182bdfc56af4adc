import { type CutScope, finestCountedZoom, type LocationFilter, noFilter, shiftForZoom, type Tile, tileRange } from "@cml/domain/map";
import type { Db } from "../client";
import { Prisma } from "../generated/client";
import { locationConditions } from "./location-conditions";
import { buildingsOfTurfs } from "./turf-scope";

/** Buildings of one tile, column by column as they came: id, place, text, units, counts of its units, how the last visit ended. */
export type TileDoorRow = [
  id: string,
  latitude: number,
  longitude: number,
  address: string,
  units: number,
  visited: number,
  signs: number,
  /** The best support known at any unit, 1 to 4; null where nobody was asked. */
  support: number | null,
  outcome: string | null,
];

/** What stands in one cell: buildings, the doors that fit the filter, and of these the visited, those with signs, by support. */
export type TileClusterRow = [
  latitude: number,
  longitude: number,
  buildings: number,
  doors: number,
  visited: number,
  signs: number,
  support1: number,
  support2: number,
  support3: number,
  support4: number,
];

/** `turfs`: only doors of these hand-outs are told, whatever else stands in their areas. */
export type TileQuestion = { tile: Tile; scope: CutScope; turfs: readonly string[] | null; filter: LocationFilter; now: Date };

type Columns = { doors: string; visited: string; signs: string; support: (level: string) => string };

const countColumns: Columns = { doors: `"doors"`, visited: `"visited"`, signs: `"signs"`, support: (level) => `"support${level}"` };
const rowColumns: Columns = {
  doors: `l."totalUnits"`,
  visited: `l."visitedUnits"`,
  signs: `l."signUnits"`,
  support: (level) => `l."support${level}Units"`,
};

/** How many doors of a row fit: those of the chosen levels, those not visited yet; all of them where the filter is about buildings. */
const fitting = ({ support, visited, sign }: LocationFilter, columns: Columns): string => {
  if (support.length > 0 && !support.includes("none")) return `(${support.map(columns.support).join(" + ")})`;
  if (visited === "yes") return columns.visited;
  if (visited === "no") return `(${columns.doors} - ${columns.visited})`;
  if (sign !== null) return sign === "yes" ? columns.signs : `(${columns.doors} - ${columns.signs})`;
  return columns.doors;
};

/** Whether the stored counts can answer: the whole map, and nothing asked but one thing they count. */
const isCounted = ({ filter, scope, turfs }: TileQuestion): boolean => {
  const { support, visited, sign, ...rest } = filter;
  const asked = [support.length > 0, visited !== null, sign !== null].filter(Boolean).length;
  const { support: _support, visited: _visited, sign: _sign, ...nothing } = noFilter;
  const isKnown = !support.includes("none") && (visited === null || visited === "yes" || visited === "no");
  return scope === "all" && turfs === null && asked <= 1 && isKnown && JSON.stringify(rest) === JSON.stringify(nothing);
};

/** Doors of one tile gathered by cells of `cellZoom`, one place each at their middle. Far views read stored counts alone. */
export const listTileClusters = async (db: Db, question: TileQuestion, cellZoom: number): Promise<TileClusterRow[]> =>
  cellZoom <= finestCountedZoom && isCounted(question) ? readCounts(db, question, cellZoom) : gatherRows(db, question, cellZoom);

const readCounts = async (db: Db, { tile, filter }: TileQuestion, cellZoom: number): Promise<TileClusterRow[]> => {
  const { from, to } = tileRange(tile);
  const shift = BigInt(shiftForZoom(cellZoom));
  const doors = fitting(filter, countColumns);
  const { rows } = await db.pool.query<TileClusterRow>({
    rowMode: "array",
    text: `SELECT "latitude" / "buildings", "longitude" / "buildings", "buildings", ${doors}, "visited", "signs",
        "support1", "support2", "support3", "support4"
      FROM "MapTileCount" WHERE "zoom" = $1 AND "cell" BETWEEN $2 AND $3 AND "buildings" > 0 AND ${doors} > 0`,
    values: [cellZoom, from >> shift, to >> shift],
  });
  return rows;
};

/** The buildings a question is about, as `l`, and what else it asks of them. */
const buildings = async (db: Db, { tile, scope, turfs, filter, now }: TileQuestion): Promise<{ from: Prisma.Sql; where: Prisma.Sql }> => {
  const range = tileRange(tile);
  const { gathered } = await locationConditions(db, { filter, scope: turfs === null ? scope : "all", now });
  if (turfs !== null) return { from: buildingsOfTurfs(turfs, range), where: gathered };
  return { from: Prisma.sql`"Location" l`, where: Prisma.sql`l."mapCell" BETWEEN ${range.from} AND ${range.to} AND ${gathered}` };
};

const gatherRows = async (db: Db, question: TileQuestion, cellZoom: number): Promise<TileClusterRow[]> => {
  const { from, where } = await buildings(db, question);
  const doors = Prisma.raw(fitting(question.filter, rowColumns));
  return runRows<TileClusterRow>(
    db,
    Prisma.sql`
      SELECT avg(l."latitude")::float8, avg(l."longitude")::float8, count(*)::int, sum(${doors})::int, sum(l."visitedUnits")::int,
        sum(l."signUnits")::int, sum(l."support1Units")::int, sum(l."support2Units")::int, sum(l."support3Units")::int,
        sum(l."support4Units")::int
      FROM ${from} WHERE ${where} GROUP BY l."mapCell" >> ${shiftForZoom(cellZoom)}::int`,
  );
};

/** Single buildings of one tile. Index: Location(mapCell). */
export const listTileDoors = async (db: Db, question: TileQuestion, limit: number): Promise<TileDoorRow[]> => {
  const { from, where } = await buildings(db, question);
  return runRows<TileDoorRow>(
    db,
    Prisma.sql`
      SELECT l."id", l."latitude"::float8, l."longitude"::float8, l."address", l."totalUnits", l."visitedUnits", l."signUnits",
        CASE WHEN l."support1Units" > 0 THEN 1 WHEN l."support2Units" > 0 THEN 2 WHEN l."support3Units" > 0 THEN 3
          WHEN l."support4Units" > 0 THEN 4 END, l."lastOutcome"
      FROM ${from} WHERE ${where} LIMIT ${limit}`,
  );
};

// Prisma would make an object of every row and look at every value; a tile has thousands.
const runRows = async <Row extends unknown[]>({ pool }: Db, { text, values }: Prisma.Sql): Promise<Row[]> => {
  const { rows } = await pool.query<Row>({ text, values, rowMode: "array" });
  return rows;
};
