import { type Db, isForeignKeyViolation, transaction } from "@cml/db";
import { findCut, forgetCalls, forgetReminders, insertShift, lockShift, updateShift as updateStoredShift } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import {
  type CreateShiftInput,
  daysBetween,
  isRealTime,
  movedDay,
  requireCutInScope,
  seriesDays,
  type Shift,
  type ShiftDetail,
  shiftProblem,
  type UpdateShiftInput,
} from "@cml/domain/map";
import type { Deps } from "../../deps";
import { readShiftSite, type ShiftSite } from "./shift-site";
import { mapScopeOf, userIdOf } from "../require-map-scope";
import { getShift } from "./read-shifts";
import { partOfSeries } from "./series-part";
import { settlePlaces } from "./settle-places";
import { announce } from "./shift-notices";
import { findMeetingPlace, placeAfter } from "./shifts-near";

type Times = Pick<Shift, "maxVolunteers" | "openPlaces" | "date" | "startTime" | "endTime">;

/** Throws INVALID when the numbers do not go together or a clock change skips the hour. */
const requireSense = async (deps: Deps, shift: Times): Promise<void> => {
  const problem = shiftProblem(shift);
  if (problem !== null) throw new AppError("INVALID", `map.shift.${problem}`);
  const { timeZone } = await readShiftSite(deps);
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

/** Plans a shift, or a whole series when it repeats. Gives the first. */
export const createShift = async (deps: Deps, actor: Actor, { repeat, ...input }: CreateShiftInput): Promise<ShiftDetail> => {
  await requireCut(deps, actor, input.cutId);
  const place = input.place ?? (await findMeetingPlace(deps, input.location));
  const shift = { ...input, place, openPlaces: input.openPlaces ?? input.maxVolunteers };
  const days = repeat === null ? [input.date] : seriesDays(input.date, repeat);
  for (const date of days) await requireSense(deps, { ...shift, date });
  const made = { createdBy: userIdOf(actor), createdAt: deps.clock.now(), seriesId: days.length > 1 ? deps.newId() : null };
  const rows = days.map((date) => ({ ...shift, ...made, date, id: deps.newId() }));
  await namingRealPeople(
    transaction(deps.db, async (tx) => {
      for (const row of rows) await insertShift(tx, row);
    }),
  );
  return getShift(deps, actor, rows[0]?.id ?? "");
};

type Changes = Omit<UpdateShiftInput, "id" | "part" | "notify">;

/**
 * Changes what is given, for this shift or the part of its series that is meant; a changed day moves the others by as many days. OPEN and
 * FULL follow the places, and new places go to the waiting list first. Throws NOT_FOUND, CONFLICT once cancelled.
 */
export const updateShift = async (
  deps: Deps,
  actor: Actor,
  { id, part = "ONE", notify = true, ...asked }: UpdateShiftInput,
): Promise<ShiftDetail> => {
  const before = await getShift(deps, actor, id);
  const changes = { ...asked, ...(await placeAfter(deps, id, asked)) };
  await requireCut(deps, actor, changes.cutId === undefined ? before.cutId : changes.cutId);
  const moved = changes.date === undefined ? 0 : daysBetween(before.date, changes.date);
  const shifts = await partOfSeries(deps, actor, { shift: before, part });
  for (const shift of shifts) await requireSense(deps, timesAfter(shift, changes, moved));
  const site = await readShiftSite(deps);
  const stored = transaction(deps.db, async (tx) => {
    for (const { id: one } of shifts) await change(deps, tx, { id: one, actor, changes, moved, notify, site });
  });
  await namingRealPeople(stored);
  return getShift(deps, actor, id);
};

// A field sent as undefined stays as it is, so it must not blank the one it is judged with.
const timesAfter = (shift: Shift, changes: Changes, moved: number): Times => ({
  maxVolunteers: changes.maxVolunteers ?? shift.maxVolunteers,
  openPlaces: changes.openPlaces ?? shift.openPlaces,
  date: movedDay(shift.date, moved),
  startTime: changes.startTime ?? shift.startTime,
  endTime: changes.endTime ?? shift.endTime,
});

type Changing = { id: string; actor: Actor; changes: Changes; moved: number; notify: boolean; site: ShiftSite };

const change = async (deps: Deps, tx: Db, { id, actor, changes, moved, notify, site }: Changing): Promise<void> => {
  const locked = await lockShift(tx, id);
  if (locked === null || locked.status === "CANCELLED") throw new AppError("CONFLICT", "map.shift.cancelled");
  const after = await updateStoredShift(tx, id, {
    changes: { ...changes, ...(moved === 0 ? { date: undefined } : { date: movedDay(locked.date, moved) }) },
    at: deps.clock.now(),
  });
  const isMoved = after.date !== locked.date || after.startTime !== locked.startTime;
  if (isMoved) {
    await forgetReminders(tx, id);
    await forgetCalls(tx, { shiftId: id });
  }
  if (notify && (isMoved || after.endTime !== locked.endTime || after.location !== locked.location))
    await announce(deps, tx, { actor, shiftId: id, kind: "CHANGED", bodies: { en: null, fr: null } });
  await settlePlaces(deps, tx, { shiftId: id, site });
};
