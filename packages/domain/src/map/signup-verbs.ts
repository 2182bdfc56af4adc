import type { Shift, ShiftSignup } from "./shift";

/** What somebody may do with a sign-up of theirs. */
export const signupVerbs = ["CHANGE", "CANCEL", "TAKE", "COMING", "AGAIN"] as const;
export type SignupVerb = (typeof signupVerbs)[number];

type Signup = Pick<ShiftSignup, "status" | "offeredAt" | "offerExpiresAt" | "confirmedAt">;
type When = { shift: Pick<Shift, "status">; startsAt: Date; now: Date };

/**
 * Whether a place is there to be taken: the offer still holds it, or it was offered to the quickest of the line. A place that is held
 * lapses with its moment even before the sweep has written that down.
 */
const isOffered = ({ offeredAt, offerExpiresAt }: Signup, now: Date): boolean =>
  offeredAt !== null && (offerExpiresAt === null || now < offerExpiresAt);

/**
 * CONFIRMED → cancelled; WAITLISTED → taken while offered, or cancelled; CANCELLED → signed up again (behind the line, if there is one);
 * "I am coming" once. Nothing moves after the shift began or was cancelled.
 */
export const verbsOf = (signup: Signup, { shift, startsAt, now }: When): SignupVerb[] => {
  if (shift.status === "CANCELLED" || now >= startsAt) return [];
  switch (signup.status) {
    case "CONFIRMED":
      return signup.confirmedAt === null ? ["COMING", "CHANGE", "CANCEL"] : ["CHANGE", "CANCEL"];
    case "WAITLISTED":
      return isOffered(signup, now) ? ["TAKE", "CHANGE", "CANCEL"] : ["CHANGE", "CANCEL"];
    case "CANCELLED":
      return ["AGAIN"];
    case "ATTENDED":
    case "NO_SHOW":
      return [];
  }
};
