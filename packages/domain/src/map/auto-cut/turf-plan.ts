import { z } from "zod";
import { boundsSchema, latLngSchema } from "../../kernel/geo";
import { idSchema, lineSchema } from "../../kernel/text";
import { cutGeometrySchema } from "../cut";
import { importStatuses } from "../enums";
import { usualPace, walkPaceSchema } from "./walk-time";

/** More doors at once would make a preview nobody looks through. */
export const mostDoorsToCut = 60_000;
const mostTurfs = 3_000;
/** A plan nobody keeps is forgotten. */
export const planLivesDays = 7;

export const cutTargets = ["doors", "minutes"] as const;
export const turfPlanOptionsSchema = z.object({
  target: z.object({ by: z.enum(cutTargets), amount: z.int().min(5).max(1_000) }),
  keepPolls: z.boolean(),
  /** Plans of before had the usual one. */
  pace: walkPaceSchema.default(usualPace),
  /** Which lines nobody walks across. */
  water: z.boolean(),
  rail: z.boolean(),
  roads: z.boolean(),
});
export type TurfPlanOptions = z.infer<typeof turfPlanOptionsSchema>;

const siteSchema = z.object({
  ...latLngSchema.shape,
  doors: z.int(),
  address: z.string(),
  streetKey: z.string(),
  civicNumber: z.int().nullable(),
  poll: z.string().nullable(),
  locationIds: z.array(idSchema),
  addressIds: z.array(idSchema).nullable(),
});

export const turfCuttingSchema = z.object({
  sites: z.array(siteSchema),
  ways: z.array(z.int()),
  turfOf: z.array(z.int()),
  kinds: z.array(z.enum(["plain", "island", "floors"])),
});

/** Lines of each kind that were found in the area. */
const barrierCountsSchema = z.object({ water: z.int(), rail: z.int(), road: z.int() });
export type BarrierCounts = z.infer<typeof barrierCountsSchema>;

export const turfPlanSchema = z.object({
  id: idSchema,
  cutId: idSchema,
  status: z.enum(importStatuses),
  /** Of a hundred. */
  progress: z.int(),
  options: turfPlanOptionsSchema,
  error: z.string().nullable(),
  createdAt: z.date(),
  /** How many of its turfs were kept; null while none were. */
  kept: z.int().nullable(),
});
export type TurfPlan = z.infer<typeof turfPlanSchema>;

/** What may be cut: the area with what is known of its doors, lines and polls, and the newest plan. */
export const turfPlanAreaSchema = z.object({
  cutId: idSchema,
  name: z.string(),
  bounds: boundsSchema.nullable(),
  geometry: cutGeometrySchema,
  doors: z.int(),
  polls: z.int(),
  barriers: barrierCountsSchema,
  latest: turfPlanSchema.nullable(),
});
export type TurfPlanArea = z.infer<typeof turfPlanAreaSchema>;

export const startTurfPlanInput = z.object({ cutId: idSchema, options: turfPlanOptionsSchema });
export type StartTurfPlanInput = z.infer<typeof startTurfPlanInput>;

/** The turfs as somebody adjusted them: a name for each, and the turf of each site of the plan. */
export const keepTurfsInput = z.object({
  id: idSchema,
  names: z.array(lineSchema(120)).min(1).max(mostTurfs),
  turfOf: z.array(z.int().min(0).max(mostTurfs)).max(mostDoorsToCut),
});
export type KeepTurfsInput = z.infer<typeof keepTurfsInput>;
