import {
  type CutScope, isFiltering, type ListLocationsInput, type LocationFilter, type LocationPage, type LocationSort, mostListed,
} from "@cml/domain/map"; // prettier-ignore
import type { Db } from "../client";
import { Prisma } from "../generated/client";
import { rawTransaction } from "../transaction";
import { confidenceKey, type LocationConditions, locationConditions, visitedKey } from "./location-conditions";
import { countAllLocations } from "./location-stats";
import { toLocation } from "./rows";

/** The first key of an order, as its index has it, and how its value comes back from a cursor. House number and id follow. */
type Order = { key: Prisma.Sql; type: Prisma.Sql; isId?: true };

const orders: Record<LocationSort, Order> = {
  address: { key: Prisma.sql`l."streetKey"`, type: Prisma.sql`text` },
  units: { key: Prisma.sql`l."totalUnits"`, type: Prisma.sql`int` },
  visited: { key: visitedKey, type: Prisma.sql`timestamptz` },
  confidence: { key: confidenceKey, type: Prisma.sql`int` },
  // Ids are made in the order of time.
  created: { key: Prisma.sql`l."id"`, type: Prisma.sql`uuid`, isId: true },
};

const civicKey = Prisma.sql`coalesce(l."civicNumber", 0)`;

type Place = [key: string, civic: number, id: string];
type Row = { id: string; key: string; civic: number };
type Found = { rows: Row[]; total: number };

// How far an order is walked in search of a filter's rows before they are gathered and sorted instead.
const walked = 30_000;

/**
 * One page of buildings in any order. A filter that leaves few is gathered and sorted; one that leaves many is met while walking the
 * order's own index. Both touch some thousands of rows, whatever the table holds, but for a filter and an order that run
 * against each other.
 */
export const listLocations = async (
  db: Db,
  input: ListLocationsInput,
  { scope, now }: { scope: CutScope; now: Date },
): Promise<LocationPage> => {
  const { filter } = input;
  const isWhole = scope === "all" && !isFiltering(filter);
  const where = await locationConditions(db, { filter, scope, now });
  const few = isWhole ? null : await gatherFew(db, input, where.gathered);
  const rows = few === null ? await walkOrder(db, input, { where, isWhole, filter }) : few.rows;
  const total = few?.total ?? (isWhole ? (await countAllLocations(db)).locations : mostListed);
  return pageOf(db, input, { rows, total: Math.max(total, Math.min(rows.length, input.pageSize)), isMore: few === null && !isWhole });
};

const direction = ({ descending, backwards }: ListLocationsInput): Prisma.Sql =>
  descending === backwards ? Prisma.sql`ASC` : Prisma.sql`DESC`;

const orderBy = (input: ListLocationsInput): Prisma.Sql => {
  const { key, isId } = orders[input.sort];
  const way = direction(input);
  return isId === true ? Prisma.sql`${key} ${way}` : Prisma.sql`${key} ${way}, ${civicKey} ${way}, l."id" ${way}`;
};

/** Rows behind the cursor. The first comparison alone is what the index is entered by. */
const beyond = (input: ListLocationsInput): Prisma.Sql => {
  const place = readPlace(input.after);
  if (place === null) return Prisma.sql`true`;
  const [value, civic, id] = place;
  const { key, type, isId } = orders[input.sort];
  const isUp = input.descending === input.backwards;
  if (isId === true) return isUp ? Prisma.sql`l."id" > ${id}::uuid` : Prisma.sql`l."id" < ${id}::uuid`;
  const first = Prisma.sql`${value}::${type}`;
  const rest = Prisma.sql`(${key}, ${civicKey}, l."id")`;
  const mark = Prisma.sql`(${first}, ${civic}::int, ${id}::uuid)`;
  return isUp ? Prisma.sql`${key} >= ${first} AND ${rest} > ${mark}` : Prisma.sql`${key} <= ${first} AND ${rest} < ${mark}`;
};

const readPlace = (cursor: string | null): Place | null => {
  if (cursor === null) return null;
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (!Array.isArray(read)) return null;
    const [key, civic, id] = read as unknown[];
    return typeof key === "string" && typeof civic === "number" && typeof id === "string" ? [key, civic, id] : null;
  } catch {
    // A cursor of an older release, or one somebody wrote by hand, opens the first page.
    return null;
  }
};

const placeOf = ({ key, civic, id }: Row): string => Buffer.from(JSON.stringify([key, civic, id] satisfies Place)).toString("base64url");

