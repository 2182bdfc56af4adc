import { isForeignKeyViolation, transaction } from "@cml/db";
import { findCut, findTimeZone, insertShift, lockShift, recountShift, updateShift as updateStoredShift } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import {
  type CreateShiftInput,
  isRealTime,
  requireCutInScope,
  type Shift,
  type ShiftDetail,
  shiftProblem,
  type UpdateShiftInput,
} from "@cml/domain/map";
import type { Deps } from "../../deps";
import { mapScopeOf, userIdOf } from "../require-map-scope";
import { getShift } from "./read-shifts";

type Times = Pick<Shift, "maxVolunteers" | "openPlaces" | "date" | "startTime" | "endTime">;

/** Throws INVALID when the numbers do not go together or a clock change skips the hour. */
const requireSense = async (deps: Deps, shift: Times): Promise<void> => {
  const problem = shiftProblem(shift);
  if (problem !== null) throw new AppError("INVALID", `map.shift.${problem}`);
  const timeZone = await findTimeZone(deps.db);
  if (!isRealTime({ day: shift.date, time: shift.startTime }, timeZone))
    throw new AppError("INVALID", "map.shift.skippedHour", { time: shift.startTime });
};

const requireCut = async (deps: Deps, actor: Actor, cutId: string | null): Promise<void> => {
  const scope = mapScopeOf(actor, "shift.edit");
  if (scope !== "all" || cutId !== null) requireCutInScope(scope, cutId);
  if (cutId !== null && (await findCut(deps.db, cutId)) === null) throw new AppError("NOT_FOUND", "map.cut.notFound");
};

// The area was looked up, so what points nowhere is the captain.
const namingRealPeople = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (isForeignKeyViolation(error)) throw new AppError("NOT_FOUND", "map.shift.noSuchPerson", {}, { cause: error });
    throw error;
  }
};

export const createShift = async (deps: Deps, actor: Actor, input: CreateShiftInput): Promise<ShiftDetail> => {
  await requireCut(deps, actor, input.cutId);
  const shift = { ...input, openPlaces: input.openPlaces ?? input.maxVolunteers };
  await requireSense(deps, shift);
  const now = deps.clock.now();
  const stored = await namingRealPeople(insertShift(deps.db, { ...shift, id: deps.newId(), createdBy: userIdOf(actor), createdAt: now }));
  return getShift(deps, actor, stored.id);
};

/** Changes what is given; OPEN and FULL follow the places. Throws NOT_FOUND, CONFLICT once cancelled. */
export const updateShift = async (deps: Deps, actor: Actor, { id, ...changes }: UpdateShiftInput): Promise<ShiftDetail> => {
  const before = await getShift(deps, actor, id);
  await requireCut(deps, actor, changes.cutId === undefined ? before.cutId : changes.cutId);
  // A field sent as undefined stays as it is, so it must not blank the one it is judged with.
  await requireSense(deps, {
    maxVolunteers: changes.maxVolunteers ?? before.maxVolunteers,
    openPlaces: changes.openPlaces ?? before.openPlaces,
    date: changes.date ?? before.date,
    startTime: changes.startTime ?? before.startTime,
    endTime: changes.endTime ?? before.endTime,
  });
  const stored = transaction(deps.db, async (db) => {
    const locked = await lockShift(db, id);
    if (locked === null || locked.status === "CANCELLED") throw new AppError("CONFLICT", "map.shift.cancelled");
    await updateStoredShift(db, id, { changes, at: deps.clock.now() });
    await recountShift(db, id);
  });
  await namingRealPeople(stored);
  return getShift(deps, actor, id);
};

/** A cancelled shift takes no sign-ups and shows nowhere in public; it does not come back. */
export const cancelShift = async (deps: Deps, actor: Actor, id: string): Promise<ShiftDetail> => {
  const shift = await getShift(deps, actor, id);
  await requireCut(deps, actor, shift.cutId);
  await updateStoredShift(deps.db, id, { changes: { status: "CANCELLED" }, at: deps.clock.now() });
  return getShift(deps, actor, id);
};
