import type { Db } from "@cml/db";
import { countTurfUnitFacets, countTurfUnits, findTimeZone, findTurfFilter, type TurfUnits, writeTurfFilter } from "@cml/db/map";
import type { Actor } from "@cml/domain/kernel";
import { momentOf, requireCutInScope, type TurfCount, type TurfFacets, type TurfFilter } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { getCut } from "../cuts/read-cuts";
import { mapScopeOf } from "../require-map-scope";

/** An area's filter with its day reckoned in the organisation's zone. */
export const turfUnitsOf = async (db: Db, cutId: string, filter: TurfFilter): Promise<TurfUnits> => {
  const day = filter.notReachedSince;
  return { cutId, filter, notReachedSince: day === null ? null : momentOf({ day, time: "00:00" }, await findTimeZone(db)) };
};

/** Throws NOT_FOUND. */
export const getTurfFilter = async (deps: Deps, actor: Actor, cutId: string): Promise<TurfFilter> => {
  await getCut(deps, actor, cutId);
  return findTurfFilter(deps.db, cutId);
};

/** How many doors a filter would leave in; stores nothing. */
export const countTurf = async (deps: Deps, actor: Actor, { cutId, filter }: { cutId: string; filter: TurfFilter }): Promise<TurfCount> => {
  await getCut(deps, actor, cutId);
  return countTurfUnits(deps.db, await turfUnitsOf(deps.db, cutId, filter));
};

/** How many doors each further choice would leave; stores nothing. */
export const countTurfFacets = async (
  deps: Deps,
  actor: Actor,
  { cutId, filter }: { cutId: string; filter: TurfFilter },
): Promise<TurfFacets> => {
  await getCut(deps, actor, cutId);
  return countTurfUnitFacets(deps.db, await turfUnitsOf(deps.db, cutId, filter));
};

/** From the next hand-out on; who walks the turf now keeps the doors they have. */
export const setTurfFilter = async (
  deps: Deps,
  actor: Actor,
  { cutId, filter }: { cutId: string; filter: TurfFilter },
): Promise<TurfCount> => {
  requireCutInScope(mapScopeOf(actor, "cut.edit"), cutId);
  await getCut(deps, actor, cutId);
  await writeTurfFilter(deps.db, cutId, { filter, at: deps.clock.now() });
  return countTurf(deps, actor, { cutId, filter });
};
