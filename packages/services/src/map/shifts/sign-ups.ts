import { type Db, transaction } from "@cml/db";
import { findUser } from "@cml/db/auth";
import { findSignup, findSignupOf, insertSignup, lockShift, recountShift, updateSignupStatus } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { AddSignupInput, ShiftSignup } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { mapScopeOf } from "../require-map-scope";
import { getShift } from "./read-shifts";

/**
 * The organiser puts somebody on the list, by account or by name. Never beyond the open places, however many are added at once.
 * Throws CONFLICT when the shift is full, cancelled, or has the person already.
 */
export const addSignup = async (deps: Deps, actor: Actor, input: AddSignupInput): Promise<ShiftSignup> => {
  mapScopeOf(actor, "shift.edit");
  await getShift(deps, actor, input.shiftId);
  const person = await personOf(deps.db, input);
  return transaction(deps.db, async (db) => {
    const shift = await lockShift(db, input.shiftId);
    if (shift === null || shift.status === "CANCELLED") throw new AppError("CONFLICT", "map.shift.cancelled");
    const before = await findSignupOf(db, shift.id, person);
    if (before !== null && before.status !== "CANCELLED") throw new AppError("CONFLICT", "map.shift.alreadySignedUp");
    if (shift.currentVolunteers >= shift.openPlaces) throw new AppError("CONFLICT", "map.shift.full");
    const at = deps.clock.now();
    const fixed = {
      id: deps.newId(),
      shiftId: shift.id,
      shiftTitle: shift.title,
      signupSource: "ADMIN" as const,
      signupDate: at,
      locale: actor.locale,
    };
    const signup =
      before === null
        ? await insertSignup(db, {
            ...fixed,
            userId: person.userId,
            userName: person.name,
            userEmail: person.email,
            userPhone: person.phone,
          })
        : await updateSignupStatus(db, before.id, { status: "CONFIRMED", at });
    await recountShift(db, shift.id);
    return signup;
  });
};

/** Takes somebody off the list; the place is free at once. */
export const cancelSignup = async (deps: Deps, actor: Actor, id: string): Promise<ShiftSignup> => {
  mapScopeOf(actor, "shift.edit");
  const signup = await findSignup(deps.db, id);
  if (signup === null) throw new AppError("NOT_FOUND", "map.shift.signupNotFound");
  await getShift(deps, actor, signup.shiftId);
  return transaction(deps.db, async (db) => {
    await lockShift(db, signup.shiftId);
    const cancelled = await updateSignupStatus(db, id, { status: "CANCELLED", at: deps.clock.now() });
    await recountShift(db, signup.shiftId);
    return cancelled;
  });
};

const personOf = async (db: Db, input: AddSignupInput) => {
  if (input.userId !== null) {
    const user = await findUser(db, input.userId);
    if (user === null) throw new AppError("NOT_FOUND", "map.shift.noSuchPerson");
    return { userId: user.id, name: user.name, email: user.email, phone: user.phone };
  }
  if (input.name === null || (input.email === null && input.phone === null)) throw new AppError("INVALID", "map.shift.nameAndContact");
  return { userId: null, name: input.name, email: input.email, phone: input.phone };
};
