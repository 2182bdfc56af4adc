import type { Permission } from "@cml/domain/auth";
import { type Actor, AppError } from "@cml/domain/kernel";
import { type CutScope, cutScopeOf, requireWholeMap } from "@cml/domain/map";

/** The areas an actor may reach through `permission`. Throws FORBIDDEN when that is none. */
export const mapScopeOf = (actor: Actor, permission: Permission): CutScope => {
  const scope = cutScopeOf(actor, permission);
  if (scope !== "all" && scope.length === 0) throw new AppError("FORBIDDEN", "auth.notAllowed");
  return scope;
};

/** For what concerns the whole map. Throws FORBIDDEN for accounts limited to named areas. */
export const requireWholeMapFor = (actor: Actor, permission: Permission): void => requireWholeMap(mapScopeOf(actor, permission));

export const userIdOf = (actor: Actor): string | null => (actor.kind === "user" ? actor.userId : null);
