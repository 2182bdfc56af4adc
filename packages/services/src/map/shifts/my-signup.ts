import { type Db, isUniqueViolation, transaction } from "@cml/db";
import { findShift, findSignup, findSignupByLink, listWaiting, lockShift, updateSignup } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import {
  type ActOnSignupInput,
  type ChangeSignupInput,
  type MySignup,
  type Shift,
  shiftEnd,
  type ShiftSignup,
  shiftStart,
  type SignupTokenInput,
  verbsOf,
} from "@cml/domain/map";
import type { Deps } from "../../deps";
import { checkInCodeFor } from "../shift-day/check-in-code";
import { readShiftSite, type ShiftSite } from "./shift-site";
import { requireRoom } from "../../platform/require-room";
import { givePlace, offTheLine } from "./give-place";
import { inTurn } from "./in-turn";
import { toPublicShift } from "./read-shifts";
import { settlePlaces } from "./settle-places";
import { joinLine } from "./sign-up";
import { shiftText } from "./shift-words";
import { feedTokenOf, signupHashOf } from "./signup-links";

const room = { limit: 60, windowSeconds: 60 };
/** Days the link works after its shift. */
const linkDays = 14;

type Mine = { shift: Shift; signup: ShiftSignup; site: ShiftSite };

const requireMine = async (deps: Deps, actor: Actor, token: string): Promise<Mine> => {
  await requireRoom(deps, `shift-link:ip:${actor.ipHash}`, room);
  const signup = await findSignupByLink(deps.db, signupHashOf(deps, token));
  const shift = signup === null ? null : await findShift(deps.db, signup.shiftId);
  const site = await readShiftSite(deps);
  if (signup === null || shift === null || deps.clock.now().getTime() > shiftEnd(shift, site.timeZone).getTime() + linkDays * 86_400_000)
    throw new AppError("NOT_FOUND", "map.shift.linkUnknown");
  return { shift, signup, site };
};

/** The page behind a personal link. Reading it changes nothing. Throws NOT_FOUND for a link of nobody, or too old. */
export const getMySignup = async (deps: Deps, actor: Actor, { token }: SignupTokenInput): Promise<MySignup> =>
  pageOf(deps, actor, await requireMine(deps, actor, token));

const pageOf = async (deps: Deps, actor: Actor, { shift, signup, site }: Mine): Promise<MySignup> => {
  const now = deps.clock.now();
  const startsAt = shiftStart(shift, site.timeZone);
  const verbs = verbsOf(signup, { shift, startsAt, now });
  const ahead =
    signup.status === "WAITLISTED"
      ? (await listWaiting(deps.db, shift.id)).filter(({ waitPosition }) => (waitPosition ?? 0) < (signup.waitPosition ?? 0))
      : [];
  return {
    shift: toPublicShift(shift, site.timeZone, actor.locale),
    name: signup.userName,
    email: signup.userEmail,
    phone: signup.userPhone,
    state: stateOf(shift, signup, { isOver: now >= startsAt, isOffered: verbs.includes("TAKE") }),
    verbs,
    ahead: ahead.length,
    offerExpiresAt: signup.offerExpiresAt,
    confirmedAt: signup.confirmedAt,
    cancelReason: shift.status === "CANCELLED" ? shiftText(shift, "cancelReason", actor.locale) : null,
    feedToken: feedTokenOf(deps, signup.id),
    checkInCode: checkInCodeFor(deps, { shift, signup, timeZone: site.timeZone }),
  };
};

const stateOf = (shift: Shift, signup: ShiftSignup, { isOver, isOffered }: { isOver: boolean; isOffered: boolean }): MySignup["state"] => {
  if (shift.status === "CANCELLED") return "SHIFT_CANCELLED";
  if (signup.status === "ATTENDED" || signup.status === "NO_SHOW") return signup.status;
  if (signup.status === "CANCELLED") return signup.endedBy === "LAPSED" ? "LAPSED" : "CANCELLED";
  if (isOver) return "OVER";
  if (signup.status === "CONFIRMED") return "PLACE";
  if (isOffered) return "OFFERED";
  return "WAITING";
};

