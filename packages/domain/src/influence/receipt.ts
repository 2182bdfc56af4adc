import { z } from "zod";
import { idSchema } from "../kernel/text";
import { campaignEmailStatuses, emailMethods } from "./enums";
import { mailedTokenInput } from "./letter-submission";
import { letterTimelineSchema } from "./letter-timeline";

export const receiptSchema = z.object({
  campaignSlug: z.string(),
  campaignTitle: z.string(),
  name: z.string(),
  /** Since when nothing about the person is kept any more. */
  erasedAt: z.date().nullable(),
  letters: z.array(
    z.object({
      id: idSchema,
      recipientName: z.string(),
      recipientTitle: z.string().nullable(),
      subject: z.string(),
      message: z.string(),
      method: z.enum(emailMethods),
      status: z.enum(campaignEmailStatuses),
      timeline: letterTimelineSchema,
      /** "Did you send it?" stands open. */
      canAnswer: z.boolean(),
      /** The writer said yes, and may take it back. */
      saidSent: z.boolean(),
      /** Path of the printed letter on this site. */
      pdfUrl: z.string().nullable(),
      /** Path of the form that shares its answer, filled in; null where there is no wall, or it was shared already. */
      shareUrl: z.string().nullable(),
    }),
  ),
});
export type Receipt = z.infer<typeof receiptSchema>;

const receiptToken = mailedTokenInput.shape.token;

export const answerSentInput = z.strictObject({ receiptToken, letterIds: z.array(idSchema).min(1).max(120), sent: z.boolean() });
export type AnswerSentInput = z.infer<typeof answerSentInput>;
export const answeredSentSchema = z.object({ sent: z.int(), open: z.int() });
export type AnsweredSent = z.infer<typeof answeredSentSchema>;

/** Kinds of rows that may hold something about a supporter. */
export const keptThings = [
  "LETTER",
  "WAITING_LETTER",
  "CONSENT",
  "FOLLOW_UP",
  "REMEMBERED_BROWSER",
  "CALL",
  "REPLY",
  "RESPONSE",
  "UPVOTE",
  "MAIL_LOG",
] as const;
export const keptFields = [
  "name",
  "email",
  "postalCode",
  "city",
  "street",
  "text",
  "subject",
  "phone",
  "addressHash",
  "wording",
  "source",
  "answers",
  "comment",
  "picture",
] as const;
export type KeptField = (typeof keptFields)[number];

/** A receipt's token, or the longer one of a link that was mailed to somebody who wrote no letter. */
export const aboutMeInput = z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{32,600}$/) });
export type AboutMeInput = z.infer<typeof aboutMeInput>;

/** What is kept about the writer behind a receipt, in plain words of the page: each thing with its fields and until when. */
export const aboutMeSchema = z.object({
  email: z.string().nullable(),
  /** Everything under the confirmed address; otherwise only what belongs to this receipt. */
  scope: z.enum(["ADDRESS", "SUBMISSION"]),
  kept: z.array(
    z.object({
      thing: z.enum(keptThings),
      /** What it is about: a campaign's title, the box, the day. */
      about: z.string(),
      fields: z.array(z.enum(keptFields)),
      since: z.date(),
      /** Null: until it is erased. */
      until: z.date().nullable(),
    }),
  ),
  /** Letters still waiting to leave. */
  waiting: z.int(),
  /** Letters handed over: the offices have their copies, which nobody here can erase. */
  handedOver: z.int(),
  erasedAt: z.date().nullable(),
});
export type AboutMe = z.infer<typeof aboutMeSchema>;

/** `alsoWaiting`: letters that have not left are cancelled too; otherwise they leave first and stay until then. */
export const eraseInput = aboutMeInput.extend({ alsoWaiting: z.boolean().default(true) });
export type EraseInput = z.infer<typeof eraseInput>;
export const erasedSchema = z.object({
  erased: z.int(),
  cancelled: z.int(),
  /** Letters that are on their way this moment or wait by wish; to be erased later. */
  left: z.int(),
  handedOver: z.int(),
});
export type Erased = z.infer<typeof erasedSchema>;
