import { z } from "zod";
import { localeSchema } from "../kernel/locale";
import { idSchema, lineSchema, paragraphsSchema } from "../kernel/text";
import { shiftNoticeKinds } from "./enums";
import { publicShiftSchema } from "./shift";
import { seriesPartSchema } from "./shift-series";
import { signupVerbs } from "./signup-verbs";

/**
 * What anybody is told who signs up. The same for somebody who is signed up already: whoever types a stranger's address learns nothing;
 * the mail to that address says it.
 */
export const signedUpSchema = z.object({ outcome: z.enum(["PLACE", "WAITING"]) });
export type SignedUp = z.infer<typeof signedUpSchema>;

export const signupTokenInput = z.object({ token: z.string().min(20).max(200) });
export type SignupTokenInput = z.infer<typeof signupTokenInput>;

export const mySignupStates = [
  "PLACE",
  "WAITING",
  "OFFERED",
  "CANCELLED",
  "LAPSED",
  "ATTENDED",
  "NO_SHOW",
  "SHIFT_CANCELLED",
  "OVER",
] as const;

/** A sign-up as the page behind its personal link shows it. */
export const mySignupSchema = z.object({
  shift: publicShiftSchema,
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  state: z.enum(mySignupStates),
  verbs: z.array(z.enum(signupVerbs)),
  /** How many stand before in the waiting list. */
  ahead: z.int(),
  offerExpiresAt: z.date().nullable(),
  confirmedAt: z.date().nullable(),
  cancelReason: z.string().nullable(),
  /** Address of the calendar with this person's shifts. */
  feedToken: z.string(),
  /** Shown at the meeting place on the day; null before, after, and once checked in. */
  checkInCode: z.string().nullable(),
});
export type MySignup = z.infer<typeof mySignupSchema>;

export const actOnSignupInput = signupTokenInput.extend({ verb: z.enum(["CANCEL", "TAKE", "COMING", "AGAIN"]) });
export type ActOnSignupInput = z.infer<typeof actOnSignupInput>;

export const changeSignupInput = signupTokenInput.extend({
  name: lineSchema(120),
  phone: lineSchema(40).nullable().default(null),
  locale: localeSchema,
});
export type ChangeSignupInput = z.infer<typeof changeSignupInput>;

/** The organiser's words in either language; whoever has none in hers reads the other. */
export const noticeBodiesSchema = z.object({
  en: paragraphsSchema(4000).nullable().default(null),
  fr: paragraphsSchema(4000).nullable().default(null),
});
export type NoticeBodies = z.infer<typeof noticeBodiesSchema>;

export const noticeTextFor = (bodies: NoticeBodies, locale: "en" | "fr"): string => bodies[locale] ?? bodies.en ?? bodies.fr ?? "";

export const shiftNoticeSchema = z.object({
  id: idSchema,
  shiftId: idSchema,
  kind: z.enum(shiftNoticeKinds),
  bodies: noticeBodiesSchema,
  createdAt: z.date(),
  leavesAt: z.date(),
  sentAt: z.date().nullable(),
  withdrawnAt: z.date().nullable(),
  recipients: z.int(),
});
export type ShiftNotice = z.infer<typeof shiftNoticeSchema>;

/** Seconds in which a cancelled shift or a message can be taken back before its mails leave. */
export const noticeGraceSeconds = 20;

export const cancelShiftInput = z.object({
  id: idSchema,
  part: seriesPartSchema.default("ONE"),
  reasons: noticeBodiesSchema.default({ en: null, fr: null }),
  notify: z.boolean().default(true),
});
export type CancelShiftInput = z.input<typeof cancelShiftInput>;

export const messageShiftInput = z.object({ shiftId: idSchema, bodies: noticeBodiesSchema });
export type MessageShiftInput = z.infer<typeof messageShiftInput>;

/** How a message to everybody reads, and how many get it. */
export const messagePreviewSchema = z.object({
  recipients: z.int(),
  withoutEmail: z.int(),
  subject: z.string(),
  text: z.string(),
  locale: localeSchema,
});
export type MessagePreview = z.infer<typeof messagePreviewSchema>;

export const moveInLineInput = z.object({ id: idSchema });
export const placesAdviceInput = z.object({ kind: publicShiftSchema.shape.kind, needed: z.int().min(1).max(1000) });
export type PlacesAdviceInput = z.infer<typeof placesAdviceInput>;

/** A calendar file: one public shift, all of them, or (by its own token) one person's. */
export const shiftCalendarInput = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("all") }),
  z.object({ kind: z.literal("shift"), id: idSchema }),
  z.object({ kind: z.literal("mine"), feedToken: z.string().min(20).max(400) }),
]);
export type ShiftCalendarInput = z.infer<typeof shiftCalendarInput>;

/** One name, however it is typed: two people of a household differ, the same person twice does not. */
export const sameName = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
