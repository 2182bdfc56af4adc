import { z } from "zod";
import { idSchema } from "../kernel/text";
import { letterEventKinds } from "./enums";

/**
 * What happened to a letter. `words` are the server's or the office's own, one line; HELD carries a LetterHold, SETTLED
 * "ARRIVED" or "AGAIN" (settlements) or that one was taken back, a CANCELLED nothing.
 */
export const letterEventSchema = z.object({
  id: idSchema,
  letterId: idSchema,
  kind: z.enum(letterEventKinds),
  at: z.date(),
  words: z.string().nullable(),
  byUserId: idSchema.nullable(),
});
export type LetterEvent = z.infer<typeof letterEventSchema>;

/** What a person decides about an uncertain letter. */
export const settlements = ["ARRIVED", "AGAIN"] as const;
export type Settlement = (typeof settlements)[number];
/** In the place of a settlement: the one before was taken back, and the letter is uncertain as it was. */
export const takenBack = "TAKEN_BACK";
