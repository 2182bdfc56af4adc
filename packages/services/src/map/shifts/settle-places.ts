import { type Db, transaction } from "@cml/db";
import { forgetOpenOffers, listShiftsToOffer, listWaiting, lockShift, recountShift, updateSignup } from "@cml/db/map";
import type { Actor } from "@cml/domain/kernel";
import { dayIn, holdsPlace, planOffers, type Shift, type ShiftSignup, shiftStart } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { readShiftSite, type ShiftSite } from "./shift-site";
import { offTheLine } from "./give-place";
import { queueShiftMail, shiftsLink } from "./shift-mail";
import { momentWords } from "./shift-words";
import { signupLink } from "./signup-links";

type Settling = { shiftId: string; site: ShiftSite };

/**
 * Brings a shift's places up to date: offers that ran out are over, and free places are offered to the first in line, with their mails in
 * the same transaction. Whatever frees a place calls this with the shift locked; the sweep calls it for what only time changed.
 */
export const settlePlaces = async (deps: Deps, tx: Db, { shiftId, site }: Settling): Promise<Shift> => {
  const now = deps.clock.now();
  const counted = await recountShift(tx, shiftId);
  const waiting = await listWaiting(tx, shiftId);
  if (waiting.length === 0) return counted;
  const lapsed = waiting.filter(({ offerExpiresAt }) => offerExpiresAt !== null && offerExpiresAt <= now);
  for (const signup of lapsed) await endOffer(deps, tx, { shift: counted, signup, site });
  const shift = lapsed.length === 0 ? counted : await recountShift(tx, shiftId);
  const line = waiting.filter((signup) => !lapsed.includes(signup));
  const plan = planOffers(shift, line, { now, startsAt: shiftStart(shift, site.timeZone) });
  for (const signup of line.filter(({ id }) => plan.signupIds.includes(id))) {
    const offered = await updateSignup(tx, signup.id, { offeredAt: now, offerExpiresAt: plan.until });
    await mailOffer(deps, tx, { shift, signup: offered, site });
  }
  const settled = plan.until === null ? shift : await recountShift(tx, shiftId);
  if (settled.status === "FULL" && line.some((signup) => signup.offeredAt !== null && !holdsPlace(signup)))
    await forgetOpenOffers(tx, shiftId);
  return settled;
};

type Concerned = { shift: Shift; signup: ShiftSignup; site: ShiftSite };

const endOffer = async (deps: Deps, tx: Db, { shift, signup, site }: Concerned): Promise<void> => {
  const at = deps.clock.now();
  await updateSignup(tx, signup.id, { ...offTheLine, status: "CANCELLED", endedBy: "LAPSED", cancelledAt: at });
  const extra = { SHIFTS_URL: shiftsLink(site, signup) };
  await queueShiftMail(deps, tx, { key: "shift-offer-ended", shift, signup, site, once: String(signup.offeredAt?.getTime()), extra });
};

const mailOffer = async (deps: Deps, tx: Db, { shift, signup, site }: Concerned): Promise<void> => {
  const { locale, offerExpiresAt } = signup;
  const TAKE_URL = signupLink(deps, site, { signup, page: "?do=take" });
  const until: Record<string, string> =
    offerExpiresAt === null ? {} : { OFFER_UNTIL: momentWords(offerExpiresAt, { locale, timeZone: site.timeZone }) };
  const once = String(signup.offeredAt?.getTime());
  await queueShiftMail(deps, tx, { key: "shift-offer", shift, signup, site, once, extra: { TAKE_URL, ...until } });
};

/** Offers what became free by time alone, or was left when a process died. Gives how many shifts were looked at. */
export const sweepPlaces = async (deps: Deps, _actor: Actor): Promise<number> => {
  const now = deps.clock.now();
  const site = await readShiftSite(deps);
  const ids = await listShiftsToOffer(deps.db, { from: dayIn(new Date(now.getTime() - 24 * 60 * 60 * 1000), site.timeZone), now });
  for (const shiftId of ids)
    await transaction(deps.db, async (tx) => {
      if ((await lockShift(tx, shiftId)) !== null) await settlePlaces(deps, tx, { shiftId, site });
    });
  return ids.length;
};
