import { z } from "zod";
import { localeSchema } from "../kernel/locale";
import { idSchema } from "../kernel/text";
import { governmentLevels, responseTypes } from "./enums";

/** A response as the wall shows it: only words and pictures whose black boxes are filled in. */
export const publicResponseSchema = z.object({
  id: idSchema,
  campaignSlug: z.string(),
  representativeName: z.string(),
  representativeTitle: z.string().nullable(),
  level: z.enum(governmentLevels),
  partyName: z.string().nullable(),
  type: z.enum(responseTypes),
  text: z.string(),
  comment: z.string().nullable(),
  screenshotUrl: z.string().nullable(),
  screenshotWidth: z.int().nullable(),
  screenshotHeight: z.int().nullable(),
  /** Null: anonymous. */
  author: z.string().nullable(),
  /** An office's own answer to everybody who wrote. */
  isOffice: z.boolean(),
  /** "YYYY-MM-DD". */
  repliedOn: z.string().nullable(),
  daysToReply: z.int().nullable(),
  confirmedByOffice: z.object({ at: z.date() }).nullable(),
  proofSeen: z.object({ at: z.date() }).nullable(),
  officeReply: z.object({ text: z.string(), at: z.date() }).nullable(),
  upvotes: z.int(),
  /** Null where the server was not told who asks. */
  upvotedByMe: z.boolean().nullable(),
  createdAt: z.date(),
  locale: localeSchema,
});
export type PublicResponse = z.infer<typeof publicResponseSchema>;
