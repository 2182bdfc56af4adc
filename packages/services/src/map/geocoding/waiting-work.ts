import { countUnmatched, countUnplaced, countWeakMatches } from "@cml/db/map";
import { hasPermission } from "@cml/domain/auth";
import type { Actor } from "@cml/domain/kernel";
import type { MapWork } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { maySeePeople } from "../locations/get-location";
import { requireWholeMapFor } from "../require-map-scope";

/** How much of the map waits for a person's eye; of people only for those who may see and import them. */
export const countMapWork = async (deps: Deps, actor: Actor): Promise<MapWork> => {
  requireWholeMapFor(actor, "location.edit");
  return {
    unplaced: await countUnplaced(deps.db),
    weak: await countWeakMatches(deps.db),
    unmatched: mayMatchPeople(actor) ? await countUnmatched(deps.db) : null,
  };
};

const mayMatchPeople = (actor: Actor): boolean =>
  maySeePeople(actor) && (actor.kind === "system" || (actor.kind === "user" && hasPermission(actor, "location.import")));
