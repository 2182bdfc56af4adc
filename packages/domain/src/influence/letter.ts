import { z } from "zod";
import { localeSchema } from "../kernel/locale";
import { pageInput, pageOf } from "../kernel/page";
import { postalCodeSchema } from "../kernel/postal-code";
import { emailSchema, idSchema, lineSchema, paragraphsSchema } from "../kernel/text";
import { campaignEmailStatuses, emailMethods, governmentLevels } from "./enums";
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
  campaignId: idSchema,
  status: z.enum(campaignEmailStatuses).nullable().default(null),
  search: z.string().trim().max(200).default(""),
});
export type ListLettersInput = z.infer<typeof listLettersInput>;

export const letterIdInput = z.strictObject({ id: idSchema });

/** Boxes of the form, apart and unticked; each yes becomes a Consent row with the wording shown. */
export const letterConsentKinds = ["tellHowItEnds", "newsletter"] as const;
export type LetterConsentKind = (typeof letterConsentKinds)[number];
export const consentWordingVersion = "2026-11";

export const prepareLettersInput = z.strictObject({
  campaignSlug: z.string().trim().min(1).max(100),
  postalCode: postalCodeSchema,
  representativeIds: z.array(idSchema).min(1).max(30),
  name: lineSchema(100, 0).default(""),
  locale: localeSchema,
});
export type PrepareLettersInput = z.infer<typeof prepareLettersInput>;

/** The letter as it would be sent to each chosen person. */
export const preparedLettersSchema = z.object({
  letters: z.array(z.object({ representativeId: idSchema, recipientName: z.string(), subject: z.string(), message: z.string() })),
});

export type PreparedLetters = z.infer<typeof preparedLettersSchema>;

export const submitLettersInput = z.strictObject({
  /** Made by the form when it opens: the same id twice is the same submission. */
  submissionId: idSchema,
  campaignSlug: z.string().trim().min(1).max(100),
  postalCode: postalCodeSchema,
  representativeIds: z.array(idSchema).min(1).max(30),
  /** Only where the campaign allows editing; null keeps the campaign's text. */
  subject: lineSchema(200, 3).nullable().default(null),
  message: paragraphsSchema(20_000, 20).nullable().default(null),
  name: lineSchema(100, 2),
  email: emailSchema,
  locale: localeSchema,
  consents: z.strictObject({ tellHowItEnds: z.boolean().default(false), newsletter: z.boolean().default(false) }).prefault({}),
});
export type SubmitLettersInput = z.infer<typeof submitLettersInput>;

/** CONFIRM: a mail with a link is on its way. QUEUED: the letters are. */
export const submittedLettersSchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("CONFIRM"), expiresAt: z.date() }),
  z.object({ state: z.literal("QUEUED"), receiptToken: z.string(), letters: z.int() }),
]);
export type SubmittedLetters = z.infer<typeof submittedLettersSchema>;

export const mailedTokenInput = z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{32,128}$/) });
export type MailedTokenInput = z.infer<typeof mailedTokenInput>;

/** What the confirmation page shows before anything happens. */
export const pendingLettersSchema = z.object({
  state: z.enum(["WAITING", "CONFIRMED", "EXPIRED"]),
  campaignSlug: z.string(),
  campaignTitle: z.string(),
  name: z.string(),
  recipients: z.array(z.string()),
  /** The words of the first letter; the others differ in names only. */
  subject: z.string(),
  message: z.string(),
  expiresAt: z.date(),
});
export type PendingLetters = z.infer<typeof pendingLettersSchema>;

/** Confirmed letters; recipients who had this person's letter already are named apart. */
export const confirmedLettersSchema = z.object({ receiptToken: z.string(), letters: z.int(), alreadyWritten: z.array(z.string()) });
export type ConfirmedLetters = z.infer<typeof confirmedLettersSchema>;

export const receiptSchema = z.object({
  campaignSlug: z.string(),
  campaignTitle: z.string(),
  name: z.string(),
  letters: z.array(
    z.object({
      id: idSchema,
      recipientName: z.string(),
      recipientTitle: z.string().nullable(),
      subject: z.string(),
      message: z.string(),
      status: z.enum(campaignEmailStatuses),
      timeline: letterTimelineSchema,
    }),
  ),
});
export type Receipt = z.infer<typeof receiptSchema>;

/** How long a confirmation link works. */
export const confirmationDays = 7;

/** Per person and place; a household or a school shares an address, so that one is wide. */
export const letterLimits = {
  ip: { limit: 40, windowSeconds: 3_600 },
  email: { limit: 6, windowSeconds: 3_600 },
  campaign: { limit: 6_000, windowSeconds: 3_600 },
} as const;
