import { findShift, findSignup, listPublicShifts, listShiftsOfSignup } from "@cml/db/map";
import { type Actor, AppError, localized } from "@cml/domain/kernel";
import { dayIn, movedDay, type Shift, type ShiftCalendarInput, shiftEnd, shiftStart } from "@cml/domain/map";
import { writeCalendar } from "@cml/formats";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { readSettings } from "../../settings/site-settings/settings-cache";
import { readShiftSite, shiftPageLink } from "./shift-site";
import { shiftText } from "./shift-words";
import { signupOfFeed } from "./signup-links";

const room = { limit: 60, windowSeconds: 60 };
/** A calendar that is read again keeps what lies a little behind. */
const daysBehind = 30;

/**
 * Shifts as a calendar file: one that is public, all public ones, or those of one person by the address of her own calendar, the cancelled
 * ones marked. Throws NOT_FOUND for what is not public and for an address of nobody.
 */
export const getShiftCalendar = async (deps: Deps, actor: Actor, input: ShiftCalendarInput): Promise<string> => {
  await requireRoom(deps, `shift-calendar:ip:${actor.ipHash}`, room);
  const site = await readShiftSite(deps);
  const { settings } = await readSettings(deps);
  const entries = (await shiftsOf(deps, input, site.timeZone)).map((shift) => ({
    uid: `shift-${shift.id}@${new URL(site.publicUrl).hostname}`,
    startsAt: shiftStart(shift, site.timeZone),
    endsAt: shiftEnd(shift, site.timeZone),
    changedAt: shift.updatedAt,
    title: shiftText(shift, "title", actor.locale),
    description: shiftText(shift, "description", actor.locale),
    location: shiftText(shift, "location", actor.locale),
    url: shiftPageLink(site, actor.locale, `/shifts/${shift.id}`),
    isCancelled: shift.status === "CANCELLED",
  }));
  return writeCalendar({ name: localized(settings, "organizationName", actor.locale), timeZone: site.timeZone, entries });
};

const shiftsOf = async (deps: Deps, input: ShiftCalendarInput, timeZone: string): Promise<Shift[]> => {
  const today = dayIn(deps.clock.now(), timeZone);
  switch (input.kind) {
    case "all":
      return listPublicShifts(deps.db, today);
    case "shift": {
      const shift = await findShift(deps.db, input.id);
      if (shift === null || !shift.isPublic) throw new AppError("NOT_FOUND", "map.shift.notFound");
      return [shift];
    }
    case "mine": {
      const signupId = signupOfFeed(deps, input.feedToken);
      const signup = signupId === null ? null : await findSignup(deps.db, signupId);
      if (signup === null) throw new AppError("NOT_FOUND", "map.shift.linkUnknown");
      return listShiftsOfSignup(deps.db, signup, movedDay(today, -daysBehind));
    }
  }
};
