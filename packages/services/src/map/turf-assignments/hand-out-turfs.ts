import { transaction } from "@cml/db";
import { findCut, listTurfChoices } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import { type HandOutTurfsInput, requireCutInScope, type TurfAssignment, type TurfChoice } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { mapScopeOf, userIdOf } from "../require-map-scope";
import { giveOut, namingRealPeople, requireOpenShift } from "./hand-out-turf";

/**
 * Gives several areas to the people of a shift in one step, all or none; those for nobody are planned. Throws CONFLICT naming the first
 * area that has no door to give.
 */
export const handOutTurfs = async (deps: Deps, actor: Actor, { shiftId, turfs }: HandOutTurfsInput): Promise<TurfAssignment[]> => {
  const scope = mapScopeOf(actor, "shift.edit");
  for (const { cutId } of turfs) requireCutInScope(scope, cutId);
  if (new Set(turfs.map(({ cutId }) => cutId)).size < turfs.length) throw new AppError("INVALID", "map.turf.twice");
  await requireOpenShift(deps, actor, shiftId);
  const given = { shiftId, handedOutByUserId: userIdOf(actor), at: deps.clock.now() };
  return namingRealPeople(
    transaction(deps.db, async (db) => {
      const made: TurfAssignment[] = [];
      for (const { cutId, userIds } of turfs) {
        const cut = await findCut(db, cutId);
        if (cut === null) throw new AppError("NOT_FOUND", "map.cut.notFound");
        try {
          made.push(await giveOut(db, { ...given, id: deps.newId(), cutId, userIds }));
        } catch (error) {
          throw naming(cut.name, error);
        }
      }
      return made;
    }),
  );
};

/** Of several turfs it must be said which one. */
const naming = (name: string, error: unknown): unknown =>
  error instanceof AppError && error.code === "CONFLICT"
    ? new AppError("CONFLICT", "map.turf.noneLeftOf", { name }, { cause: error })
    : error;

/** The areas the account may hand out, with how many of their doors are free. */
export const listTurfsToHandOut = (deps: Deps, actor: Actor): Promise<TurfChoice[]> =>
  listTurfChoices(deps.db, mapScopeOf(actor, "shift.edit"));
