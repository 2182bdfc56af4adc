import { type Db, transaction } from "@cml/db";
import { findClosing, findSignup, insertSignup, listDayPeople, lockShift, markDaySignup } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import { type DayPerson, sameName, samePhone, type WalkUpInput } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { userIdOf } from "../require-map-scope";
import { givePlace } from "../shifts/give-place";
import { settlePlaces } from "../shifts/settle-places";
import { newSignupHash } from "../shifts/signup-links";
import { checkInOne, momentOfDay } from "./check-in";
import { requireDayPerson } from "./read-day";
import { requireDay, type ShiftRight } from "./shift-right";

/**
 * Somebody came without having signed up: a name and a telephone number are enough, and whoever stands here is not turned away, full or
 * not. The same id again adds nobody; whoever is on the list already under that name and number is checked in instead.
 */
export const addWalkUp = async (deps: Deps, actor: Actor, input: WalkUpInput): Promise<DayPerson> => {
  const right = await requireDay(deps, actor, input.shiftId);
  const at = momentOfDay(deps, right, input.at);
  const listed = (await listDayPeople(deps.db, input.shiftId)).find(
    ({ name, phone, signupId }) => signupId !== input.id && sameName(name, input.name) && samePhone(phone, input.phone),
  );
  if (listed !== undefined) return checkInOne(deps, actor, { right, signupId: listed.signupId, at });
  return transaction(deps.db, async (tx) => {
    await lockShift(tx, input.shiftId);
    const known = await findSignup(tx, input.id);
    if (known !== null) return requireDayPerson(tx, input.shiftId, known.id);
    if ((await findClosing(tx, input.shiftId)).closedAt !== null) throw new AppError("CONFLICT", "map.shiftDay.closed");
    await enter(deps, tx, { right, input, at, byUserId: userIdOf(actor) });
    return requireDayPerson(tx, input.shiftId, input.id);
  });
};

type Entering = { right: ShiftRight; input: WalkUpInput; at: Date; byUserId: string | null };

const enter = async (deps: Deps, tx: Db, { right, input, at, byUserId }: Entering): Promise<void> => {
  const { shift, site } = right;
  const { id, name, phone, locale } = input;
  const person = { userId: null, userName: name, userEmail: null, userPhone: phone, locale };
  const kept = { shiftId: shift.id, shiftTitle: shift.title, signupSource: "WALK_UP", signupDate: at } as const;
  const signup = await insertSignup(tx, { id, ...kept, ...person, linkHash: newSignupHash(deps, id) });
  await givePlace(deps, tx, { shift, signup, site });
  await markDaySignup(tx, id, { status: "ATTENDED", checkedInAt: at, checkedInByUserId: byUserId });
  await settlePlaces(deps, tx, { shiftId: shift.id, site });
};
