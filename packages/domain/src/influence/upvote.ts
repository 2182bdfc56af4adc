import { z } from "zod";
import { pageOf } from "../kernel/page";
import { localeSchema } from "../kernel/locale";
import { emailSchema, idSchema } from "../kernel/text";
import { responseStatuses } from "./enums";
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

export const listOddResponsesInput = z.strictObject({
  campaignId: idSchema.nullable().default(null),
  page: z.int().min(1).max(1_000).default(1),
});
export type ListOddResponsesInput = z.infer<typeof listOddResponsesInput>;
export const oddResponsesPageSize = 20;

/** A response with many upvotes from one address, or with some that were taken off. */
export const oddResponseSchema = z.object({
  id: idSchema,
  campaignId: idSchema,
  campaignTitle: z.string(),
  representativeName: z.string(),
  representativeTitle: z.string().nullable(),
  text: z.string(),
  locale: localeSchema,
  status: z.enum(responseStatuses),
  /** Those that count. */
  upvotes: z.int(),
  /** Many from one address, most first; the address itself never leaves the server. `upvoteId` is one of them and stands for all. */
  networks: z.array(z.object({ upvoteId: idSchema, upvotes: z.int(), firstAt: z.date(), lastAt: z.date() })),
  /** Taken off and not counted, newest first; `changeId` is the line of the history that puts them back. */
  takenOff: z.array(z.object({ changeId: idSchema, upvotes: z.int(), at: z.date(), byName: z.string().nullable() })),
});
export type OddResponse = z.infer<typeof oddResponseSchema>;
export const oddResponsePageSchema = pageOf(oddResponseSchema);

export const takeOffUpvotesInput = z.strictObject({ responseId: idSchema, upvoteId: idSchema });
export type TakeOffUpvotesInput = z.infer<typeof takeOffUpvotesInput>;
export const movedUpvotesSchema = z.object({ changeId: idSchema, moved: z.int(), upvotes: z.int() });
export type MovedUpvotes = z.infer<typeof movedUpvotesSchema>;

export const putBackUpvotesInput = z.strictObject({ responseId: idSchema, changeId: idSchema });
export type PutBackUpvotesInput = z.infer<typeof putBackUpvotesInput>;
