import { z } from "zod";
import { idSchema, lineSchema, paragraphsSchema } from "../kernel/text";
import { boxesSchema } from "./boxes";
import { governmentLevels, type ResponseChangeKind, responseTypes } from "./enums";
import { responseChangeSchema, responseSchema } from "./response";
import { repliedOnSchema, responseTextMost } from "./response-submission";

/** Piles of the moderators' desk. DISPUTED: reported by its office; OFFICE_REPLY: an office's reply to a response waits. */
export const responseDesks = ["PENDING", "APPROVED", "REJECTED", "DISPUTED", "OFFICE_REPLY"] as const;
export type ResponseDesk = (typeof responseDesks)[number];

export const listResponsesInput = z.strictObject({
  /** Null: all of them. What waits comes oldest first, everything else newest first. */
  desk: z.enum(responseDesks).nullable().default("PENDING"),
  campaignId: idSchema.nullable().default(null),
  type: z.enum(responseTypes).nullable().default(null),
  /** Words, each as the beginning of one, in names, addresses and what was said. */
  search: z.string().trim().max(200).default(""),
  /** `next` of the page before. */
  after: z.string().max(100).regex(/^\d{1,16}_[0-9a-f-]{36}$/).nullable().default(null),
  /** Of a list that is read by pages; without meaning where `after` is given. */
  page: z.int().min(1).max(100_000).default(1),
  limit: z.int().min(1).max(100).default(20),
}); // prettier-ignore
export type ListResponsesInput = z.infer<typeof listResponsesInput>;

/** So many finds are counted: who finds more looks for something else. */
export const searchedMost = 500;

export const responsePageSchema = z.object({
  items: z.array(responseSchema),
  next: z.string().nullable(),
  /** How many rows the pile that was asked for has; of a search at most `searchedMost`. */
  total: z.int(),
  /** There are more than `total`. */
  isMore: z.boolean(),
  /** How many there are on each pile, with the same campaign and type, whatever is searched. */
  counts: z.record(z.enum(responseDesks), z.int()),
});
export type ResponsePage = z.infer<typeof responsePageSchema>;

/** A place in the list: the moment and the id of the last row, so that nothing is skipped or shown twice while rows move. */
export const cursorOf = ({ createdAt, id }: { createdAt: Date; id: string }): string => `${createdAt.getTime()}_${id}`;
export const readCursor = (cursor: string): { createdAt: Date; id: string } => {
  const [time = "", id = ""] = cursor.split("_");
  return { createdAt: new Date(Number(time)), id };
};

export const responseIdInput = z.strictObject({ id: idSchema });

/** One response with its history, oldest first. */
export const responseFileSchema = z.object({
  response: responseSchema,
  history: z.array(responseChangeSchema),
  /** The letter it answers. */
  letter: z.object({ subject: z.string(), message: z.string(), sentAt: z.date().nullable() }).nullable(),
  /** The mail it was taken from, as the office sent it. */
  mail: z
    .object({ fromEmail: z.string().nullable(), subject: z.string().nullable(), text: z.string().nullable(), receivedAt: z.date() })
    .nullable(),
});
export type ResponseFile = z.infer<typeof responseFileSchema>;

const reason = paragraphsSchema(1_000, 3);
const reasonIfRejected = (
  { decision, reason: given }: { decision: "APPROVED" | "REJECTED"; reason: string | null },
  ctx: z.RefinementCtx,
): void => {
  if (decision === "REJECTED" && given === null)
    ctx.addIssue({ code: "too_small", minimum: 3, origin: "string", path: ["reason"], input: "" });
};
export const rejectResponseInput = responseIdInput.extend({
  /** Told to the submitter. */
  reason,
});
export type RejectResponseInput = z.infer<typeof rejectResponseInput>;

/** Only what is to change; the words that were there stay in the history. */
export const editResponseInput = responseIdInput.extend({
  representativeName: lineSchema(200, 2).optional(),
  representativeTitle: lineSchema(200, 0).nullable().optional(),
  level: z.enum(governmentLevels).optional(),
  type: z.enum(responseTypes).optional(),
  text: paragraphsSchema(responseTextMost).optional(),
  comment: paragraphsSchema(2_000).nullable().optional(),
  repliedOn: repliedOnSchema.nullable().optional(),
  note: lineSchema(300, 0).nullable().default(null),
});
export type EditResponseInput = z.infer<typeof editResponseInput>;

export const boxResponseInput = responseIdInput.extend({ boxes: boxesSchema });
export type BoxResponseInput = z.infer<typeof boxResponseInput>;

export const setProofSeenInput = responseIdInput.extend({ seen: z.boolean() });
export type SetProofSeenInput = z.infer<typeof setProofSeenInput>;

export const moderateOfficeReplyInput = responseIdInput
  .extend({
    decision: z.enum(["APPROVED", "REJECTED"]),
    /** Told to the office. */
    reason: reason.nullable().default(null),
  })
  .superRefine(reasonIfRejected);
export type ModerateOfficeReplyInput = z.infer<typeof moderateOfficeReplyInput>;

/** What an action did: the response as it is now, and the line of its history to hand to `undo`. */
export const moderatedResponseSchema = z.object({ response: responseSchema, changeId: idSchema });
export type ModeratedResponse = z.infer<typeof moderatedResponseSchema>;

const mostDecidedAtOnce = 100;
export const decideResponsesInput = z
  .strictObject({
    ids: z.array(idSchema).min(1).max(mostDecidedAtOnce),
    decision: z.enum(["APPROVED", "REJECTED"]),
    reason: reason.nullable().default(null),
  })
  .superRefine(reasonIfRejected);
export type DecideResponsesInput = z.infer<typeof decideResponsesInput>;

const changeRef = z.strictObject({ id: idSchema, changeId: idSchema });
/** `skipped`: changed by somebody else meanwhile, or in a state the decision does not fit. */
export const decidedResponsesSchema = z.object({ changes: z.array(changeRef), skipped: z.array(idSchema) });
export type DecidedResponses = z.infer<typeof decidedResponsesSchema>;

/** Takes changes back, each only while nothing came after it that builds on it. */
export const undoResponsesInput = z.strictObject({ changes: z.array(changeRef).min(1).max(mostDecidedAtOnce) });
export type UndoResponsesInput = z.infer<typeof undoResponsesInput>;
export const undoneResponsesSchema = z.object({ responses: z.array(responseSchema), skipped: z.array(idSchema) });
export type UndoneResponses = z.infer<typeof undoneResponsesSchema>;

/** Days in which a removed response can be brought back. */
export const removedKeptDays = 30;
/** How long the mails of a decision wait, so that one taken back at once tells nobody anything. */
export const decisionWaitSeconds = 60;

/** What moderators did themselves; what an office or a submitter did is not theirs to take back. */
const undoableKinds = [
  "APPROVED",
  "REJECTED",
  "EDITED",
  "BOXED",
  "PROOF_SEEN",
  "OFFICE_REPLY_APPROVED",
  "OFFICE_REPLY_REJECTED",
] as const satisfies readonly ResponseChangeKind[];
export const isUndoable = (kind: ResponseChangeKind): boolean => (undoableKinds as readonly string[]).includes(kind);
