import type { Db } from "@cml/db";
import { markVisited, refreshCutsOfAddresses, type VisitMark } from "@cml/db/map";

/**
 * Writes visits onto their doors, buildings and areas, within the canvass area's transaction. `at` is now; gives the areas whose
 * completion changed.
 */
export const applyVisits = async (tx: Db, marks: readonly VisitMark[], at: Date): Promise<string[]> => {
  // One order for every transaction, so that two batches about the same doors wait for instead of blocking each other.
  const ordered = [...marks].sort((a, b) =>
    a.addressId < b.addressId ? -1 : a.addressId > b.addressId ? 1 : a.visitedAt.getTime() - b.visitedAt.getTime(),
  );
  for (const mark of ordered) await markVisited(tx, mark, at);
  if (ordered.length === 0) return [];
  const newest = new Date(Math.max(...ordered.map(({ visitedAt }) => visitedAt.getTime())));
  return refreshCutsOfAddresses(tx, [...new Set(ordered.map(({ addressId }) => addressId))], newest);
};
