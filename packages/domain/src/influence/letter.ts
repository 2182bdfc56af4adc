import { z } from "zod";
import { localeSchema } from "../kernel/locale";
import { pageInput, pageOf } from "../kernel/page";
import { idSchema } from "../kernel/text";
import { campaignEmailStatuses, emailMethods, governmentLevels } from "./enums";
import { letterHolds } from "./letter-hold";
import { letterTimelineSchema } from "./letter-timeline";

/** One letter to one recipient, as staff see it. */
export const letterSchema = z.object({
  id: idSchema,
  campaignId: idSchema,
  campaignSlug: z.string(),
  userName: z.string().nullable(),
  userEmail: z.string().nullable(),
  userPostalCode: z.string().nullable(),
  recipientName: z.string(),
  recipientTitle: z.string().nullable(),
  recipientEmail: z.string(),
  recipientLevel: z.enum(governmentLevels).nullable(),
  emailMethod: z.enum(emailMethods),
  subject: z.string(),
  message: z.string(),
  status: z.enum(campaignEmailStatuses),
  locale: localeSchema,
  createdAt: z.date(),
  queuedAt: z.date().nullable(),
  handOverStartedAt: z.date().nullable(),
  sentAt: z.date().nullable(),
  attempts: z.int(),
  nextAttemptAt: z.date().nullable(),
  smtpResponse: z.string().nullable(),
  keptLocally: z.boolean(),
  messageId: z.string().nullable(),
  submissionId: idSchema.nullable(),
  /** Local part of its own reply address, with an inbound domain. */
  replyToken: z.string().nullable(),
  recipientKey: z.string().nullable(),
  recipientParty: z.string().nullable(),
  letterVersionId: idSchema.nullable(),
  source: z.string().nullable(),
  /** Share of words that are not the campaign's, 0 to 1. */
  editedShare: z.number().nullable(),
  userStreet: z.string().nullable(),
  userCity: z.string().nullable(),
  claimedSentAt: z.date().nullable(),
  returnedAt: z.date().nullable(),
  answeredAt: z.date().nullable(),
  /** A LetterHold; null while nothing holds it. */
  heldReason: z.string().nullable(),
  handedInAt: z.date().nullable(),
  isTest: z.boolean(),
  erasedAt: z.date().nullable(),
});
export type Letter = z.infer<typeof letterSchema>;

/** One letter with all that happened to it. */
export const letterDetailSchema = letterSchema.extend({ timeline: letterTimelineSchema });
export type LetterDetail = z.infer<typeof letterDetailSchema>;

/** Lists leave the letter's text out. */
export const letterSummarySchema = letterSchema.omit({ message: true });
export type LetterSummary = z.infer<typeof letterSummarySchema>;
export const letterPageSchema = pageOf(letterSummarySchema).extend({ byStatus: z.partialRecord(z.enum(campaignEmailStatuses), z.int()) });

export const listLettersInput = pageInput.extend({
  /** Null: all campaigns the actor may see. */
  campaignId: idSchema.nullable().default(null),
  status: z.enum(campaignEmailStatuses).nullable().default(null),
  method: z.enum(emailMethods).nullable().default(null),
  /** A LetterHold: letters that wait for this reason. */
  held: z.enum(letterHolds).nullable().default(null),
  /** Address of the recipient, whole. */
  recipient: z.string().trim().max(320).default(""),
  source: z.string().trim().max(100).default(""),
  returned: z.boolean().default(false),
  answered: z.boolean().default(false),
  search: z.string().trim().max(200).default(""),
});
export type ListLettersInput = z.infer<typeof listLettersInput>;

export const letterIdInput = z.strictObject({ id: idSchema });