/** Does what a button of the page says, once, and gives the page as it is then. Throws CONFLICT when it cannot be done any more. */
export const actOnMySignup = async (deps: Deps, actor: Actor, { token, verb }: ActOnSignupInput): Promise<MySignup> => {
  const { signup, site } = await requireMine(deps, actor, token);
  await inTurn(signup.shiftId, () =>
    transaction(deps.db, async (tx) => {
      const shift = await lockShift(tx, signup.shiftId);
      const current = await findSignup(tx, signup.id);
      if (shift === null || current === null) throw new AppError("NOT_FOUND", "map.shift.linkUnknown");
      // Pressed twice, or in two tabs: it is done.
      if (isDone(current, verb)) return;
      const verbs = verbsOf(current, { shift, startsAt: shiftStart(shift, site.timeZone), now: deps.clock.now() });
      if (!verbs.includes(verb)) throw new AppError("CONFLICT", verb === "TAKE" ? "map.shift.offerOver" : "map.shift.tooLate");
      await act(deps, tx, { shift, signup: current, site, verb });
      await settlePlaces(deps, tx, { shiftId: shift.id, site });
    }),
  );
  return pageOf(deps, actor, await requireMine(deps, actor, token));
};

type Acting = Mine & { verb: ActOnSignupInput["verb"] };

const isDone = ({ status, confirmedAt }: ShiftSignup, verb: Acting["verb"]): boolean => {
  if (verb === "CANCEL") return status === "CANCELLED";
  if (verb === "COMING") return status === "CONFIRMED" && confirmedAt !== null;
  return verb === "TAKE" ? status === "CONFIRMED" : status === "CONFIRMED" || status === "WAITLISTED";
};

const act = async (deps: Deps, tx: Db, { shift, signup, site, verb }: Acting): Promise<void> => {
  const at = deps.clock.now();
  switch (verb) {
    case "COMING":
      await updateSignup(tx, signup.id, { confirmedAt: at });
      return;
    case "CANCEL":
      await updateSignup(tx, signup.id, { ...offTheLine, status: "CANCELLED", endedBy: "VOLUNTEER", cancelledAt: at });
      return;
    case "TAKE": {
      // An offer that holds a place is counted already; one for the quickest is not.
      if (signup.offerExpiresAt === null && shift.currentVolunteers >= shift.openPlaces)
        throw new AppError("CONFLICT", "map.shift.offerOver");
      await givePlace(deps, tx, { shift, signup, site });
      return;
    }
    case "AGAIN": {
      const settled = await settlePlaces(deps, tx, { shiftId: shift.id, site });
      if (settled.currentVolunteers < settled.openPlaces) await givePlace(deps, tx, { shift: settled, signup, site });
      else await joinLine(deps, tx, signup);
    }
  }
};

/** Corrects name, telephone number or language. Throws CONFLICT when the shift began, or the name is another person's of that address. */
export const changeMySignup = async (deps: Deps, actor: Actor, { token, name, phone, locale }: ChangeSignupInput): Promise<MySignup> => {
  const { shift, signup, site } = await requireMine(deps, actor, token);
  const verbs = verbsOf(signup, { shift, startsAt: shiftStart(shift, site.timeZone), now: deps.clock.now() });
  if (!verbs.includes("CHANGE")) throw new AppError("CONFLICT", "map.shift.tooLate");
  await renamed(updateSignup(deps.db, signup.id, { userName: name, userPhone: phone, locale }));
  return pageOf(deps, actor, await requireMine(deps, actor, token));
};

const renamed = async (work: Promise<unknown>): Promise<void> => {
  try {
    await work;
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError("CONFLICT", "map.shift.alreadySignedUp", {}, { cause: error });
    throw error;
  }
};
