import { countRepresentativeCache, countUnseenAlerts, deleteLookUps, listCouncilSummaries, listSourceHealth } from "@cml/db/influence";
import { countBoundarySets } from "@cml/db/map";
import { ownerFilter, type RepresentativeCache, type RepresentativesOverview } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

export const getRepresentativeCache = (deps: Deps, _actor: Actor): Promise<RepresentativeCache> =>
  countRepresentativeCache(deps.db, deps.clock.now());

/** Forgets one code, or all with null; the next look-up asks again. */
export const clearRepresentativeCache = async (
  deps: Deps,
  _actor: Actor,
  { postalCode }: { postalCode: string | null },
): Promise<{ cleared: number }> => ({
  cleared: await deleteLookUps(deps.db, postalCode),
});

/** What is kept, where it comes from and how each source is doing. */
export const getRepresentativesOverview = async (deps: Deps, actor: Actor): Promise<RepresentativesOverview> => {
  const [cache, health, councils, boundarySets, unseenAlerts] = await Promise.all([
    getRepresentativeCache(deps, actor),
    listSourceHealth(deps.db),
    listCouncilSummaries(deps.db),
    countBoundarySets(deps.db),
    countUnseenAlerts(deps.db, ownerFilter(actor)),
  ]);
  return { cache, health, sources: [...deps.config.representativeSources], councils, boundarySets, unseenAlerts };
};
