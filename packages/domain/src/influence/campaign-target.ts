import { z } from "zod";
import { idSchema, lineSchema } from "../kernel/text";
import { governmentLevels, targetHandlings, targetPositions } from "./enums";
import { positionCountsSchema } from "./target";

/** What staff know and decided about one person a campaign writes to. */
export const campaignTargetSchema = z.object({
  id: idSchema,
  campaignId: idSchema,
  recipientKey: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  level: z.enum(governmentLevels).nullable(),
  partyName: z.string().nullable(),
  email: z.string().nullable(),
  position: z.enum(targetPositions),
  positionSource: z.string().nullable(),
  positionAt: z.date().nullable(),
  handling: z.enum(targetHandlings),
});
export type CampaignTarget = z.infer<typeof campaignTargetSchema>;

/** Somebody a campaign writes to, could write to, or wrote to, with what is decided and how many letters there are. */
export const knownTargetSchema = z.object({
  recipientKey: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  level: z.enum(governmentLevels).nullable(),
  districtName: z.string(),
  partyName: z.string().nullable(),
  email: z.string().nullable(),
  /** The council; null for everybody else. */
  group: z.string().nullable(),
  /** Where she is known from. */
  from: z.enum(["NAMED", "COUNCIL", "LETTERS", "CACHE", "STAFF"]),
  position: z.enum(targetPositions),
  positionSource: z.string().nullable(),
  positionAt: z.date().nullable(),
  handling: z.enum(targetHandlings),
  /** Waiting to leave; `held` of them because of what staff decided about her. */
  waiting: z.int(),
  held: z.int(),
  sent: z.int(),
});
export type KnownTarget = z.infer<typeof knownTargetSchema>;
export const targetListSchema = z.object({
  targets: z.array(knownTargetSchema),
  positions: positionCountsSchema,
  /** More are known than are shown: search by name. */
  more: z.boolean(),
});
export type TargetList = z.infer<typeof targetListSchema>;
export const targetsShownAtMost = 300;

export const listTargetsInput = z.strictObject({ campaignId: idSchema, search: z.string().trim().max(100).default("") });
export type ListTargetsInput = z.infer<typeof listTargetsInput>;

const whom = { campaignId: idSchema, recipientKey: z.string().min(1).max(500), name: z.string().max(300) };
/** `name` finds people again who are known from a look-up only. */
export const setPositionInput = z.strictObject({
  ...whom,
  position: z.enum(targetPositions),
  /** Where it is known from: a link or a sentence. */
  source: lineSchema(1_000, 0).nullable(),
  at: z.date().nullable(),
});
export type SetPositionInput = z.infer<typeof setPositionInput>;
export const setHandlingInput = z.strictObject({ ...whom, handling: z.enum(targetHandlings) });
export type SetHandlingInput = z.infer<typeof setHandlingInput>;

const heldOf = { campaignId: idSchema, recipientKey: z.string().min(1).max(500) };
/** As many as a person looks through at once; of more, the oldest come first. */
export const heldShownAtMost = 200;
export const listHeldInput = z.strictObject(heldOf);
export type ListHeldInput = z.infer<typeof listHeldInput>;

/** A letter that waits because its recipient is skipped or thanked. */
export const heldLetterSchema = z.object({
  id: idSchema,
  userName: z.string().nullable(),
  userPostalCode: z.string().nullable(),
  subject: z.string(),
  createdAt: z.date(),
});
export const heldLettersSchema = z.object({ letters: z.array(heldLetterSchema), total: z.int() });
export type HeldLetters = z.infer<typeof heldLettersSchema>;

/** What becomes of such letters: of those named, or with null of all. */
export const decideHeldInput = z.strictObject({
  ...heldOf,
  decision: z.enum(["LET_GO", "CANCEL"]),
  ids: z.array(idSchema).min(1).max(heldShownAtMost).nullable().default(null),
});
export type DecideHeldInput = z.infer<typeof decideHeldInput>;
export const decidedHeldSchema = z.object({ letters: z.int() });
