import { findShift } from "@cml/db/map";
import { type Actor, AppError, type UserActor } from "@cml/domain/kernel";
import { cutScopeOf, isCaptainsTime, isInScope, type Shift } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { readShiftSite, type ShiftSite } from "../shifts/shift-site";

export type ShiftRight = { shift: Shift; site: ShiftSite; isCaptain: boolean };

/**
 * Lets whoever plans shifts act on the day of one, and its captain, for that shift alone and around its time. For everybody else FORBIDDEN,
 * the same whether the shift exists.
 */
export const requireShiftRight = async (
  deps: Deps,
  actor: Actor,
  { shiftId, permission = "shift.edit" }: { shiftId: string; permission?: "shift.view" | "shift.edit" },
): Promise<ShiftRight> => {
  const shift = await findShift(deps.db, shiftId);
  const site = await readShiftSite(deps);
  const scope = cutScopeOf(actor, permission);
  if (shift !== null && isInScope(scope, shift.cutId)) return { shift, site, isCaptain: false };
  if (shift === null && scope === "all") throw new AppError("NOT_FOUND", "map.shift.notFound");
  const leads = shift !== null && actor.kind === "user" && shift.captainUserId === actor.userId;
  if (!leads || !isCaptainsTime(shift, { now: deps.clock.now(), timeZone: site.timeZone }))
    throw new AppError("FORBIDDEN", "map.shiftDay.notCaptain");
  return { shift, site, isCaptain: true };
};

/** For what changes the day. Throws CONFLICT for a shift that is cancelled. */
export const requireDay = async (deps: Deps, actor: Actor, shiftId: string): Promise<ShiftRight> => {
  const right = await requireShiftRight(deps, actor, { shiftId });
  if (right.shift.status === "CANCELLED") throw new AppError("CONFLICT", "map.shift.cancelled");
  return right;
};

/**
 * The captain with the right to hand out turf, for a call whose shift, turf and people were looked at: what they may touch is decided by
 * the caller, never by this.
 */
export const onBehalfOfShift = (actor: Actor, { isCaptain }: ShiftRight): Actor =>
  isCaptain && actor.kind === "user"
    ? ({ ...actor, role: "USER", permissions: { areas: { map: "edit" }, cutIds: null } } satisfies UserActor)
    : actor;
