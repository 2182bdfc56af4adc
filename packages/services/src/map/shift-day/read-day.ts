import type { Db } from "@cml/db";
import { findUser } from "@cml/db/auth";
import { findClosing, findCut, findDayPerson, listDayPeople, listDayPhones, listDayTurfs } from "@cml/db/map";
import type { User } from "@cml/domain/auth";
import { type Actor, AppError, type Locale, localized } from "@cml/domain/kernel";
import { dayBegins, type DayPerson, type DayTurf, type Shift, type ShiftDay, shiftEnd, shiftStart } from "@cml/domain/map";
import { translate } from "@cml/i18n";
import type { Deps } from "../../deps";
import type { ShiftSite } from "../shifts/shift-site";
import { shiftText, shiftTimeWords } from "../shifts/shift-words";
import { requireShiftRight, type ShiftRight } from "./shift-right";

/** A shift as its captain leads it: who is here, which turf is with whom, what phones still hold. Throws FORBIDDEN. */
export const readShiftDay = async (deps: Deps, actor: Actor, { shiftId }: { shiftId: string }): Promise<ShiftDay> =>
  dayOf(deps, actor, await requireShiftRight(deps, actor, { shiftId, permission: "shift.view" }));

export const dayOf = async (deps: Deps, actor: Actor, { shift, site }: ShiftRight): Promise<ShiftDay> => {
  const { id, date, startTime, endTime, kind, status, captainUserId } = shift;
  const captain = captainUserId === null ? null : await findUser(deps.db, captainUserId);
  const turfs = await listDayTurfs(deps.db, id);
  return {
    shift: {
      ...{ id, date, startTime, endTime, kind, status, captainUserId },
      title: localized(shift, "title", actor.locale),
      location: shift.location === null ? null : localized(shift, "location", actor.locale),
      startsAt: shiftStart(shift, site.timeZone),
      endsAt: shiftEnd(shift, site.timeZone),
      needed: shift.maxVolunteers,
      captainName: captain?.name ?? null,
      ...(await findClosing(deps.db, id)),
    },
    asOf: deps.clock.now(),
    checkInFrom: dayBegins(shift, site.timeZone),
    people: await listDayPeople(deps.db, id),
    turfs,
    free: await freeAreas(deps.db, shift, turfs),
    phones: await listDayPhones(deps.db, id),
    texts: { en: textIn(shift, captain, { locale: "en", site }), fr: textIn(shift, captain, { locale: "fr", site }) },
  };
};

type TextFor = { locale: Locale; site: ShiftSite };

const textIn = (shift: Shift, captain: User | null, { locale, site }: TextFor): string => {
  const where = shiftText(shift, "location", locale);
  return translate(locale, "map:shiftDay.text", {
    name: "{name}",
    captain: captain?.name ?? "",
    title: shiftText(shift, "title", locale),
    time: shiftTimeWords(shift, { locale, timeZone: site.timeZone }),
    where: where === "" ? "" : `, ${where}`,
  });
};

/** What can still be handed out as a whole: the shift's area, and areas whose turf came back, while nobody has them. */
const freeAreas = async (db: Db, { cutId, cutName }: Shift, turfs: readonly DayTurf[]): Promise<ShiftDay["free"]> => {
  const areas = new Map(turfs.map((turf) => [turf.cutId, turf.cutName]));
  if (cutId !== null) areas.set(cutId, cutName ?? (await findCut(db, cutId))?.name ?? "");
  const taken = new Set(turfs.filter(({ returnedAt }) => returnedAt === null).map((turf) => turf.cutId));
  return [...areas].filter(([id]) => !taken.has(id)).map(([id, name]) => ({ cutId: id, cutName: name }));
};

export const requireDayPerson = async (db: Db, shiftId: string, signupId: string): Promise<DayPerson> => {
  const person = await findDayPerson(db, shiftId, signupId);
  if (person === null) throw new AppError("NOT_FOUND", "map.shift.signupNotFound");
  return person;
};
