import { z } from "zod";
import { idSchema } from "../kernel/text";

/** An address whose server refused several letters in a row; its letters wait until a person decides. */
export const parkedRecipientSchema = z.object({
  id: idSchema,
  email: z.string(),
  name: z.string().nullable(),
  refusals: z.int(),
  lastResponse: z.string().nullable(),
  parkedAt: z.date(),
  /** Letters that wait for it. */
  waiting: z.int(),
});
export type ParkedRecipient = z.infer<typeof parkedRecipientSchema>;

/** Refusals in a row after which an address is parked: for good ones, and those that ask to try later. */
export const parkAfter = { hard: 3, soft: 10 } as const;
