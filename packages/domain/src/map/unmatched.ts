import { z } from "zod";
import { latLngSchema } from "../kernel/geo";
import { idSchema, lineSchema } from "../kernel/text";
import { supportLevels } from "./enums";
import { type LocalAnswer, type LocalCandidate, localCandidateSchema } from "./geocode";
import { sureConfidence } from "./geocode-work";

/** Why a person of a list has no door yet. `moved`: the list knows them at another door than the map does. */
export const unmatchedReasons = ["noAddress", "notFound", "unsure", "unitMissing", "unitUnknown", "moved"] as const;
export type UnmatchedReason = (typeof unmatchedReasons)[number];

export type PersonMatch = { addressId: string; candidates: LocalCandidate[] } | { reason: UnmatchedReason; candidates: LocalCandidate[] };

/** A door is sure from 85 on, where the unit fits or the building has only one door; everybody else waits for a person's eye. */
export const matchPerson = ({ candidates }: LocalAnswer, asked: { unitNumber: string | null }): PersonMatch => {
  const [first] = candidates;
  // Guesses at a street or a town are for the eye only: no building of ours is meant.
  if (first === undefined || candidates.every(({ locationId }) => locationId === null)) return { reason: "notFound", candidates };
  if (first.accuracy !== "building" || first.confidence < sureConfidence) return { reason: "unsure", candidates };
  if (first.addressId !== null) return { addressId: first.addressId, candidates };
  return { reason: asked.unitNumber === null ? "unitMissing" : "unitUnknown", candidates };
};

const text = z.string().nullable();

/** The person's fields as they wait in the queue. */
export const waitingPersonSchema = z.object({
  externalId: text,
  firstName: text,
  lastName: text,
  phone: text,
  email: text,
  language: text,
  supportLevel: z.enum(supportLevels).nullable(),
  supportDeclined: z.boolean(),
  leanCode: text,
  doNotContact: z.boolean(),
  notes: text,
  sign: z.boolean(),
  address: z.string(),
  question: z
    .object({
      address: z.string(),
      unitNumber: text.optional(),
      municipality: text.optional(),
      province: text.optional(),
      postalCode: text.optional(),
    })
    .nullable(),
});

export const unmatchedPersonSchema = z.object({
  id: idSchema,
  importId: idSchema,
  fileName: z.string(),
  row: z.int(),
  person: waitingPersonSchema,
  reason: z.enum(unmatchedReasons),
  candidates: z.array(localCandidateSchema),
});
export type UnmatchedPerson = z.infer<typeof unmatchedPersonSchema>;

export const listUnmatchedInput = z.object({
  importId: idSchema.nullable().default(null),
  reason: z.enum(unmatchedReasons).nullable().default(null),
  limit: z.int().min(1).max(100).default(50),
});
export type ListUnmatchedInput = z.infer<typeof listUnmatchedInput>;

export const unmatchedListSchema = z.object({
  items: z.array(unmatchedPersonSchema),
  total: z.int(),
  /** Of all that wait, whatever the filter. */
  byReason: z.record(z.string(), z.int()),
  imports: z.array(z.object({ id: idSchema, fileName: z.string(), waiting: z.int() })),
});
export type UnmatchedList = z.infer<typeof unmatchedListSchema>;

/** A door of a candidate (its unit is set up where the building lacks it), a new building, or not now. */
export const resolveUnmatchedInput = z.object({
  id: idSchema,
  decision: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("door"), locationId: idSchema, addressId: idSchema.nullable() }),
    z.object({ kind: z.literal("newDoor"), address: lineSchema(200, 3), ...latLngSchema.shape }),
    z.object({ kind: z.literal("setAside") }),
  ]),
});
export type ResolveUnmatchedInput = z.infer<typeof resolveUnmatchedInput>;
