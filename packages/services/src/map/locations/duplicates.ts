import {
  findNearbyPairs,
  findSameKeyPairs,
  type FoundPair,
  listDuplicatePairs,
  nearbyShares,
  replacePairs,
  setDismissed,
} from "@cml/db/map";
import { type Actor, AppError, type Page, type PageInput, sliceOf } from "@cml/domain/kernel";
import { type DuplicatePair, isSameStreetWritten } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { requireWholeMapFor, userIdOf } from "../require-map-scope";

/** Pairs of buildings that may be one and that nobody has looked at. */
export const listDuplicates = async (deps: Deps, actor: Actor, input: PageInput): Promise<Page<DuplicatePair>> => {
  requireWholeMapFor(actor, "location.view");
  const { pairs, total } = await listDuplicatePairs(deps.db, sliceOf(input));
  return { items: pairs, total, page: input.page, pageSize: input.pageSize };
};

/** Asks for a scan in the background; what stands is listed meanwhile. */
export const requestDuplicateScan = async (deps: Deps, actor: Actor): Promise<void> => {
  requireWholeMapFor(actor, "location.edit");
  await deps.jobs.add("map.find-duplicates", {});
};

/**
 * Looks through all buildings for such as may be one: the same number close by on a street written otherwise, or the same address at
 * another place. Gives how many pairs it found. One scan at a time over all processes.
 */
export const findDuplicates = async (deps: Deps): Promise<number> => {
  const near: FoundPair[] = [];
  for (let share = 0; share < nearbyShares; share += 1)
    for (const { firstId, secondId, distanceM, firstStreet, secondStreet } of await findNearbyPairs(deps.db, share))
      if (isSameStreetWritten(firstStreet, secondStreet)) near.push({ firstId, secondId, distanceM, reason: "spelling" });
  const same = (await findSameKeyPairs(deps.db)).map((pair) => ({ ...pair, reason: "apart" as const }));
  await replacePairs(deps.db, [...near, ...same], { now: deps.clock.now(), newId: deps.newId });
  return near.length + same.length;
};

/** Remembers that these two are not the same, or takes that back. Throws NOT_FOUND. */
export const dismissDuplicate = async (
  deps: Deps,
  actor: Actor,
  { id, isDismissed }: { id: string; isDismissed: boolean },
): Promise<void> => {
  requireWholeMapFor(actor, "location.edit");
  const said = { dismissedAt: isDismissed ? deps.clock.now() : null, dismissedByUserId: isDismissed ? userIdOf(actor) : null };
  if (!(await setDismissed(deps.db, id, said))) throw new AppError("NOT_FOUND", "map.location.notFound");
};
