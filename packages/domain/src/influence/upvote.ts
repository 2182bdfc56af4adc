import { z } from "zod";
import { localeSchema } from "../kernel/locale";
import { emailSchema, idSchema } from "../kernel/text";
import { mailedTokenInput } from "./letter-submission";
import { proofChallengeSchema } from "./proof-of-work";

/** A browser's own secret; at rest there are only keyed hashes of it. */
const device = mailedTokenInput.shape.token.nullable().default(null);

export const upvoteInput = z.strictObject({
  responseId: idSchema,
  device,
  /** Needed once for each browser: a mailed link confirms it. Not from somebody who is signed in. */
  email: emailSchema.nullable().default(null),
  locale: localeSchema,
  proof: z.string().max(2_000).nullable().default(null),
  trap: z.string().max(2_000).default(""),
  openedAt: z.date().nullable().default(null),
});
export type UpvoteInput = z.infer<typeof upvoteInput>;

/** COUNTED: hers is among the upvotes. ASK: this browser is not known yet, an e-mail address is needed. CONFIRM: a link was mailed. */
export const upvotedSchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("COUNTED"), upvotes: z.int() }),
  z.object({ state: z.literal("ASK") }),
  z.object({ state: z.literal("CONFIRM"), expiresAt: z.date() }),
  z.object({ state: z.literal("PROVE"), challenge: proofChallengeSchema }),
]);
export type Upvoted = z.infer<typeof upvotedSchema>;

export const takeBackUpvoteInput = z.strictObject({ responseId: idSchema, device });
export type TakeBackUpvoteInput = z.infer<typeof takeBackUpvoteInput>;
export const upvotesSchema = z.object({ upvotes: z.int() });

/** What the page behind a mailed link shows before anything happens, and after. */
export const pendingUpvoteSchema = z.object({
  state: z.enum(["WAITING", "COUNTED", "EXPIRED"]),
  responseId: idSchema,
  campaignSlug: z.string(),
  campaignTitle: z.string(),
  representativeName: z.string(),
  text: z.string(),
  expiresAt: z.date(),
});
export type PendingUpvoteView = z.infer<typeof pendingUpvoteSchema>;

export const confirmUpvoteInput = mailedTokenInput.extend({ device });
export type ConfirmUpvoteInput = z.input<typeof confirmUpvoteInput>;
export const confirmedUpvoteSchema = z.object({ campaignSlug: z.string(), responseId: idSchema, upvotes: z.int() });
export type ConfirmedUpvote = z.infer<typeof confirmedUpvoteSchema>;

/** How long a mailed link waits. */
export const upvoteConfirmationDays = 3;
/** A school or an office shares one address: its people all count, and organisers are told that it looks odd. */
export const upvoteLimits = {
  ip: { limit: 600, windowSeconds: 3_600 },
  email: { limit: 10, windowSeconds: 3_600 },
  /** Mails one address may cause. */
  mail: { limit: 30, windowSeconds: 3_600 },
} as const;
/** From so many upvotes of one response from one address on organisers are told. */
export const oddUpvotesFrom = 10;

export const oddUpvotesInput = z.strictObject({ responseIds: z.array(idSchema).max(100) });
export type OddUpvotesInput = z.infer<typeof oddUpvotesInput>;
/** Responses with many upvotes from one address, with the most from any one. */
export const oddUpvotesSchema = z.array(z.object({ responseId: idSchema, fromOneAddress: z.int() }));
export type OddUpvotes = z.infer<typeof oddUpvotesSchema>;
