import { z } from "zod";
import { idSchema } from "../kernel/text";

/** What an answer of LOCAL stands on: a building of that number, or how far it had to guess. */
export const localAccuracies = ["building", "interpolated", "street", "postalCode", "town"] as const;
export type LocalAccuracy = (typeof localAccuracies)[number];

/** One place a question may mean. */
export const localCandidateSchema = z.object({
  /** Null where no building stands: the point is a guess. */
  locationId: idSchema.nullable(),
  /** The unit asked for, or the only one there is. */
  addressId: idSchema.nullable(),
  latitude: z.number(),
  longitude: z.number(),
  /** How sure it is the one asked for, 0 to 100. */
  confidence: z.int().min(0).max(100),
  /** How sure the stored point itself is; null where it came by hand or with its register. */
  pointConfidence: z.int().nullable(),
  accuracy: z.enum(localAccuracies),
  address: z.string(),
  municipality: z.string().nullable(),
  province: z.string().nullable(),
  postalCode: z.string().nullable(),
});
export type LocalCandidate = z.infer<typeof localCandidateSchema>;

export const localAnswerSchema = z.object({ candidates: z.array(localCandidateSchema) });
export type LocalAnswer = z.infer<typeof localAnswerSchema>;
