import { z } from "zod";
import { localeSchema } from "../kernel/locale";
import { postalCodeSchema } from "../kernel/postal-code";
import { emailSchema, idSchema, lineSchema, paragraphsSchema } from "../kernel/text";
import { emailMethods } from "./enums";
import { proofChallengeSchema } from "./proof-of-work";
import { chosenDistrictsSchema } from "./representative";

const campaignSlug = z.string().trim().min(1).max(100);

/** Most people one submission may go to; the largest council of the country is smaller. */
export const mostRecipients = 120;

/** The place and the people: null for the code where a campaign writes to the same people whoever asks. */
const chosen = {
  campaignSlug,
  postalCode: postalCodeSchema.nullable().default(null),
  districts: chosenDistrictsSchema,
  targetIds: z.array(idSchema).min(1).max(mostRecipients),
  locale: localeSchema,
};

/** Stands in the letter only, below the name. */
const street = lineSchema(200, 0).nullable().default(null);
/** The one sentence the campaign asks for. */
const personal = paragraphsSchema(1_000).nullable().default(null);
/** Where the supporter came from, ?s=flyer; anything else than a plain word is dropped, never an error. */
export const letterSourceSchema = z
  .string()
  .max(200)
  .nullable()
  .default(null)
  .transform((text) => text?.replace(/[^\w.-]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 40) || null); // prettier-ignore

/** A browser's own token (see ConfirmedBrowser): as the server gave it. */
const rememberToken = z
  .string()
  .regex(/^[A-Za-z0-9_-]{32,128}$/)
  .nullable()
  .default(null);

export const prepareLettersInput = z.strictObject({
  ...chosen,
  name: lineSchema(100, 0).default(""),
  street,
  personal,
});
export type PrepareLettersInput = z.infer<typeof prepareLettersInput>;

/** The letter as it would be sent to each chosen person, closing included. */
export const preparedLettersSchema = z.object({
  letters: z.array(
    z.object({
      targetId: idSchema,
      recipientName: z.string(),
      subject: z.string(),
      message: z.string(),
      /** Which of `texts` it is made from. */
      text: z.int(),
    }),
  ),
  /** The different texts with their variables open; letters of one text differ in names only. */
  texts: z.array(z.object({ subject: z.string(), body: z.string() })),
});
export type PreparedLetters = z.infer<typeof preparedLettersSchema>;

/** What judges whether a program fills the form in; see askForProof. */
const guards = {
  /** A solved challenge, as the solver wrote it (base64 of JSON). */
  proof: z.string().max(2_000).nullable().default(null),
  /** A field people cannot see; programs fill it. */
  trap: z.string().max(2_000).default(""),
  /** When the form was opened, by the server's clock where it drew the form. */
  openedAt: z.date().nullable().default(null),
};

export const submitLettersInput = z
  .strictObject({
    /** Made by the form when it opens: the same id twice is the same submission. */
    submissionId: idSchema,
    ...chosen,
    /** SMTP: we send it. MAILTO: the supporter's own mail program. PRINT: on paper. */
    method: z.enum(emailMethods).default("SMTP"),
    /** Only where the campaign allows editing; null keeps the campaign's text. */
    subject: lineSchema(200, 3).nullable().default(null),
    message: paragraphsSchema(20_000, 20).nullable().default(null),
    personal,
    street,
    /** Needed to send; otherwise where the campaign collects names and addresses. */
    name: lineSchema(100, 0).default(""),
    email: emailSchema.nullable().default(null),
    source: letterSourceSchema,
    remember: rememberToken,
    ...guards,
    consents: z.strictObject({ tellHowItEnds: z.boolean().default(false), newsletter: z.boolean().default(false) }).prefault({}),
  })
  .superRefine(({ method, name, email }, ctx) => {
    if (method === "MAILTO") return;
    if (name.length < 2) ctx.addIssue({ code: "too_small", minimum: 2, origin: "string", path: ["name"], input: name });
    if (method === "SMTP" && email === null) ctx.addIssue({ code: "invalid_format", format: "email", path: ["email"], input: "" });
  });
export type SubmitLettersInput = z.infer<typeof submitLettersInput>;

/** A letter that the supporter brings on its way alone. */
export const openedLetterSchema = z.object({
  id: idSchema,
  targetId: idSchema,
  recipientName: z.string(),
  recipientEmail: z.string(),
  subject: z.string(),
  message: z.string(),
  /** Links that open a new message; `bodyFits` is false for one whose text is left out and is to be pasted. */
  mailto: z.string(),
  gmail: z.string(),
  outlook: z.string(),
  bodyFits: z.object({ mailto: z.boolean(), gmail: z.boolean(), outlook: z.boolean() }),
});
export type OpenedLetter = z.infer<typeof openedLetterSchema>;

