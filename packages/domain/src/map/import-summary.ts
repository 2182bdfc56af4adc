import { z } from "zod";
import { idSchema } from "../kernel/text";

/** One field of one door as a file would have it, or had it. */
export const changeSampleSchema = z.object({
  row: z.int(),
  address: z.string(),
  field: z.string(),
  from: z.string().nullable(),
  to: z.string(),
});
export type ChangeSample = z.infer<typeof changeSampleSchema>;

/** How many fields a run remembers to show. */
export const mostSamples = 200;

/** What the counts of a run do not say. */
export const importSummarySchema = z.object({
  /** Fields that stayed because people had recorded or edited them. */
  protectedFields: z.int().default(0),
  /** Rows that lie in the "not on the map" tray. */
  unplaced: z.int().default(0),
  /** New buildings, and new units of buildings that stood. */
  buildings: z.int().default(0),
  units: z.int().default(0),
  /** People who wait in the queue, because no door of theirs is sure. */
  unmatched: z.int().default(0),
  reasons: z.record(z.string(), z.int()).default({}),
  samples: z.array(changeSampleSchema).default([]),
});
export type ImportSummary = z.infer<typeof importSummarySchema>;
export const emptySummary: ImportSummary = {
  protectedFields: 0,
  unplaced: 0,
  buildings: 0,
  units: 0,
  unmatched: 0,
  reasons: {},
  samples: [],
};

export const addSummaries = (a: ImportSummary, b: ImportSummary): ImportSummary => {
  const reasons = { ...a.reasons };
  for (const [reason, count] of Object.entries(b.reasons)) reasons[reason] = (reasons[reason] ?? 0) + count;
  return {
    protectedFields: a.protectedFields + b.protectedFields,
    unplaced: a.unplaced + b.unplaced,
    buildings: a.buildings + b.buildings,
    units: a.units + b.units,
    unmatched: a.unmatched + b.unmatched,
    reasons,
    samples: a.samples.length >= mostSamples ? a.samples : [...a.samples, ...b.samples].slice(0, mostSamples),
  };
};

/** Why an undo left a building or an area in place. */
export const keptReasons = ["visited", "planned", "edited", "person", "otherImport"] as const;
export const keptReasonSchema = z.enum(keptReasons);
export type KeptReason = z.infer<typeof keptReasonSchema>;

export const importKeptSchema = z.object({ locationId: idSchema, address: z.string(), reason: keptReasonSchema });
export type ImportKept = z.infer<typeof importKeptSchema>;

/** Where an undo stands: steps one after another, each by the ids of its rows. */
export const importUndoSchema = z.object({
  step: z.enum(["fields", "doors", "buildings", "done"]),
  after: z.string().nullable(),
  /** Rows of the import that were put back, taken away, and left in place. */
  restored: z.int(),
  removed: z.int(),
  kept: z.int(),
  total: z.int(),
  startedAt: z.iso.datetime(),
  byUserId: z.string().nullable(),
});
export type ImportUndo = z.infer<typeof importUndoSchema>;
