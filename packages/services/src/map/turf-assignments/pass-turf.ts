import { type Db, transaction } from "@cml/db";
import { lockTurfAssignment, setTurfPeople } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { PassTurfInput, SwapTurfsInput, TurfAssignment } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { namingRealPeople, requireAssignment, requireAssignmentInScope } from "./hand-out-turf";

/** A turf that is out goes to others as it is; what was done in it stays done. Throws CONFLICT for one that is planned or back. */
export const passTurf = async (deps: Deps, actor: Actor, { id, userIds }: PassTurfInput): Promise<TurfAssignment> => {
  await requireAssignmentInScope(deps, actor, id);
  return namingRealPeople(
    transaction(deps.db, async (db) => {
      await lockTurfOut(db, id);
      await setTurfPeople(db, id, { userIds: [...new Set(userIds)], at: deps.clock.now() });
      return requireAssignment(db, id);
    }),
  );
};

/** Those who have the one get the other. Throws CONFLICT unless both are out. */
export const swapTurfs = async (deps: Deps, actor: Actor, { id, withId }: SwapTurfsInput): Promise<TurfAssignment[]> => {
  await requireAssignmentInScope(deps, actor, id);
  await requireAssignmentInScope(deps, actor, withId);
  return transaction(deps.db, async (db) => {
    const out = new Map<string, TurfAssignment>();
    // Always in one order, so that two who swap the same turfs wait instead of blocking each other.
    for (const one of [id, withId].sort()) out.set(one, await lockTurfOut(db, one));
    const peopleOf = (one: string): string[] => (out.get(one)?.people ?? []).map(({ userId }) => userId);
    const at = deps.clock.now();
    await setTurfPeople(db, id, { userIds: peopleOf(withId), at });
    await setTurfPeople(db, withId, { userIds: peopleOf(id), at });
    return [await requireAssignment(db, id), await requireAssignment(db, withId)];
  });
};

const lockTurfOut = async (db: Db, id: string): Promise<TurfAssignment> => {
  const turf = await lockTurfAssignment(db, id);
  if (turf === null || turf.handedOutAt === null || turf.returnedAt !== null) throw new AppError("CONFLICT", "map.turf.notOut");
  return turf;
};
