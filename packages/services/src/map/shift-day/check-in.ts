import { type Db, transaction } from "@cml/db";
import { type DayMarks, type DaySignup, findDaySignup, findClosing, lockShift, markDaySignup } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import {
  type CheckInInput,
  dayBegins,
  type DayPerson,
  type MarkBackInput,
  statusBeforeCheckIn,
  type UndoCheckInInput,
} from "@cml/domain/map";
import type { Deps } from "../../deps";
import { userIdOf } from "../require-map-scope";
import { settlePlaces } from "../shifts/settle-places";
import { requireDayPerson } from "./read-day";
import { requireDay, type ShiftRight } from "./shift-right";

type Change = (tx: Db, signup: DaySignup) => Promise<DayMarks | null>;
type Concerned = { right: ShiftRight; signupId: string };

/** Changes one person's standing with the shift locked, so that places and FULL follow. Throws NOT_FOUND, CONFLICT once it is closed. */
const changeOne = (deps: Deps, { right, signupId }: Concerned, change: Change): Promise<DayPerson> =>
  transaction(deps.db, async (tx) => {
    const { shift, site } = right;
    await lockShift(tx, shift.id);
    if ((await findClosing(tx, shift.id)).closedAt !== null) throw new AppError("CONFLICT", "map.shiftDay.closed");
    const signup = await findDaySignup(tx, shift.id, signupId);
    if (signup === null) throw new AppError("NOT_FOUND", "map.shift.signupNotFound");
    const marks = await change(tx, signup);
    if (marks !== null) {
      await markDaySignup(tx, signupId, marks);
      if (marks.status !== undefined) await settlePlaces(deps, tx, { shiftId: shift.id, site });
    }
    return requireDayPerson(tx, shift.id, signupId);
  });

/** When it happened, for what a phone brings late: never before the day or in the future. */
export const momentOfDay = (deps: Deps, { shift, site }: ShiftRight, at: Date | null): Date => {
  const now = deps.clock.now();
  const from = dayBegins(shift, site.timeZone);
  if (now < from) throw new AppError("CONFLICT", "map.shiftDay.tooEarly");
  return at === null || at > now || at < from ? now : at;
};

/**
 * Somebody is here; whoever stands here is not turned away, also from the waiting list or after cancelling. Twice is once. Throws
 * CONFLICT before the shift's day and once it is closed.
 */
export const checkIn = async (deps: Deps, actor: Actor, { shiftId, signupId, at }: CheckInInput): Promise<DayPerson> => {
  const right = await requireDay(deps, actor, shiftId);
  return checkInOne(deps, actor, { right, signupId, at: momentOfDay(deps, right, at) });
};

/** An organiser may have taken somebody off the list who was checked in: they can be checked in anew. */
const isHere = ({ status, checkedInAt }: DaySignup): boolean => status === "ATTENDED" && checkedInAt !== null;

type Checking = Concerned & { at: Date };

export const checkInOne = (deps: Deps, actor: Actor, { at, ...concerned }: Checking): Promise<DayPerson> =>
  changeOne(deps, concerned, (_tx, signup) =>
    Promise.resolve(
      isHere(signup)
        ? null
        : { status: "ATTENDED", checkedInAt: at, checkedInByUserId: userIdOf(actor), leftAt: null, offeredAt: null, offerExpiresAt: null },
    ),
  );

/**
 * They are not here after all: what the sign-up was before stands again, and a walk-up leaves the list. Twice is once. Throws CONFLICT
 * while they have a turf.
 */
export const undoCheckIn = async (deps: Deps, actor: Actor, { shiftId, signupId }: UndoCheckInInput): Promise<DayPerson> => {
  const right = await requireDay(deps, actor, shiftId);
  return changeOne(deps, { right, signupId }, async (tx, signup) => {
    if (!isHere(signup)) return null;
    if ((await requireDayPerson(tx, shiftId, signupId)).state === "OUT") throw new AppError("CONFLICT", "map.shiftDay.hasTurf");
    const cleared = { checkedInAt: null, checkedInByUserId: null, leftAt: null };
    return signup.signupSource === "WALK_UP"
      ? { ...cleared, status: "CANCELLED", endedBy: "ORGANISER", cancelledAt: deps.clock.now() }
      : { ...cleared, status: statusBeforeCheckIn(signup) };
  });
};

/** They went home, or (`back` false) did not. Throws CONFLICT while they have a turf, or were not here. */
export const markBack = async (deps: Deps, actor: Actor, { shiftId, signupId, back, at }: MarkBackInput): Promise<DayPerson> => {
  const right = await requireDay(deps, actor, shiftId);
  return changeOne(deps, { right, signupId }, async (tx, signup) => {
    if ((signup.leftAt !== null) === back) return null;
    if (!back) return { leftAt: null };
    if (signup.checkedInAt === null) throw new AppError("CONFLICT", "map.shiftDay.notHere");
    if ((await requireDayPerson(tx, shiftId, signupId)).state === "OUT") throw new AppError("CONFLICT", "map.shiftDay.hasTurf");
    return { leftAt: momentOfDay(deps, right, at) };
  });
};
