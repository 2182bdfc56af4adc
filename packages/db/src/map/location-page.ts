import { type ListLocationsInput, mostListed } from "@cml/domain/map";
import type { Db } from "../client";
import { Prisma } from "../generated/client";
import { type RawClient, rawTransaction } from "../transaction";
import { facetsKey } from "./location-facets";
import { beyond, facetRange, orderBy, orderColumns, type OrderedRow, orderOfColumns, orderOfPage } from "./location-order";

/** The rows of a page and one more, and how many there are in all, counted to one beyond `mostListed`. */
export type FoundRows = { rows: OrderedRow[]; total: number };
type PageQuestion = { input: ListLocationsInput; where: Prisma.Sql };

/**
 * The planner expects rows of a filter everywhere in the table, but imports lay them side by side: a table read from its beginning may
 * pass half of it before the first. Whatever is asked here has an index.
 */
export const withIndexes = <T>(db: Db, work: (client: RawClient) => Promise<T>): Promise<T> =>
  rawTransaction(db, async (client) => {
    await client.query(
      // An area's buildings are looked up one by one: the other joins read the whole table beside it.
      "SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL jit = off; SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL work_mem = '64MB'",
    );
    return work(client);
  });

const ask = async <T>(client: RawClient, query: Prisma.Sql): Promise<T[]> =>
  (await client.query<T & object>(query.text, query.values)).rows;

