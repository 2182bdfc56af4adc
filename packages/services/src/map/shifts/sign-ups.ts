import { type Db, transaction } from "@cml/db";
import { findUser } from "@cml/db/auth";
import { findSignup, findSignupOf, insertSignup, listWaiting, lockShift, recountShift, updateSignup } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import { type AddSignupInput, type Shift, type ShiftSignup, shiftStart } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { readShiftSite, type ShiftSite } from "./shift-site";
import { mapScopeOf } from "../require-map-scope";
import { givePlace, offTheLine } from "./give-place";
import { inTurn } from "./in-turn";
import { getShift } from "./read-shifts";
import { settlePlaces } from "./settle-places";
import { queueShiftMail, shiftsLink } from "./shift-mail";
import { newSignupHash } from "./signup-links";

/**
 * The organiser puts somebody on the list, by account or by name. Never beyond the open places, however many are added at once, and never
 * past those who wait. Who has an e-mail address is told. Throws CONFLICT when the shift is full, cancelled, or has the person already.
 */
export const addSignup = async (deps: Deps, actor: Actor, input: AddSignupInput): Promise<ShiftSignup> => {
  mapScopeOf(actor, "shift.edit");
  await getShift(deps, actor, input.shiftId);
  const person = await personOf(deps.db, input);
  const site = await readShiftSite(deps);
  return inTurn(input.shiftId, () =>
    transaction(deps.db, async (tx) => {
      const locked = await lockShift(tx, input.shiftId);
      if (locked === null || locked.status === "CANCELLED") throw new AppError("CONFLICT", "map.shift.cancelled");
      const before = await findSignupOf(tx, locked.id, person);
      if (before !== null && before.status !== "CANCELLED") throw new AppError("CONFLICT", "map.shift.alreadySignedUp");
      const shift = await settlePlaces(deps, tx, { shiftId: locked.id, site });
      if (shift.currentVolunteers >= shift.openPlaces) throw new AppError("CONFLICT", "map.shift.full");
      const signup = before ?? (await insertPerson(deps, tx, { shift, person, locale: actor.locale }));
      const placed = await givePlace(deps, tx, { shift, signup, site });
      await recountShift(tx, shift.id);
      await queueShiftMail(deps, tx, { key: "shift-signup-confirmation", shift, signup: placed, site, once: null });
      return placed;
    }),
  );
};

type NewPerson = { shift: Shift; person: Awaited<ReturnType<typeof personOf>>; locale: ShiftSignup["locale"] };

const insertPerson = (deps: Deps, tx: Db, { shift, person, locale }: NewPerson): Promise<ShiftSignup> => {
  const id = deps.newId();
  const { userId, name, email, phone } = person;
  return insertSignup(tx, {
    id,
    shiftId: shift.id,
    shiftTitle: shift.title,
    userId,
    userName: name,
    userEmail: email,
    userPhone: phone,
    signupSource: "ADMIN",
    signupDate: deps.clock.now(),
    locale: person.locale ?? locale,
    linkHash: newSignupHash(deps, id),
  });
};

/** Takes somebody off the list or out of the line, and tells them; the place goes to the first who waits. */
export const cancelSignup = async (deps: Deps, actor: Actor, id: string): Promise<ShiftSignup> => {
  const signup = await requireSignup(deps, actor, id);
  const site = await readShiftSite(deps);
  return inTurn(signup.shiftId, () =>
    transaction(deps.db, async (tx) => {
      const shift = await lockShift(tx, signup.shiftId);
      const ended = { ...offTheLine, status: "CANCELLED", endedBy: "ORGANISER", cancelledAt: deps.clock.now() } as const;
      const before = await findSignup(tx, id);
      const cancelled = await updateSignup(tx, id, ended);
      if (shift !== null && before?.status !== "CANCELLED") await tellRemoved(deps, tx, { shift, signup: cancelled, site });
      await settlePlaces(deps, tx, { shiftId: signup.shiftId, site });
      return cancelled;
    }),
  );
};

// Nobody is told after the fact: once the shift runs, the list is only put in order.
const tellRemoved = async (deps: Deps, tx: Db, { shift, signup, site }: { shift: Shift; signup: ShiftSignup; site: ShiftSite }) => {
  if (shift.status === "CANCELLED" || shiftStart(shift, site.timeZone) <= deps.clock.now()) return;
  const once = String(deps.clock.now().getTime());
  await queueShiftMail(deps, tx, { key: "shift-removed", shift, signup, site, once, extra: { SHIFTS_URL: shiftsLink(site, signup) } });
};

/** One place forward in the waiting list; the first stays where it is. Throws CONFLICT for somebody who does not wait. */
export const moveUpInLine = async (deps: Deps, actor: Actor, id: string): Promise<ShiftSignup> => {
  const { shiftId } = await requireSignup(deps, actor, id);
  return transaction(deps.db, async (tx) => {
    await lockShift(tx, shiftId);
    const line = await listWaiting(tx, shiftId);
    const index = line.findIndex((one) => one.id === id);
    const [before, moved] = [line[index - 1], line[index]];
    if (moved === undefined) throw new AppError("CONFLICT", "map.shift.notWaiting");
    if (before === undefined) return moved;
    await updateSignup(tx, before.id, { waitPosition: moved.waitPosition });
    return updateSignup(tx, id, { waitPosition: before.waitPosition });
  });
};

const requireSignup = async (deps: Deps, actor: Actor, id: string): Promise<ShiftSignup> => {
  mapScopeOf(actor, "shift.edit");
  const signup = await findSignup(deps.db, id);
  if (signup === null) throw new AppError("NOT_FOUND", "map.shift.signupNotFound");
  await getShift(deps, actor, signup.shiftId);
  return signup;
};

const personOf = async (db: Db, input: AddSignupInput) => {
  if (input.userId !== null) {
    const user = await findUser(db, input.userId);
    if (user === null) throw new AppError("NOT_FOUND", "map.shift.noSuchPerson");
    return { userId: user.id, name: user.name, email: user.email, phone: user.phone, locale: user.locale };
  }
  if (input.name === null || (input.email === null && input.phone === null)) throw new AppError("INVALID", "map.shift.nameAndContact");
  return { userId: null, name: input.name, email: input.email, phone: input.phone, locale: null };
};
