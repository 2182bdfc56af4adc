import { z } from "zod";
import { idSchema, lineSchema } from "../kernel/text";
import { buildingTypes, importStatuses } from "./enums";
import { locationSchema } from "./location";
import { buildingUses } from "./location-edit";
import { locationFilterSchema } from "./location-filter";

/** How many buildings one change may be about. */
export const mostAtOnce = 50_000;

/** Fewer are changed while one waits; more are a job with its progress. */
export const bulkWhileWaiting = 500;

/** Chosen rows, or all that a filter lets through. */
export const chosenLocationsSchema = z.union([
  z.object({ ids: z.array(idSchema).min(1).max(5_000) }),
  z.object({ filter: locationFilterSchema }),
]);
export type ChosenLocations = z.infer<typeof chosenLocationsSchema>;

/** What is left out stays as it is. */
export const bulkChangesSchema = z.object({
  buildingType: z.enum(buildingTypes).optional(),
  buildingUse: z.literal(buildingUses).nullable().optional(),
  municipality: lineSchema(120).nullable().optional(),
  province: lineSchema(40).nullable().optional(),
  federalDistrict: lineSchema(120).nullable().optional(),
  /** What was recorded of support at their doors is taken back: a new campaign asks anew. */
  clearSupport: z.boolean().optional(),
});
export type BulkChanges = z.infer<typeof bulkChangesSchema>;

export const bulkKinds = ["edit", "remove"] as const;

export const startBulkInput = z.object({
  kind: z.enum(bulkKinds),
  chosen: chosenLocationsSchema,
  changes: bulkChangesSchema.prefault({}),
});
export type StartBulkInput = z.infer<typeof startBulkInput>;

export const locationBulkSchema = z.object({
  id: idSchema,
  kind: z.enum(bulkKinds),
  status: z.enum(importStatuses),
  total: z.int(),
  done: z.int(),
  changed: z.int(),
  archived: z.int(),
  /** Being taken back: how far. */
  undone: z.int(),
  isUndoing: z.boolean(),
  createdAt: z.date(),
});
export type LocationBulk = z.infer<typeof locationBulkSchema>;

export const duplicateReasons = ["spelling", "apart"] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];

/** Two spellings of one building stand no farther apart. */
export const duplicateWithinM = 50;

/** Two buildings that may be one. */
export const duplicatePairSchema = z.object({
  id: idSchema,
  reason: z.enum(duplicateReasons),
  distanceM: z.number(),
  first: locationSchema.extend({ visits: z.int() }),
  second: locationSchema.extend({ visits: z.int() }),
});
export type DuplicatePair = z.infer<typeof duplicatePairSchema>;

/** A search for such pairs in the background; done and total count shares of the buildings. */
export const duplicateScanSchema = z.object({
  id: idSchema,
  status: z.enum(importStatuses),
  total: z.int(),
  done: z.int(),
  /** Pairs it met. */
  found: z.int(),
  secondsLeft: z.number().nullable(),
  createdAt: z.date(),
  startedAt: z.date().nullable(),
  finishedAt: z.date().nullable(),
});
export type DuplicateScan = z.infer<typeof duplicateScanSchema>;

export const mergeLocationsInput = z.object({ keepId: idSchema, mergeId: idSchema });
export type MergeLocationsInput = z.infer<typeof mergeLocationsInput>;
