import { z } from "zod";
import { localeSchema } from "../kernel/locale";
import { postalCodeSchema } from "../kernel/postal-code";
import { emailSchema, idSchema, lineSchema, paragraphsSchema } from "../kernel/text";
import { boxesSchema } from "./boxes";
import { governmentLevels, responseTypes } from "./enums";
import { mailedTokenInput } from "./letter-submission";
import { proofChallengeSchema } from "./proof-of-work";
import { chosenDistrictsSchema } from "./representative";

export const responseTextMost = 20_000;
const token = mailedTokenInput.shape.token;
const campaignSlug = z.string().trim().min(1).max(100);
export const repliedOnSchema = z.iso.date();

/**
 * Whose reply it is. LETTER: the recipient of one of the letters behind a receipt. KNOWN: somebody the campaign writes to,
 * found again by the server. TYPED: a name typed by hand, whose office cannot be asked.
 */
const responseAboutSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("LETTER"), receiptToken: token, letterId: idSchema, level: z.enum(governmentLevels).nullable().default(null) }),
  z.strictObject({
    kind: z.literal("KNOWN"),
    recipientKey: z.string().min(1).max(500),
    postalCode: postalCodeSchema.nullable().default(null),
    districts: chosenDistrictsSchema,
    level: z.enum(governmentLevels).nullable().default(null),
  }),
  z.strictObject({
    kind: z.literal("TYPED"),
    name: lineSchema(200, 2),
    title: lineSchema(200, 0).default(""),
    /** Asked for; null is told as missing, never guessed. */
    level: z.enum(governmentLevels).nullable().default(null),
  }),
]); // prettier-ignore

/** What the door for pictures gives: where the re-encoded picture waits for its form. */
export const pictureKeySchema = z.string().regex(/^responses\/original\/[0-9a-f-]{36}\.webp$/);

export const submitResponseInput = z
  .strictObject({
    /** Made by the form when it opens: the same id twice is the same response. */
    submissionId: idSchema,
    campaignSlug,
    about: responseAboutSchema,
    type: z.enum(responseTypes),
    text: paragraphsSchema(responseTextMost).default(""),
    comment: paragraphsSchema(2_000).default(""),
    /** The day the reply came. */
    repliedOn: repliedOnSchema.nullable().default(null),
    pictureKey: pictureKeySchema.nullable().default(null),
    /** A mail that came in by our own address, proposed to its receiver; only together with LETTER. */
    inboundMessageId: idSchema.nullable().default(null),
    name: lineSchema(100, 0).default(""),
    /** Never shown. Not needed from somebody who is signed in. */
    email: emailSchema.nullable().default(null),
    isAnonymous: z.boolean().default(false),
    askOffice: z.boolean().default(false),
    locale: localeSchema,
    /** A browser's own token, see ConfirmedBrowser. */
    remember: token.nullable().default(null),
    proof: z.string().max(2_000).nullable().default(null),
    trap: z.string().max(2_000).default(""),
    openedAt: z.date().nullable().default(null),
  })
  .superRefine(({ text, pictureKey, name, isAnonymous }, ctx) => {
    if (text.trim() === "" && pictureKey === null)
      ctx.addIssue({ code: "too_small", minimum: 1, origin: "string", path: ["text"], input: text });
    if (!isAnonymous && name.length < 2) ctx.addIssue({ code: "too_small", minimum: 2, origin: "string", path: ["name"], input: name });
  });
export type SubmitResponseInput = z.infer<typeof submitResponseInput>;

/** CONFIRM: a mail with a link is on its way. WAITING: moderators have it. PROVE: the same again with a solved challenge. */
export const submittedResponseSchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("CONFIRM"), expiresAt: z.date() }),
  z.object({ state: z.literal("WAITING"), responseId: idSchema }),
  z.object({ state: z.literal("PROVE"), challenge: proofChallengeSchema }),
]);
export type SubmittedResponse = z.infer<typeof submittedResponseSchema>;

export const prefillResponseInput = z.strictObject({ receiptToken: token, mailId: idSchema.nullable().default(null) });
export type PrefillResponseInput = z.infer<typeof prefillResponseInput>;

/** What a form opened from a receipt, or from a mail we passed on, begins with. */
export const prefilledResponseSchema = z.object({
  campaignSlug: z.string(),
  campaignTitle: z.string(),
  name: z.string(),
  /** The receipt proves it, so no mail asks for it again; null where it does not. */
  email: z.string().nullable(),
  letters: z.array(
    z.object({
      id: idSchema,
      recipientName: z.string(),
      recipientTitle: z.string().nullable(),
      /** Null: the form asks. */
      level: z.enum(governmentLevels).nullable(),
      partyName: z.string().nullable(),
      sentAt: z.date().nullable(),
      /** Its office has an address to be asked at. */
      canAskOffice: z.boolean(),
      /** Said already what came of it. */
      responseId: idSchema.nullable(),
    }),
  ),
  /** The reply as it came in, without the quoted letter; `found` is what looks personal and will be boxed. */
  mail: z
    .object({
      id: idSchema,
      letterId: idSchema,
      text: z.string(),
      found: boxesSchema.shape.text,
      repliedOn: z.string(),
      taken: z.boolean(),
    })
    .nullable(),
});
export type PrefilledResponse = z.infer<typeof prefilledResponseSchema>;

/** What the page behind a mailed link shows before anything happens. */
export const pendingResponseSchema = z.object({
  state: z.enum(["WAITING", "CONFIRMED", "EXPIRED"]),
  campaignSlug: z.string(),
  campaignTitle: z.string(),
  representativeName: z.string(),
  text: z.string(),
  comment: z.string().nullable(),
  author: z.string().nullable(),
  expiresAt: z.date(),
});
export type PendingResponse = z.infer<typeof pendingResponseSchema>;
export const confirmResponseInput = mailedTokenInput.extend({ remember: token.nullable().default(null) });
export type ConfirmResponseInput = z.input<typeof confirmResponseInput>;
export const confirmedResponseSchema = z.object({ campaignSlug: z.string(), remember: z.string() });
export type ConfirmedResponse = z.infer<typeof confirmedResponseSchema>;

type Sharing = { receiptToken: string; letterId: string; mailId: string | null };

/** Where a supporter shares the answer to one of her letters: the form, filled in from her receipt and from the mail if there is one. */
export const shareFormPath = (slug: string, { receiptToken, letterId, mailId }: Sharing): string =>
  `/c/${slug}/replies/new?letter=${receiptToken}&to=${letterId}${mailId === null ? "" : `&mail=${mailId}`}`;

/** How long an unconfirmed response waits for its mailed link. */
export const responseConfirmationDays = 7;
export const responseLimits = {
  ip: { limit: 20, windowSeconds: 3_600 },
  email: { limit: 6, windowSeconds: 3_600 },
  campaign: { limit: 600, windowSeconds: 3_600 },
  picture: { limit: 20, windowSeconds: 3_600 },
  /** Forms opened from a receipt, pages behind mailed links. */
  read: { limit: 120, windowSeconds: 300 },
} as const;
export const pictureMaxBytes = 15_000_000;