const columns = (input: ListLocationsInput): Prisma.Sql => Prisma.sql`l."id", ${orders[input.sort].key}::text AS key, ${civicKey} AS civic`;

/** All rows of a filter that leaves at most `mostListed`, sorted; null for one that leaves more. */
const gatherFew = async (db: Db, input: ListLocationsInput, where: Prisma.Sql): Promise<Found | null> => {
  const query = Prisma.sql`
    WITH few AS MATERIALIZED (
      SELECT l."id", l."streetKey", l."totalUnits", l."lastVisitedAt", l."geocodeConfidence", l."civicNumber"
      FROM "Location" l WHERE ${where} LIMIT ${mostListed + 1}
    ), page AS (
      SELECT ${columns(input)}, row_number() OVER (ORDER BY ${orderBy(input)}) AS place FROM few l WHERE ${beyond(input)}
      ORDER BY place LIMIT ${input.pageSize + 1}
    )
    SELECT (SELECT count(*) FROM few)::int AS total, page.* FROM (SELECT 1) one LEFT JOIN page ON true ORDER BY page.place`;
  const rows = await runByIndexes<Row & { total: number }>(db, query);
  const total = rows[0]?.total ?? 0;
  return total > mostListed ? null : { rows: rows.filter(({ id }) => (id as string | null) !== null), total };
};

const walkOrder = async (
  db: Db,
  input: ListLocationsInput,
  { where, isWhole, filter }: { where: LocationConditions; isWhole: boolean; filter: LocationFilter },
): Promise<Row[]> => {
  const limit = input.pageSize + 1;
  const straight = Prisma.sql`SELECT ${columns(input)} FROM "Location" l WHERE ${where.walked} AND ${beyond(input)} ORDER BY ${orderBy(input)} LIMIT ${limit}`;
  // Every filter with one value has an index whose end is the order of creation.
  if (isWhole || (input.sort === "created" && hasOwnIndex(filter))) return runByIndexes<Row>(db, straight);
  const budgeted = Prisma.sql`
    SELECT ${columns(input)} FROM (
      SELECT * FROM "Location" l WHERE ${beyond(input)} ORDER BY ${orderBy(input)} LIMIT ${walked}
    ) l WHERE ${where.walked} LIMIT ${limit}`;
  const met = await runByIndexes<Row>(db, budgeted);
  if (met.length === limit) return met;
  return runByIndexes<Row>(
    db,
    Prisma.sql`
      WITH many AS MATERIALIZED (
        SELECT l."id", l."streetKey", l."totalUnits", l."lastVisitedAt", l."geocodeConfidence", l."civicNumber"
        FROM "Location" l WHERE ${where.gathered} AND ${beyond(input)}
      ) SELECT ${columns(input)} FROM many l ORDER BY ${orderBy(input)} LIMIT ${limit}`,
  );
};

const hasOwnIndex = ({ municipality, district, provider }: LocationFilter): boolean =>
  municipality !== "" || district !== "" || (provider.length === 1 && provider[0] !== "none");

/**
 * The planner expects rows of a filter everywhere in the table, but imports lay them side by side: a table read from its beginning may
 * pass half of it before the first. Whatever is asked here has an index.
 */
const runByIndexes = <T>(db: Db, query: Prisma.Sql): Promise<T[]> =>
  rawTransaction(db, async (client) => {
    await client.query("SET LOCAL enable_seqscan = off; SET LOCAL jit = off");
    const { rows } = await client.query<T & object>(query.text, query.values);
    return rows;
  });

const pageOf = async (
  db: Db,
  { pageSize, backwards, after }: ListLocationsInput,
  { rows, total, isMore }: { rows: Row[]; total: number; isMore: boolean },
): Promise<LocationPage> => {
  const hasBeyond = rows.length > pageSize;
  const kept = rows.slice(0, pageSize);
  if (backwards) kept.reverse();
  const first = kept[0];
  const last = kept.at(-1);
  const stored = await db.prisma.location.findMany({ where: { id: { in: kept.map(({ id }) => id) } } });
  const byId = new Map(stored.map((row) => [row.id, toLocation(row)]));
  const isStart = backwards ? !hasBeyond : after === null;
  const isEnd = backwards ? false : !hasBeyond;
  return {
    items: kept.flatMap(({ id }) => byId.get(id) ?? []),
    next: last === undefined || isEnd ? null : placeOf(last),
    previous: first === undefined || isStart ? null : placeOf(first),
    total,
    isMore,
  };
};
