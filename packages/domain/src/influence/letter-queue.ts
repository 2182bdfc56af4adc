import { z } from "zod";
import { localeSchema } from "../kernel/locale";
import { pageInput, pageOf } from "../kernel/page";
import { idSchema } from "../kernel/text";
import { campaignEmailStatuses } from "./enums";
import { settlements } from "./letter-event";
import { letterHolds } from "./letter-hold";

/** One campaign, or null for all the actor may see. */
export const letterScopeInput = z.strictObject({ campaignId: idSchema.nullable().default(null) });
export type LetterScope = z.infer<typeof letterScopeInput>;

/** Where the letters are at this moment. */
export const sendingOverviewSchema = z.object({
  /** The pause button of the whole house. */
  housePaused: z.boolean(),
  /** Submissions whose address is not confirmed yet. */
  unconfirmed: z.int(),
  /** Due, and only waiting for their turn, on the job queue or before it. */
  waiting: z.int(),
  /** In the hands of a process at this moment. */
  active: z.int(),
  /** Waiting to be tried again. */
  delayed: z.int(),
  /** Due but held, by reason. */
  held: z.partialRecord(z.enum(letterHolds), z.int()),
  byStatus: z.partialRecord(z.enum(campaignEmailStatuses), z.int()),
  /** Refused at the door; FAILED holds those that came back as well. */
  refused: z.int(),
  returned: z.int(),
  answered: z.int(),
  /** Addresses that refused repeatedly. */
  parked: z.int(),
  /** Letters an hour, from the last ten minutes. */
  ratePerHour: z.int(),
  /** The next moment by which letters of a campaign count, and how many of them still wait. */
  deadline: z.object({ campaignId: idSchema, title: z.string(), at: z.date(), waiting: z.int() }).nullable(),
});
export type SendingOverview = z.infer<typeof sendingOverviewSchema>;

/** Some letters by their ids, or (null) all of the scope that are in the state the action is for. */
export const chosenLettersInput = letterScopeInput.extend({ ids: z.array(idSchema).min(1).max(500).nullable().default(null) });
export type ChosenLetters = z.infer<typeof chosenLettersInput>;

export const retryLettersInput = chosenLettersInput.extend({ from: z.enum(["FAILED", "CANCELLED"]) });
export type RetryLettersInput = z.infer<typeof retryLettersInput>;
export const settleLettersInput = chosenLettersInput.extend({ settlement: z.enum(settlements) });
export type SettleLettersInput = z.infer<typeof settleLettersInput>;
/** Which letters are uncertain again, and how they had been settled. */
export const unsettleLettersInput = z.strictObject({ ids: z.array(idSchema).min(1).max(500), settlement: z.enum(settlements) });
export type UnsettleLettersInput = z.infer<typeof unsettleLettersInput>;

/** How many letters changed, and (up to 500) which, so that it can be undone. */
export const changedLettersSchema = z.object({ changed: z.int(), ids: z.array(idSchema) });
export type ChangedLetters = z.infer<typeof changedLettersSchema>;

export const parkedRecipientInput = z.strictObject({ id: idSchema });

export const emailLogStatuses = ["sent", "failed", "previewed"] as const;
export const emailLogSchema = z.object({
  id: idSchema,
  recipientEmail: z.string(),
  senderName: z.string().nullable(),
  senderEmail: z.string().nullable(),
  subject: z.string(),
  status: z.string(),
  templateKey: z.string().nullable(),
  /** The template's name in the reader's language; null for letters, which follow none, and for templates that are gone. */
  templateName: z.string().nullable(),
  error: z.string().nullable(),
  sentAt: z.date(),
});
export type EmailLog = z.infer<typeof emailLogSchema>;
export const emailLogPageSchema = pageOf(emailLogSchema);
export const listEmailLogInput = pageInput.extend({
  search: z.string().trim().max(320).default(""),
  status: z.enum(emailLogStatuses).nullable().default(null),
  locale: localeSchema,
});
export type ListEmailLogInput = z.infer<typeof listEmailLogInput>;

/** Old entries of the mail log, and letters cancelled so long ago. */
export const cleanSendingInput = z.strictObject({ olderThanDays: z.int().min(7).max(3_650) });
export const cleanedSendingSchema = z.object({ logEntries: z.int(), cancelledLetters: z.int() });
export type CleanedSending = z.infer<typeof cleanedSendingSchema>;
