import {
  findShift,
  findTimeZone,
  listPublicShifts as listStoredPublicShifts,
  listShifts as listStoredShifts,
  listShiftsBetween as listStoredShiftsBetween,
  listShiftsOfUser,
  listSignups,
  listTurfAssignments,
} from "@cml/db/map";
import { type Actor, AppError, type Locale, localized, type Page } from "@cml/domain/kernel";
import {
  dayIn,
  daysBetween,
  type ListShiftsInput,
  maxCalendarDays,
  type MyShift,
  type PublicShift,
  requireCutInScope,
  type Shift,
  type ShiftDetail,
  shiftEnd,
  type ShiftsBetweenInput,
  shiftStart,
} from "@cml/domain/map";
import type { Deps } from "../../deps";
import { mapScopeOf } from "../require-map-scope";

export const listShifts = async (deps: Deps, actor: Actor, input: ListShiftsInput): Promise<Page<Shift>> => {
  const scope = mapScopeOf(actor, "shift.view");
  return listStoredShifts(deps.db, input, { scope, today: dayIn(deps.clock.now(), await findTimeZone(deps.db)) });
};

/** What a calendar shows: every shift between two days. Throws INVALID for more days than a calendar has. */
export const listShiftsBetween = async (deps: Deps, actor: Actor, input: ShiftsBetweenInput): Promise<Shift[]> => {
  const scope = mapScopeOf(actor, "shift.view");
  const days = daysBetween(input.from, input.until) + 1;
  if (days < 1 || days > maxCalendarDays) throw new AppError("INVALID", "map.shift.tooManyDays");
  return listStoredShiftsBetween(deps.db, input, scope);
};

/** With who signed up and which turfs are out. Throws NOT_FOUND. */
export const getShift = async (deps: Deps, actor: Actor, id: string): Promise<ShiftDetail> => {
  const scope = mapScopeOf(actor, "shift.view");
  const shift = await findShift(deps.db, id);
  if (shift === null) throw new AppError("NOT_FOUND", "map.shift.notFound");
  if (scope !== "all") requireCutInScope(scope, shift.cutId);
  return { ...shift, signups: await listSignups(deps.db, id), turfs: await listTurfAssignments(deps.db, id) };
};

/** A shift as the public sees it, in a language. */
export const toPublicShift = (shift: Shift, timeZone: string, locale: Locale): PublicShift => ({
  id: shift.id,
  title: localized(shift, "title", locale),
  description: shift.description === null ? null : localized(shift, "description", locale),
  date: shift.date,
  startTime: shift.startTime,
  endTime: shift.endTime,
  location: shift.location === null ? null : localized(shift, "location", locale),
  place: shift.place,
  kind: shift.kind,
  cutName: shift.cutName,
  placesLeft: Math.max(0, shift.openPlaces - shift.currentVolunteers),
  openPlaces: shift.openPlaces,
  startsAt: shiftStart(shift, timeZone),
  endsAt: shiftEnd(shift, timeZone),
  contactName: shift.contactName,
  contactPhone: shift.contactPhone,
  contactEmail: shift.contactEmail,
});

/** Public shifts that are not over, in the reader's language. */
export const listPublicShifts = async (deps: Deps, actor: Actor): Promise<PublicShift[]> => {
  const now = deps.clock.now();
  const timeZone = await findTimeZone(deps.db);
  // A shift that runs past midnight belongs to the day before.
  const yesterday = dayIn(new Date(now.getTime() - 24 * 60 * 60 * 1000), timeZone);
  const shifts = await listStoredPublicShifts(deps.db, yesterday);
  return shifts.map((shift) => toPublicShift(shift, timeZone, actor.locale)).filter(({ endsAt }) => endsAt > now);
};

/** One of them. Throws NOT_FOUND for one that is not public, cancelled or over. */
export const getPublicShift = async (deps: Deps, actor: Actor, id: string): Promise<PublicShift> => {
  const shift = await findShift(deps.db, id);
  const view =
    shift?.isPublic === true && shift.status !== "CANCELLED" ? toPublicShift(shift, await findTimeZone(deps.db), actor.locale) : null;
  if (view === null || view.endsAt <= deps.clock.now()) throw new AppError("NOT_FOUND", "map.shift.notFound");
  return view;
};

/** The signed-in person's coming shifts. */
export const listMyShifts = async (deps: Deps, actor: Actor): Promise<MyShift[]> => {
  if (actor.kind !== "user") throw new AppError("UNAUTHENTICATED", "auth.signInFirst");
  const now = deps.clock.now();
  const timeZone = await findTimeZone(deps.db);
  const yesterday = dayIn(new Date(now.getTime() - 24 * 60 * 60 * 1000), timeZone);
  const rows = await listShiftsOfUser(deps.db, actor.userId, yesterday);
  return rows.map(({ shift, status }) => {
    const { id, title, description, date, startTime, endTime, startsAt, endsAt, location, place } = toPublicShift(
      shift,
      timeZone,
      actor.locale,
    );
    const isCaptain = shift.captainUserId === actor.userId;
    return { id, title, description, date, startTime, endTime, startsAt, endsAt, location, place, isCaptain, signupStatus: status };
  });
};
