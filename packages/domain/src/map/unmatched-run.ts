import { z } from "zod";
import { idSchema } from "../kernel/text";
import { importStatuses } from "./enums";
import { unmatchedReasons } from "./unmatched";

/** Everybody of a list, or of all, who waits for that reason and whose best door is at least that sure. */
export const acceptUnmatchedInput = z.object({
  importId: idSchema.nullable().default(null),
  reason: z.enum(unmatchedReasons).nullable().default(null),
  confidence: z.int().min(60).max(100),
});
export type AcceptUnmatchedInput = z.infer<typeof acceptUnmatchedInput>;

/** Putting them there in the background, or taking that back. */
export const unmatchedRunSchema = z.object({
  id: idSchema,
  status: z.enum(importStatuses),
  isUndoing: z.boolean(),
  confidence: z.int(),
  total: z.int(),
  done: z.int(),
  placed: z.int(),
  /** Settled by somebody meanwhile, or their door is gone. */
  skipped: z.int(),
  undone: z.int(),
  /** Stay at their doors, because somebody worked there since. */
  kept: z.int(),
  createdAt: z.date(),
  startedAt: z.date().nullable(),
  finishedAt: z.date().nullable(),
});
export type UnmatchedRun = z.infer<typeof unmatchedRunSchema>;
