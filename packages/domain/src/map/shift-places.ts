import type { Shift, ShiftSignup } from "./shift";

const hourMs = 60 * 60 * 1000;

/** Hours an offered place is held, how long before the shift every offer has ended, and the least worth holding one for. */
const offerHours = { held: 12, endsBefore: 2, least: 1 } as const;

/** So near the shift nobody is waited for: the first of the line are asked at once, and the quickest has the place. */
const askedAtOnce = 3;

type Held = Pick<ShiftSignup, "status" | "offerExpiresAt">;

/** An offered place is taken until its offer ends: nobody else may have it meanwhile. */
export const holdsPlace = ({ status, offerExpiresAt }: Held): boolean =>
  status === "CONFIRMED" || status === "ATTENDED" || (status === "WAITLISTED" && offerExpiresAt !== null);

/** How a place that is free at `now` is offered: held for one until a moment, for whoever is quickest (null), or not at all. */
export const offerTerms = (now: Date, startsAt: Date): { until: Date | null } | "over" => {
  if (now >= startsAt) return "over";
  const latest = startsAt.getTime() - offerHours.endsBefore * hourMs;
  const until = Math.min(now.getTime() + offerHours.held * hourMs, latest);
  return { until: until - now.getTime() < offerHours.least * hourMs ? null : new Date(until) };
};

type Waiting = Pick<ShiftSignup, "id" | "status" | "offeredAt" | "offerExpiresAt" | "waitPosition">;
type Places = Pick<Shift, "openPlaces" | "currentVolunteers" | "status">;
export type OfferPlan = { signupIds: string[]; until: Date | null };

/** Those who wait without an offer that holds a place, first come first. */
const inLine = (signups: readonly Waiting[]): Waiting[] =>
  signups
    .filter(({ status, offerExpiresAt }) => status === "WAITLISTED" && offerExpiresAt === null)
    .sort((a, b) => (a.waitPosition ?? 0) - (b.waitPosition ?? 0));

/** Who is offered the free places now, in the order of the line; nobody twice for the same place. */
export const planOffers = (shift: Places, signups: readonly Waiting[], { now, startsAt }: { now: Date; startsAt: Date }): OfferPlan => {
  const free = shift.openPlaces - shift.currentVolunteers;
  const terms = offerTerms(now, startsAt);
  if (shift.status === "CANCELLED" || free <= 0 || terms === "over") return { signupIds: [], until: null };
  const line = inLine(signups);
  const asked =
    terms.until === null ? line.slice(0, Math.max(free, askedAtOnce)).filter(({ offeredAt }) => offeredAt === null) : line.slice(0, free);
  return { signupIds: asked.map(({ id }) => id), until: terms.until };
};
