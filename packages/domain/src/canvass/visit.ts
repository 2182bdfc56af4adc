import { z } from "zod";
import { supportLevels } from "../map/enums";
import { latLngSchema } from "../kernel/geo";
import { pageInput } from "../kernel/page";
import { idSchema, lineSchema, paragraphsSchema } from "../kernel/text";
import { visitOutcomes, visitSources } from "./enums";
import type { VisitOutcome } from "./enums";

/** One knock as the phone reports it: the id is made there, `recordedAt` is the time at the door. */
export const recordVisitInput = z.object({
  id: idSchema,
  sessionId: idSchema,
  addressId: idSchema,
  outcome: z.enum(visitOutcomes),
  supportLevel: z.enum(supportLevels).nullable().default(null),
  /** Asked, and would not say: not a level. */
  supportDeclined: z.boolean().default(false),
  leanCode: lineSchema(40).nullable().default(null),
  signRequested: z.boolean().default(false),
  signSize: lineSchema(40).nullable().default(null),
  notes: paragraphsSchema(2000).nullable().default(null),
  durationSeconds: z.int().min(0).max(86_400).nullable().default(null),
  place: latLngSchema.nullable().default(null),
  recordedAt: z.date(),
});
export type RecordVisitInput = z.infer<typeof recordVisitInput>;

/** What a phone sends at once. Items are judged apart: one that is malformed does not hold up the rest. */
export const recordVisitsInput = z.object({ visits: z.array(z.unknown()).min(1).max(200) });

export const visitRefusals = [
  "malformed",
  "notYourTurf",
  "noSession",
  "notYourSession",
  "inTheFuture",
  "beforeSession",
  "afterAccountEnded",
  "tooLate",
  "idTaken",
  "noSuchDoor",
] as const;
export type VisitRefusal = (typeof visitRefusals)[number];

/** What became of one item; the phone removes it from its outbox only on an answer. */
export const visitResultSchema = z.discriminatedUnion("status", [
  z.object({ id: z.string(), status: z.literal("recorded") }),
  /** It had arrived before: the same answer, no second row. */
  z.object({ id: z.string(), status: z.literal("known") }),
  /** Kept, but counts only after somebody looked at it: the account was suspended. */
  z.object({ id: z.string(), status: z.literal("held") }),
  z.object({ id: z.string(), status: z.literal("refused"), reason: z.enum(visitRefusals), message: z.string() }),
]);
export type VisitResult = z.infer<typeof visitResultSchema>;
export const recordVisitsResult = z.object({ results: z.array(visitResultSchema) });

/** A visit as the organiser reads it. */
export const visitSchema = z.object({
  id: idSchema,
  addressId: idSchema,
  address: z.string(),
  unitNumber: z.string().nullable(),
  ...latLngSchema.shape,
  userId: idSchema,
  userName: z.string(),
  cutId: idSchema.nullable(),
  cutName: z.string().nullable(),
  outcome: z.enum(visitOutcomes),
  supportLevel: z.enum(supportLevels).nullable(),
  supportDeclined: z.boolean(),
  signRequested: z.boolean(),
  notes: z.string().nullable(),
  source: z.enum(visitSources),
  /** The sheet of paper, and who typed it in. */
  sheetCode: z.string().nullable(),
  enteredByName: z.string().nullable(),
  /** Typed in wrongly and taken back; it counts no more. */
  withdrawnAt: z.date().nullable(),
  heldForReview: z.boolean(),
  visitedAt: z.date(),
  receivedAt: z.date(),
});
export type Visit = z.infer<typeof visitSchema>;

export const listVisitsInput = pageInput.extend({
  cutId: idSchema.nullable().default(null),
  userId: idSchema.nullable().default(null),
  outcome: z.enum(visitOutcomes).nullable().default(null),
  heldOnly: z.boolean().default(false),
});
export type ListVisitsInput = z.infer<typeof listVisitsInput>;

/** One area's day at a glance. */
export const cutActivitySchema = z.object({
  cutId: idSchema,
  cutName: z.string(),
  addressCount: z.int(),
  visitedCount: z.int(),
  completionPercentage: z.int(),
  activeSessions: z.int(),
  visitsToday: z.int(),
  lastVisitAt: z.date().nullable(),
});
export type CutActivity = z.infer<typeof cutActivitySchema>;

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** A phone without signal may still report this long after its account ended. */
export const uploadGraceMs = 14 * dayMs;
/** Phones' clocks run ahead a little. */
const clockSlackMs = 10 * minuteMs;

export type VisitJudgement = {
  now: Date;
  /** When the account stopped being allowed to act; null while it is. */
  accountEndedAt: Date | null;
  session: { userId: string; startedAt: Date; endedAt: Date | null } | null;
  userId: string;
  isInTurf: boolean;
};

/** Whether a reported knock is taken, and if not, why. Suspension is not a reason: such a knock is held for review. */
export const visitRefusal = (visit: Pick<RecordVisitInput, "recordedAt">, facts: VisitJudgement): VisitRefusal | null => {
  if (facts.session === null) return "noSession";
  if (facts.session.userId !== facts.userId) return "notYourSession";
  const at = visit.recordedAt.getTime();
  if (at > facts.now.getTime() + clockSlackMs) return "inTheFuture";
  if (at < facts.session.startedAt.getTime() - clockSlackMs) return "beforeSession";
  if (facts.accountEndedAt !== null && at > facts.accountEndedAt.getTime()) return "afterAccountEnded";
  if (facts.accountEndedAt !== null && facts.now.getTime() - facts.accountEndedAt.getTime() > uploadGraceMs) return "tooLate";
  return facts.isInTurf ? null : "notYourTurf";
};

const peopleMet: ReadonlySet<VisitOutcome> = new Set(["SPOKE_WITH", "REFUSED", "MOVED", "ALREADY_VOTED", "COME_BACK_LATER"]);

/** Somebody came to the door. */
export const isContact = (outcome: VisitOutcome): boolean => peopleMet.has(outcome);

/** Support is known only from a conversation; a level beside any other outcome is a slip of the thumb. */
export const mayCarrySupport = (outcome: VisitOutcome): boolean =>
  outcome === "SPOKE_WITH" || outcome === "REFUSED" || outcome === "COME_BACK_LATER" || outcome === "OTHER";
