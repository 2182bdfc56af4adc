import type { ListLocationsInput, LocationSort } from "@cml/domain/map";
import { Prisma } from "../generated/client";
import { confidenceKey, visitedKey } from "./location-conditions";
import { facetsKey } from "./location-facets";

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

export type OrderedRow = { id: string; key: string; civic: number };
type Place = [key: string, civic: number, id: string];

const direction = ({ descending, backwards }: ListLocationsInput): Prisma.Sql =>
  descending === backwards ? Prisma.sql`ASC` : Prisma.sql`DESC`;

export const orderBy = (input: ListLocationsInput): Prisma.Sql => {
  const { key, isId } = orders[input.sort];
  const way = direction(input);
  return isId === true ? Prisma.sql`${key} ${way}` : Prisma.sql`${key} ${way}, ${civicKey} ${way}, l."id" ${way}`;
};

/** What the rows of an order carry, so that pages of several ranges are merged by it. */
export const orderColumns = (input: ListLocationsInput): Prisma.Sql =>
  Prisma.sql`l."id", ${orders[input.sort].key} AS key, ${civicKey} AS civic`;

/** The same order over rows that carry it. */
export const orderOfColumns = (input: ListLocationsInput): Prisma.Sql => {
  const way = direction(input);
  return orders[input.sort].isId === true ? Prisma.sql`"id" ${way}` : Prisma.sql`key ${way}, civic ${way}, "id" ${way}`;
};

/** The same over a finished page, whose keys are written out as text beside. */
export const orderOfPage = (input: ListLocationsInput): Prisma.Sql => {
  const way = direction(input);
  return orders[input.sort].isId === true ? Prisma.sql`page."id" ${way}` : Prisma.sql`page.key ${way}, page.civic ${way}, page."id" ${way}`;
};

const ofTable = (sort: LocationSort) => ({ key: orders[sort].key, civic: civicKey, id: Prisma.sql`l."id"` });
const ofColumns = () => ({ key: Prisma.sql`key`, civic: Prisma.sql`civic`, id: Prisma.sql`"id"` });

/** Rows behind the cursor, of the table or of rows that carry their order. The first comparison alone is what the index is entered by. */
export const beyond = (input: ListLocationsInput, of: "table" | "columns" = "table"): Prisma.Sql => {
  const place = readPlace(input.after);
  if (place === null) return Prisma.sql`true`;
  const [value, civicValue, idValue] = place;
  const { type, isId } = orders[input.sort];
  const { key, civic, id } = of === "table" ? ofTable(input.sort) : ofColumns();
  const isUp = input.descending === input.backwards;
  if (isId === true) return isUp ? Prisma.sql`${id} > ${idValue}::uuid` : Prisma.sql`${id} < ${idValue}::uuid`;
  const first = Prisma.sql`${value}::${type}`;
  const mark = Prisma.sql`(${first}, ${civicValue}::int, ${idValue}::uuid)`;
  const row = Prisma.sql`(${key}, ${civic}, ${id})`;
  return isUp ? Prisma.sql`${key} >= ${first} AND ${row} > ${mark}` : Prisma.sql`${key} <= ${first} AND ${row} < ${mark}`;
};

type FacetRange = { from: Date | null; to: Date | null; isWhole: boolean };

/**
 * Rows with the facets `c.v`, behind the cursor (unless the whole range is asked for) and between two days of visits, in the order of
 * the index that begins with the facets. These are bounded and ordered by, never said to be equal: the planner drops an equal key from
 * an order, and then hopes to meet the first rows in another index that has the rest of it, passing hundreds of thousands. Each side
 * has one condition, because an index is entered by one.
 */
export const facetRange = (input: ListLocationsInput, { from, to, isWhole }: FacetRange): { where: Prisma.Sql; order: Prisma.Sql } => {
  const { key, isId } = orders[input.sort];
  const way = direction(input);
  const isUp = input.descending === input.backwards;
  const cursor = isWhole ? null : readPlace(input.after);
  const since = from === null ? Prisma.sql`${facetsKey} >= c.v` : Prisma.sql`(${facetsKey}, ${key}) >= (c.v, ${from}::timestamptz)`;
  const until = to === null ? Prisma.sql`${facetsKey} <= c.v` : Prisma.sql`(${facetsKey}, ${key}) < (c.v, ${to}::timestamptz)`;
  const lower = isUp && cursor !== null ? beyondInRange(input.sort, cursor, Prisma.sql`>`) : since;
  const upper = !isUp && cursor !== null ? beyondInRange(input.sort, cursor, Prisma.sql`<`) : until;
  const rest = isId === true ? Prisma.empty : Prisma.sql`, ${civicKey} ${way}, l."id" ${way}`;
  return { where: Prisma.sql`${lower} AND ${upper}`, order: Prisma.sql`${facetsKey} ${way}, ${key} ${way}${rest}` };
};

const beyondInRange = (sort: LocationSort, [value, civic, id]: Place, than: Prisma.Sql): Prisma.Sql => {
  const { key, type, isId } = orders[sort];
  return isId === true
    ? Prisma.sql`(${facetsKey}, l."id") ${than} (c.v, ${id}::uuid)`
    : Prisma.sql`(${facetsKey}, ${key}, ${civicKey}, l."id") ${than} (c.v, ${value}::${type}, ${civic}::int, ${id}::uuid)`;
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

export const placeOf = ({ key, civic, id }: OrderedRow): string =>
  Buffer.from(JSON.stringify([key, civic, id] satisfies Place)).toString("base64url");