type Plan = { "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] };

/** How many rows the planner expects: read from its statistics, no row is touched. */
export const expectRows = async (client: RawClient, where: Prisma.Sql): Promise<number> => {
  const [plan] = await ask<Plan>(client, Prisma.sql`EXPLAIN (FORMAT JSON) SELECT 1 FROM "Location" l WHERE ${where}`);
  return plan?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0;
};

/** Counts no further than one beyond what a list tells: rows are met along an index of the filter, neither gathered nor hoped for in another. */
export const countSome = async (client: RawClient, where: Prisma.Sql): Promise<number> => {
  await client.query("SET LOCAL enable_bitmapscan = off; SET LOCAL enable_indexonlyscan = off");
  const query = Prisma.sql`SELECT count(*)::int AS total FROM (SELECT 1 FROM "Location" l WHERE ${where} LIMIT ${mostListed + 1}) counted`;
  const [row] = await ask<{ total: number }>(client, query);
  await client.query("SET LOCAL enable_bitmapscan = on; SET LOCAL enable_indexonlyscan = on");
  return row?.total ?? 0;
};

const withTotal = (rows: readonly (OrderedRow & { total: number })[]): FoundRows => ({
  rows: rows.filter(({ id }) => (id as string | null) !== null),
  total: rows[0]?.total ?? 0,
});

/** Rows that are gathered anyway are read in the order they lie in, and only those all indexes of the filter agree on. */
export const gatherByBitmaps = async (client: RawClient): Promise<void> => {
  await client.query("SET LOCAL enable_indexscan = off; SET LOCAL enable_indexonlyscan = off");
};

/** The page of a filter that leaves few rows, and their number, by reading them all once. */
export const gather = async (client: RawClient, { input, where }: PageQuestion): Promise<FoundRows> => {
  const query = Prisma.sql`
    WITH gathered AS MATERIALIZED (SELECT ${orderColumns(input)} FROM "Location" l WHERE ${where}),
    page AS (SELECT * FROM gathered WHERE ${beyond(input, "columns")} ORDER BY ${orderOfColumns(input)} LIMIT ${input.pageSize + 1})
    SELECT (SELECT count(*) FROM gathered)::int AS total, page."id", page.key::text, page.civic
    FROM (SELECT 1) one LEFT JOIN page ON true ORDER BY ${orderOfPage(input)}`;
  return withTotal(await ask<OrderedRow & { total: number }>(client, query));
};

/** The same of one that leaves many: keeping them to count them would cost as much again as reading them. */
export const pick = (client: RawClient, { input, where }: PageQuestion): Promise<OrderedRow[]> => {
  // OFFSET 0 keeps the planner from walking the order instead.
  const query = Prisma.sql`
    SELECT page."id", page.key::text, page.civic FROM (
      SELECT * FROM (SELECT ${orderColumns(input)} FROM "Location" l WHERE ${where} OFFSET 0) gathered
      WHERE ${beyond(input, "columns")} ORDER BY ${orderOfColumns(input)} LIMIT ${input.pageSize + 1}
    ) page ORDER BY ${orderOfPage(input)}`;
  return ask<OrderedRow>(client, query);
};

/** The page of a filter by meeting it along the order, no further than so many rows: an index has the order, whatever the planner knows. */
export const walkOrder = async (
  client: RawClient,
  { input, where, furthest }: PageQuestion & { furthest: number | null },
): Promise<OrderedRow[]> => {
  await client.query("SET LOCAL enable_sort = off; SET LOCAL enable_bitmapscan = off");
  const end = furthest === null ? Prisma.empty : Prisma.sql`LIMIT ${furthest}`;
  const along = Prisma.sql`SELECT * FROM "Location" l WHERE ${beyond(input)} ORDER BY ${orderBy(input)} ${end}`;
  const from = furthest === null ? Prisma.sql`"Location" l WHERE ${beyond(input)} AND` : Prisma.sql`(${along}) l WHERE`;
  const query = Prisma.sql`
    SELECT page."id", page.key::text, page.civic FROM (
      SELECT ${orderColumns(input)} FROM ${from} ${where} ORDER BY ${orderBy(input)} LIMIT ${input.pageSize + 1}
    ) page ORDER BY ${orderOfPage(input)}`;
  const rows = await ask<OrderedRow>(client, query);
  await client.query("SET LOCAL enable_sort = on; SET LOCAL enable_bitmapscan = on");
  return rows;
};

/**
 * The page of a filter on the buildings' facets: the numbers that stand are hopped along, and of those let through only the ranges
 * with the first beginnings can hold a row of the page.
 */
export const mergeFacets = async (
  client: RawClient,
  { input, facets, visited }: { input: ListLocationsInput; facets: Prisma.Sql; visited: { from: Date | null; to: Date | null } },
): Promise<FoundRows> => {
  const limit = input.pageSize + 1;
  const inUse = Prisma.sql`l."archivedAt" IS NULL`;
  const first = (count: number, isWhole: boolean) => {
    const { where, order } = facetRange(input, { ...visited, isWhole });
    return Prisma.sql`LATERAL (SELECT ${orderColumns(input)} FROM "Location" l WHERE ${inUse} AND ${where} ORDER BY ${order} LIMIT ${count})`;
  };
  // Nothing here is found by reading more and sorting it, whatever the planner expects of numbers it does not know yet.
  await client.query("SET LOCAL enable_incremental_sort = off; SET LOCAL enable_sort = off; SET LOCAL enable_bitmapscan = off");
  const query = Prisma.sql`
    WITH RECURSIVE facet(v) AS (
      (SELECT ${facetsKey} FROM "Location" l WHERE ${inUse} ORDER BY ${facetsKey} LIMIT 1)
      UNION ALL
      SELECT (SELECT ${facetsKey} FROM "Location" l WHERE ${inUse} AND ${facetsKey} > f.v ORDER BY ${facetsKey} LIMIT 1) FROM facet f WHERE f.v IS NOT NULL
    ), chosen AS MATERIALIZED (SELECT v FROM facet WHERE v IS NOT NULL AND ${facets}),
    begun AS MATERIALIZED (SELECT c.v FROM chosen c CROSS JOIN ${first(1, false)} x ORDER BY ${orderOfColumns(input)} LIMIT ${limit}),
    page AS (SELECT x.* FROM begun c CROSS JOIN ${first(limit, false)} x ORDER BY ${orderOfColumns(input)} LIMIT ${limit}),
    counted AS (SELECT 1 FROM chosen c CROSS JOIN ${first(mostListed + 1, true)} x LIMIT ${mostListed + 1})
    SELECT (SELECT count(*) FROM counted)::int AS total, page."id", page.key::text, page.civic
    FROM (SELECT 1) one LEFT JOIN page ON true ORDER BY ${orderOfPage(input)}`;
  return withTotal(await ask<OrderedRow & { total: number }>(client, query));
};
