import { countLocations, listFilterChoices as listStoredChoices, listLocations as listStoredLocations } from "@cml/db/map";
import type { Actor } from "@cml/domain/kernel";
import type { ListLocationsInput, LocationPage, LocationStats } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { mapScopeOf } from "../require-map-scope";

export const listLocations = (deps: Deps, actor: Actor, input: ListLocationsInput): Promise<LocationPage> =>
  listStoredLocations(deps.db, input, { scope: mapScopeOf(actor, "location.view"), now: deps.clock.now() });

export const getLocationStats = (deps: Deps, actor: Actor): Promise<LocationStats> =>
  countLocations(deps.db, mapScopeOf(actor, "location.view"));

/** Towns and ridings to choose from, sorted for the reader. */
export const listFilterChoices = async (deps: Deps, actor: Actor): Promise<{ municipalities: string[]; districts: string[] }> => {
  mapScopeOf(actor, "location.view");
  const { municipalities, districts } = await listStoredChoices(deps.db);
  const { compare } = new Intl.Collator(actor.locale);
  return { municipalities: municipalities.sort(compare), districts: districts.sort(compare) };
};
