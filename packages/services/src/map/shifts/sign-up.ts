import { type Db, transaction } from "@cml/db";
import { findShift, insertSignup, listSignupsOfEmail, lockShift, nextWaitPosition, updateSignup } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import { sameName, type Shift, type ShiftSignup, shiftStart, type SignedUp, type SignUpInput } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { readShiftSite, type ShiftSite } from "./shift-site";
import { requireRoom } from "../../platform/require-room";
import { givePlace, offTheLine } from "./give-place";
import { inTurn } from "./in-turn";
import { settlePlaces } from "./settle-places";
import { queueShiftMail } from "./shift-mail";
import { newSignupHash } from "./signup-links";

// A household signs up together; more than that is somebody filling a shift, or a stranger's mailbox.
const limits = { address: { limit: 5, windowSeconds: 60 }, mailbox: { limit: 10, windowSeconds: 3600 } };

/**
 * Anybody signs up for a public shift: a place while there is one, otherwise the end of the waiting list. Never beyond the open places,
 * however many come at once, and nobody passes the line. Whoever is signed up already gets the mail again and the same answer as others.
 * Throws NOT_FOUND for a shift that is not public or over, CONFLICT once cancelled, RATE_LIMITED.
 */
export const signUpForShift = async (deps: Deps, actor: Actor, input: SignUpInput): Promise<SignedUp> => {
  await requireRoom(deps, `shift-signup:ip:${actor.ipHash}`, limits.address);
  await requireRoom(deps, `shift-signup:mail:${deps.secrets.keyedHash("shift-signup-limit", input.email)}`, limits.mailbox);
  const site = await readShiftSite(deps);
  requireTakesPeople(deps, await findShift(deps.db, input.shiftId), site);
  return inTurn(input.shiftId, () =>
    transaction(deps.db, async (tx) => {
      const locked = requireTakesPeople(deps, await lockShift(tx, input.shiftId), site);
      const before = (await listSignupsOfEmail(tx, locked.id, input.email)).find(({ userName }) => sameName(userName, input.name)) ?? null;
      const shift = await settlePlaces(deps, tx, { shiftId: locked.id, site });
      const isFree = shift.currentVolunteers < shift.openPlaces;
      const signup =
        before !== null && before.status !== "CANCELLED" ? before : await enter(deps, tx, { shift, before, input, isFree, site });
      await confirm(deps, tx, { shift, signup, site });
      return { outcome: isFree ? "PLACE" : "WAITING" };
    }),
  );
};

const requireTakesPeople = (deps: Deps, shift: Shift | null, site: ShiftSite): Shift => {
  if (shift === null || !shift.isPublic) throw new AppError("NOT_FOUND", "map.shift.notFound");
  if (shift.status === "CANCELLED") throw new AppError("CONFLICT", "map.shift.cancelled");
  if (shiftStart(shift, site.timeZone) <= deps.clock.now()) throw new AppError("NOT_FOUND", "map.shift.notFound");
  return shift;
};

type Entry = { shift: Shift; before: ShiftSignup | null; input: SignUpInput; isFree: boolean; site: ShiftSite };

const enter = async (deps: Deps, tx: Db, { shift, before, input, isFree, site }: Entry): Promise<ShiftSignup> => {
  const signup =
    before === null
      ? await addRow(deps, tx, { shift, input })
      : await updateSignup(tx, before.id, { userPhone: input.phone ?? before.userPhone, locale: input.locale });
  if (!isFree) return joinLine(deps, tx, signup);
  const placed = await givePlace(deps, tx, { shift, signup, site });
  await settlePlaces(deps, tx, { shiftId: shift.id, site });
  return placed;
};

const addRow = (deps: Deps, tx: Db, { shift, input }: Pick<Entry, "shift" | "input">): Promise<ShiftSignup> => {
  const { name, email, phone, locale } = input;
  const id = deps.newId();
  const person = { userId: null, userName: name, userEmail: email, userPhone: phone, locale };
  const kept = { shiftId: shift.id, shiftTitle: shift.title, signupSource: "PUBLIC", signupDate: deps.clock.now() } as const;
  return insertSignup(tx, { id, ...kept, ...person, status: "WAITLISTED", linkHash: newSignupHash(deps, id) });
};

/** Goes to the end of the waiting list. Call it with the shift locked. */
export const joinLine = async (deps: Deps, tx: Db, { id, shiftId }: ShiftSignup): Promise<ShiftSignup> => {
  const waitPosition = await nextWaitPosition(tx, shiftId);
  const waiting = { ...offTheLine, status: "WAITLISTED", endedBy: null, cancelledAt: null, placedAt: null } as const;
  return updateSignup(tx, id, { ...waiting, waitlistedAt: deps.clock.now(), waitPosition });
};

/** What became of it, to the address it was made with: the only place that says it. */
const confirm = async (deps: Deps, tx: Db, { shift, signup, site }: { shift: Shift; signup: ShiftSignup; site: ShiftSite }) => {
  const extra: Record<string, string> = signup.status === "WAITLISTED" ? { IS_WAITLISTED: "yes" } : {};
  await queueShiftMail(deps, tx, { key: "shift-signup-confirmation", shift, signup, site, once: null, extra });
};
