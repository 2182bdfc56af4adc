import { z } from "zod";
import { idSchema } from "../kernel/text";
import { daySchema } from "./day";
import type { VisitOutcome } from "./enums";
import { supportChoices } from "./location-filter";

/** Which doors of an area belong to the turf: those for which everything holds that is asked. */
export const turfFilterSchema = z.object({
  /** No shops and offices. */
  residentialOnly: z.boolean().default(false),
  /** A day of the organisation's zone: nobody came to the door since its beginning. */
  notReachedSince: daySchema.nullable().default(null),
  /** The last visit ended with "come back later". */
  comeBack: z.boolean().default(false),
  /** Any of them; `none` is somebody who was not asked. */
  support: z.array(z.enum(supportChoices)).max(supportChoices.length).default([]),
  /** Somebody there likes to be spoken to in it: the language of a BCP 47 code, such as `fr` or `pa`. */
  language: z.string().regex(/^[a-z]{2,3}$/).nullable().default(null), // prettier-ignore
  wantsSign: z.boolean().default(false),
});
export type TurfFilter = z.infer<typeof turfFilterSchema>;

export const noTurfFilter: TurfFilter = turfFilterSchema.parse({});

/** Outcomes of visits at which a person came to the door. */
export const reachedOutcomes = ["SPOKE_WITH", "REFUSED", "MOVED", "ALREADY_VOTED", "COME_BACK_LATER"] as const satisfies VisitOutcome[];

export const turfFilterInput = z.object({ cutId: idSchema, filter: turfFilterSchema });

/** Doors and buildings of the area, and those the filter leaves in; `out` of these are in people's hands now. */
export const turfCountSchema = z.object({ buildings: z.int(), doors: z.int(), ofDoors: z.int(), out: z.int() });
export type TurfCount = z.infer<typeof turfCountSchema>;

/**
 * For each choice of the filter, how many doors would be left if it were taken beside what is chosen elsewhere: a choice that leaves
 * nobody is seen before it is made.
 */
export const turfFacetsSchema = z.object({
  residentialOnly: z.int(),
  comeBack: z.int(),
  wantsSign: z.int(),
  support: z.record(z.enum(supportChoices), z.int()),
  languages: z.array(z.object({ language: z.string(), doors: z.int() })),
});
export type TurfFacets = z.infer<typeof turfFacetsSchema>;
