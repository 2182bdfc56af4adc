import { transaction } from "@cml/db";
import { claimCall as claimStoredCall, claimNextCall as claimNextStoredCall, findSignup, releaseCalls, reopenCall as reopenStoredCall } from "@cml/db/map"; // prettier-ignore
import { type Actor, AppError } from "@cml/domain/kernel";
import type { ClaimNextCallInput, ShiftSignup } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { mapScopeOf } from "../require-map-scope";
import { getShift } from "../shifts/read-shifts";
import { claimsExpireBefore, listCallable, requireCaller } from "./call-list";

/** The sign-up of a shift the actor may edit. Throws NOT_FOUND, FORBIDDEN. */
export const requireCallee = async (deps: Deps, actor: Actor, id: string): Promise<ShiftSignup> => {
  mapScopeOf(actor, "shift.edit");
  const signup = await findSignup(deps.db, id);
  if (signup === null) throw new AppError("NOT_FOUND", "map.shift.signupNotFound");
  await getShift(deps, actor, signup.shiftId);
  return signup;
};

/** Takes one person to call, and lets go of whom the caller had before. Throws CONFLICT when somebody else calls them. */
export const claimCall = async (deps: Deps, actor: Actor, id: string): Promise<void> => {
  const userId = requireCaller(actor);
  await requireCallee(deps, actor, id);
  const now = deps.clock.now();
  await transaction(deps.db, async (tx) => {
    if (!(await claimStoredCall(tx, id, { userId, now, expiredBefore: claimsExpireBefore(now) })))
      throw new AppError("CONFLICT", "map.shift.callTaken");
    await releaseCalls(tx, userId, { except: id });
  });
};

/** Takes whoever is next on the list of a day: no two callers get the same person. Gives their sign-up, or null when nobody is left. */
export const claimNextCall = async (deps: Deps, actor: Actor, { day, except }: ClaimNextCallInput): Promise<{ id: string | null }> => {
  const scope = mapScopeOf(actor, "shift.edit");
  const userId = requireCaller(actor);
  const now = deps.clock.now();
  const shiftIds = [...new Set((await listCallable(deps, { day, scope })).map(({ shift }) => shift.id))];
  return transaction(deps.db, async (tx) => {
    const id = await claimNextStoredCall(tx, { userId, now, expiredBefore: claimsExpireBefore(now) }, { shiftIds, except });
    await releaseCalls(tx, userId, { except: id });
    return { id };
  });
};

/** Puts the person the caller has back on the list. */
export const releaseCall = async (deps: Deps, actor: Actor): Promise<void> => {
  mapScopeOf(actor, "shift.edit");
  await releaseCalls(deps.db, requireCaller(actor), { except: null });
};

/** Takes back what a call was said to have brought; who said that they cannot come is signed up again instead. Throws CONFLICT. */
export const reopenCall = async (deps: Deps, actor: Actor, id: string): Promise<void> => {
  await requireCallee(deps, actor, id);
  if (!(await reopenStoredCall(deps.db, id))) throw new AppError("CONFLICT", "map.shift.callNotReopened");
};
