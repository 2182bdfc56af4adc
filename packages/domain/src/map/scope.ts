import { hasPermission, type Permission, rolePermissions } from "../auth/permissions";
import { AppError } from "../kernel/app-error";
import type { Actor } from "../kernel/actor";

/** Which areas an actor may see or edit through `permission`: every one, or the named ones of the account. */
export type CutScope = "all" | readonly string[];

export const cutScopeOf = (actor: Actor, permission: Permission): CutScope => {
  if (actor.kind === "system") return "all";
  if (actor.kind !== "user" || !hasPermission(actor, permission)) return [];
  // What the role grants is never narrowed; what the account was given beyond it may be.
  return rolePermissions[actor.role].includes(permission) ? "all" : (actor.permissions.cutIds ?? "all");
};

export const isInScope = (scope: CutScope, cutId: string | null): boolean => scope === "all" || (cutId !== null && scope.includes(cutId));

/** Throws NOT_FOUND for an area outside the scope: whoever may not see it need not learn that it is there. */
export const requireCutInScope = (scope: CutScope, cutId: string | null): void => {
  if (!isInScope(scope, cutId)) throw new AppError("NOT_FOUND", "map.cut.notFound");
};

/** Throws FORBIDDEN where something concerns the whole map, imports for example. */
export const requireWholeMap = (scope: CutScope): void => {
  if (scope !== "all") throw new AppError("FORBIDDEN", "map.scope.wholeMapOnly");
};
