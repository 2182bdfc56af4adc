import { countRepresentativeCache, deleteLookUps } from "@cml/db/influence";
import type { RepresentativeCache } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

export const getRepresentativeCache = (deps: Deps, _actor: Actor): Promise<RepresentativeCache> => countRepresentativeCache(deps.db);

/** Forgets one code, or all with null; the next look-up asks again. */
export const clearRepresentativeCache = async (
  deps: Deps,
  _actor: Actor,
  { postalCode }: { postalCode: string | null },
): Promise<{ cleared: number }> => ({
  cleared: await deleteLookUps(deps.db, postalCode),
});
