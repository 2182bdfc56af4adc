import { transaction } from "@cml/db";
import { claimReminders, listPublicShifts, listStaffedShifts } from "@cml/db/map";
import type { Actor } from "@cml/domain/kernel";
import {
  dayIn,
  isWithin,
  movedDay,
  reminderWindows,
  type Shift,
  type ShiftReminder,
  shiftReminders,
  type ShiftSignup,
  shiftStart,
} from "@cml/domain/map";
import type { Deps } from "../../deps";
import { readShiftSite, type ShiftSite } from "./shift-site";
import { queueShiftMail, type ShiftMailKey, shiftsLink } from "./shift-mail";
import { shiftDayWords, shiftText, shiftTimeWords } from "./shift-words";
import { signupLink } from "./signup-links";

/**
 * The mails of the day before, the same day and after, as they fall due on the organisation's clock. By rows: a process that was off, or
 * died, sends what is still of use and nothing twice. Gives how many mails.
 */
export const sendShiftReminders = async (deps: Deps, _actor: Actor): Promise<number> => {
  const now = deps.clock.now();
  const site = await readShiftSite(deps);
  const today = dayIn(now, site.timeZone);
  const shifts = await listStaffedShifts(deps.db, { from: movedDay(today, -7), until: movedDay(today, 1) });
  let sent = 0;
  for (const shift of shifts) {
    const windows = reminderWindows(shift, site.timeZone);
    for (const reminder of shiftReminders)
      if (isWithin(windows[reminder], now)) sent += await remind(deps, { shift, reminder, site, due: windows[reminder].from });
  }
  return sent;
};

type Reminding = { shift: Shift; reminder: ShiftReminder; site: ShiftSite; due: Date };

const remind = (deps: Deps, { shift, reminder, site, due }: Reminding): Promise<number> =>
  transaction(deps.db, async (tx) => {
    const signups = await claimReminders(tx, shift.id, { reminder, placedBefore: due, now: deps.clock.now() });
    const next = reminder === "after" && signups.length > 0 ? await comingShifts({ ...deps, db: tx }, site, shift.id) : [];
    for (const signup of signups) {
      const extra = await wordsOf(deps, { signup, reminder, site, next });
      // A shift moved to another day reminds anew.
      const once = `${shift.date}T${shift.startTime}`;
      await queueShiftMail(deps, tx, { key: keyOf(reminder, signup), shift, signup, site, once, extra });
    }
    return signups.length;
  });

const keyOf = (reminder: ShiftReminder, { status }: ShiftSignup): ShiftMailKey => {
  if (reminder === "dayBefore") return "shift-day-before";
  if (reminder === "sameDay") return "shift-same-day";
  return status === "ATTENDED" ? "shift-after-attended" : "shift-after-missed";
};

type Words = { signup: ShiftSignup; reminder: ShiftReminder; site: ShiftSite; next: Shift[] };

const wordsOf = async (deps: Deps, { signup, reminder, site, next }: Words): Promise<Record<string, string>> => {
  const { locale, confirmedAt } = signup;
  const cancel = { CANCEL_URL: signupLink(deps, site, { signup, page: "?do=cancel" }) };
  if (reminder === "dayBefore")
    return confirmedAt === null
      ? { ...cancel, COMING_URL: signupLink(deps, site, { signup, page: "?do=coming" }) }
      : { ...cancel, IS_CONFIRMED: "yes" };
  if (reminder === "sameDay") return cancel;
  const lines = next.map(
    (shift) =>
      `${shiftText(shift, "title", locale)}: ${shiftDayWords(shift, locale)}, ${shiftTimeWords(shift, { locale, timeZone: site.timeZone })}`,
  );
  return { SHIFTS_URL: shiftsLink(site, signup), ...(lines.length === 0 ? {} : { NEXT_SHIFTS: lines.join("\n") }) };
};

/** The next three public shifts that still take people. */
const comingShifts = async (deps: Deps, site: ShiftSite, exceptId: string): Promise<Shift[]> => {
  const now = deps.clock.now();
  const shifts = await listPublicShifts(deps.db, dayIn(now, site.timeZone));
  return shifts.filter((shift) => shift.id !== exceptId && shift.status === "OPEN" && shiftStart(shift, site.timeZone) > now).slice(0, 3);
};