/**
 * CONFIRM: a mail with a link is on its way. QUEUED: the letters are. PROVE: the same again with a solved challenge.
 * OPENED and PRINTED: written down, and the supporter brings them on their way. `boxesMail` says that the ticked boxes
 * wait for a mail of their own to be confirmed.
 */
export const submittedLettersSchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("CONFIRM"), expiresAt: z.date() }),
  z.object({ state: z.literal("QUEUED"), receiptToken: z.string(), letters: z.int(), boxesMail: z.boolean() }),
  z.object({ state: z.literal("PROVE"), challenge: proofChallengeSchema }),
  z.object({ state: z.literal("OPENED"), receiptToken: z.string(), letters: z.array(openedLetterSchema), boxesMail: z.boolean() }),
  z.object({
    state: z.literal("PRINTED"),
    receiptToken: z.string(),
    /** Path on this site, /letters/print/{receiptToken}. */
    pdfUrl: z.string(),
    letters: z.array(z.object({ id: idSchema, targetId: idSchema, recipientName: z.string(), pdfUrl: z.string() })),
    boxesMail: z.boolean(),
  }),
]);
export type SubmittedLetters = z.infer<typeof submittedLettersSchema>;

export const submissionStateInput = z.strictObject({ submissionId: idSchema });
export type SubmissionStateInput = z.infer<typeof submissionStateInput>;

/** What a page that waits for the confirmation asks; `remember` is for this browser to keep, null where it may not. */
export const submissionStateSchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("UNKNOWN") }),
  z.object({ state: z.literal("WAITING"), expiresAt: z.date() }),
  z.object({ state: z.literal("EXPIRED") }),
  z.object({ state: z.literal("QUEUED"), receiptToken: z.string(), letters: z.int(), remember: z.string().nullable() }),
]);
export type SubmissionState = z.infer<typeof submissionStateSchema>;

/** Name and address, given before a way to send was chosen. */
export const captureInfoInput = z.strictObject({
  submissionId: idSchema,
  campaignSlug,
  name: lineSchema(100, 2),
  email: emailSchema,
  postalCode: postalCodeSchema.nullable().default(null),
  locale: localeSchema,
  source: letterSourceSchema,
  trap: guards.trap,
});
export type CaptureInfoInput = z.infer<typeof captureInfoInput>;
export const capturedInfoSchema = z.object({ captured: z.boolean() });
export type CapturedInfo = z.infer<typeof capturedInfoSchema>;

export const mailedTokenInput = z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{32,128}$/) });
export type MailedTokenInput = z.infer<typeof mailedTokenInput>;
/** `remember` is the token this browser holds already. */
export const confirmLettersInput = mailedTokenInput.extend({ remember: rememberToken });
export type ConfirmLettersInput = MailedTokenInput & { remember?: string | null };

/** Boxes of the form, apart and unticked; each yes becomes a Consent row with the wording shown. */
export const letterConsentKinds = ["tellHowItEnds", "newsletter"] as const;
export type LetterConsentKind = (typeof letterConsentKinds)[number];
export const consentWordingVersion = "2026-11";

/** What the confirmation page shows before anything happens. */
export const pendingLettersSchema = z.object({
  state: z.enum(["WAITING", "CONFIRMED", "EXPIRED"]),
  campaignSlug: z.string(),
  campaignTitle: z.string(),
  name: z.string(),
  /** As each was put aside or written. Empty: the link confirms the boxes only, because the letter went another way. */
  letters: z.array(
    z.object({ recipientName: z.string(), recipientTitle: z.string().nullable(), subject: z.string(), message: z.string() }),
  ),
  consents: z.array(z.enum(letterConsentKinds)),
  expiresAt: z.date(),
});
export type PendingLetters = z.infer<typeof pendingLettersSchema>;

/**
 * Confirmed letters; recipients who had this person's letter already are named apart. `receiptToken` is null where the
 * link confirmed boxes only. `remember` is for the browser to keep: it is not asked again for 90 days.
 */
export const confirmedLettersSchema = z.object({
  receiptToken: z.string().nullable(),
  letters: z.int(),
  alreadyWritten: z.array(z.string()),
  remember: z.string(),
});
export type ConfirmedLetters = z.infer<typeof confirmedLettersSchema>;

/** Per person and place; a household or a school shares an address, so that one is wide. */
export const letterLimits = {
  ip: { limit: 40, windowSeconds: 3_600 },
  email: { limit: 6, windowSeconds: 3_600 },
  /** Letters made to be read before they are sent. */
  prepare: { limit: 120, windowSeconds: 300 },
  /** Answers to "Did you send it?", erasures and the like. */
  receipt: { limit: 120, windowSeconds: 300 },
  /** Asked every few seconds by a page that waits. */
  waiting: { limit: 400, windowSeconds: 300 },
} as const;
