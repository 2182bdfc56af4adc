import { z } from "zod";

/** How many places to open so that enough people come. */
export const placesAdviceSchema = z.object({
  open: z.int(),
  /** Share of those signed up who come, as reckoned with. */
  attendance: z.number(),
  /** Sign-ups it was seen in; 0 where it is a rule of thumb. */
  seen: z.int(),
});
export type PlacesAdvice = z.infer<typeof placesAdviceSchema>;

/** Fewer sign-ups than this tell nothing. */
const enoughSignups = 20;
/** Without experience of one's own: campaigns see 50 to 80 of 100 come. */
const ruleOfThumb = 0.7;
// A bad week must not fill the meeting place with three times the people.
const leastAttendance = 0.4;

/** From the last shifts of the same kind: who was signed up and who came. */
export const placesAdvice = (needed: number, { signedUp, attended }: { signedUp: number; attended: number }): PlacesAdvice => {
  const isSeen = signedUp >= enoughSignups;
  const attendance = isSeen ? Math.min(1, Math.max(leastAttendance, attended / signedUp)) : ruleOfThumb;
  return { open: Math.ceil(needed / attendance - 1e-9), attendance, seen: isSeen ? signedUp : 0 };
};
