import { countLocations, listDuplicateGroups, listLocations as listStoredLocations } from "@cml/db/map";
import { type Actor, type Page, type PageInput, sliceOf } from "@cml/domain/kernel";
import type { DuplicateGroup, ListLocationsInput, Location, LocationStats } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { mapScopeOf, requireWholeMapFor } from "../require-map-scope";

export const listLocations = (deps: Deps, actor: Actor, input: ListLocationsInput): Promise<Page<Location>> =>
  listStoredLocations(deps.db, input, mapScopeOf(actor, "location.view"));

export const getLocationStats = (deps: Deps, actor: Actor): Promise<LocationStats> =>
  countLocations(deps.db, mapScopeOf(actor, "location.view"));

/** Buildings that read the same and stand apart: perhaps one, entered twice. */
export const listDuplicates = async (deps: Deps, actor: Actor, input: PageInput): Promise<Page<DuplicateGroup>> => {
  requireWholeMapFor(actor, "location.view");
  const { groups, total } = await listDuplicateGroups(deps.db, sliceOf(input));
  return { items: groups, total, page: input.page, pageSize: input.pageSize };
};
