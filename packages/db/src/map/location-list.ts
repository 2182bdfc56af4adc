import { type CutScope, isFiltering, type ListLocationsInput, type LocationPage, mostListed } from "@cml/domain/map";
import type { Db } from "../client";
import { type LocationConditions, locationConditions, visitedBounds } from "./location-conditions";
import { facetsCondition } from "./location-facets";
import { type OrderedRow, placeOf } from "./location-order";
import { countSome, expectRows, type FoundRows, gather, gatherByBitmaps, mergeFacets, pick, walkOrder, withIndexes } from "./location-page";
import { countAllLocations } from "./location-stats";
import { toLocation } from "./rows";

// Fewer than so many rows are counted while they are gathered.
const someRows = 4_000;
// A filter that leaves so many rows is first looked for along the order; with fewer, all of them are gathered and sorted.
const manyRows = 15_000;
// Where the rows of so many lie evenly, this far along the order stands a page of them; where they do not, little is lost.
const walked = 5_000;

/**
 * One page of buildings in any order. What has few answers (types, bands, support, visits …) is merged from ranges of one index; a
 * place or words are gathered and sorted, or met while walking the order when they leave a great part of the table.
 */
export const listLocations = async (
  db: Db,
  input: ListLocationsInput,
  { scope, now }: { scope: CutScope; now: Date },
): Promise<LocationPage> => {
  const { filter } = input;
  const isWhole = scope === "all" && !isFiltering(filter);
  if (isWhole) {
    const { walked: where } = await locationConditions(db, { filter, scope, now });
    const rows = await withIndexes(db, (client) => walkOrder(client, { input, where, furthest: null }));
    return pageOf(db, input, { rows, total: (await countAllLocations(db)).locations, isMore: false });
  }
  const facets = scope === "all" ? facetsCondition(filter, input.sort) : null;
  const { rows, total } =
    facets === null
      ? await findRows(db, input, await locationConditions(db, { filter, scope, now }))
      : await withIndexes(db, (client) => mergeFacets(client, { input, facets, visited: visitedBounds(filter.visited, now) }));
  return pageOf(db, input, { rows, total: Math.min(total, mostListed), isMore: total > mostListed });
};

const findRows = (db: Db, input: ListLocationsInput, { gathered, walked: along, joined }: LocationConditions): Promise<FoundRows> =>
  withIndexes(db, async (client) => {
    const expected = await expectRows(client, gathered);
    const isSome = expected < someRows;
    const total = isSome ? null : await countSome(client, gathered);
    if (expected > manyRows && total !== null) {
      const rows = await walkOrder(client, { input, where: along, furthest: walked });
      if (rows.length > input.pageSize) return { rows, total };
    }
    if (!joined) await gatherByBitmaps(client);
    return total === null ? gather(client, { input, where: gathered }) : { rows: await pick(client, { input, where: gathered }), total };
  });

const pageOf = async (
  db: Db,
  { pageSize, backwards, after }: ListLocationsInput,
  { rows, total, isMore }: { rows: OrderedRow[]; total: number; isMore: boolean },
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
    // Stored counts follow a moment after the rows.
    total: Math.max(total, kept.length),
    isMore,
  };
};
