import { z } from "zod";
import { latLngSchema } from "../kernel/geo";
import { idSchema, lineSchema } from "../kernel/text";
import { type ImportStatus, importStatuses } from "./enums";
import { columnMappingSchema } from "./import-columns";
import { importOptionsInput, importOptionsSchema } from "./import-options";
import { rejectReasonSchema } from "./import-row";
import { peoplePresets, personMappingSchema } from "./people-columns";
import { pointLooks } from "./point-reading";
import { unmatchedReasons } from "./unmatched";
import { importSummarySchema, importUndoSchema } from "./import-summary";

/** Kinds of file the run knows how to read here. */
export const importKinds = ["addresses", "nar", "cuts", "people", "lines", "basemap"] as const;
export type ImportKind = (typeof importKinds)[number];

/** Counts are rows of the file: read = created + changed + same + rejected. */
export const importCountsSchema = z.object({ read: z.int(), created: z.int(), changed: z.int(), same: z.int(), rejected: z.int() });
export type ImportCounts = z.infer<typeof importCountsSchema>;
export const noCounts: ImportCounts = { read: 0, created: 0, changed: 0, same: 0, rejected: 0 };

export const addCounts = (a: ImportCounts, b: ImportCounts): ImportCounts => ({
  read: a.read + b.read,
  created: a.created + b.created,
  changed: a.changed + b.changed,
  same: a.same + b.same,
  rejected: a.rejected + b.rejected,
});

/** Where a stopped run goes on: rows that are settled, how much of the whole that is, and where their reader stood. */
export const importCheckpointSchema = z.object({
  rows: z.int(),
  share: z.number().default(0),
  place: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});
export type ImportCheckpoint = z.infer<typeof importCheckpointSchema>;

export const importErrorSchema = z.object({ messageKey: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });
export type ImportError = z.infer<typeof importErrorSchema>;

export const importRunSchema = z.object({
  id: idSchema,
  kind: z.enum(importKinds),
  status: z.enum(importStatuses),
  /** Only compared: no door was written. */
  isComparison: z.boolean(),
  fileName: z.string(),
  options: importOptionsSchema,
  counts: importCountsSchema,
  checkpoint: importCheckpointSchema.nullable(),
  totalRows: z.int().nullable(),
  summary: importSummarySchema,
  /** Where its undo stands; null when nobody asked for one. */
  undo: importUndoSchema.nullable(),
  /** The sentence that says why it failed, as an AppError carries it. */
  error: importErrorSchema.nullable(),
  /** Name of who began it; null for the shell and for people who are gone. */
  startedBy: z.string().nullable(),
  createdAt: z.date(),
  startedAt: z.date().nullable(),
  finishedAt: z.date().nullable(),
  undoneAt: z.date().nullable(),
});
export type ImportRun = z.infer<typeof importRunSchema>;

export const importProgressSchema = z.object({
  share: z.number().min(0).max(1),
  rowsPerSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
});
export type ImportProgress = z.infer<typeof importProgressSchema>;

export const importRunViewSchema = importRunSchema.extend({ progress: importProgressSchema });
export type ImportRunView = z.infer<typeof importRunViewSchema>;

/** How far a run is, how fast and how long still, reckoned from the share of the file behind its checkpoint. */
export const importProgress = (run: ImportRun, now: Date): ImportProgress => {
  if (run.status === "COMPLETED") return { share: 1, rowsPerSecond: rateOf(run, run.finishedAt ?? now), secondsLeft: 0 };
  const share = Math.min(1, run.checkpoint?.share ?? 0);
  if (run.status !== "RUNNING" || run.startedAt === null) return { share, rowsPerSecond: null, secondsLeft: null };
  const seconds = (now.getTime() - run.startedAt.getTime()) / 1000;
  return { share, rowsPerSecond: rateOf(run, now), secondsLeft: share > 0.01 ? Math.max(0, (seconds / share) * (1 - share)) : null };
};

const rateOf = ({ counts, startedAt }: ImportRun, until: Date): number | null => {
  const seconds = startedAt === null ? 0 : (until.getTime() - startedAt.getTime()) / 1000;
  return seconds > 0 ? Math.round(counts.read / seconds) : null;
};

/** A run that ended may not be cancelled; one that has not may. */
export const canCancelImport = (status: ImportStatus): boolean => status === "QUEUED" || status === "RUNNING";

/** What was stopped or failed may be gone on with, unless it was put back. */
export const canResumeImport = ({ status, undo }: Pick<ImportRun, "status" | "undo">): boolean =>
  undo === null && (status === "CANCELLED" || status === "FAILED");

/** What ended and left doors may be put back, once. */
export const canUndoImport = ({ status, isComparison, undo }: Pick<ImportRun, "status" | "isComparison" | "undo">): boolean =>
  !isComparison && undo === null && (status === "COMPLETED" || status === "CANCELLED" || status === "FAILED");

export const createImportInput = z.object({
  kind: z.enum(importKinds),
  /** Key the upload door gave back. */
  uploadKey: z.string().max(300),
  fileName: lineSchema(255),
  /** Only compares: counts what the import would do, and writes no door. */
  isComparison: z.boolean().default(false),
  ...importOptionsInput.shape,
});
export type CreateImportInput = z.infer<typeof createImportInput>;

export const previewImportInput = createImportInput.pick({
  kind: true,
  uploadKey: true,
  fileName: true,
  mapping: true,
  source: true,
  csv: true,
  points: true,
  people: true,
});
export type PreviewImportInput = z.infer<typeof previewImportInput>;

const peoplePreviewSchema = z.object({
  preset: z.enum(peoplePresets),
  /** Whose export it looks like, whatever was chosen. */
  detected: z.enum(peoplePresets),
  mapping: personMappingSchema,
});

/** The best door for a person: it is theirs where no reason stands beside it, and a guess for the queue otherwise. */
const previewMatchSchema = z.object({
  address: z.string().nullable(),
  confidence: z.int().nullable(),
  reason: z.enum(unmatchedReasons).nullable(),
});
export type PreviewMatch = z.infer<typeof previewMatchSchema>;

/** How many rows a preview shows as they would land. */
export const previewRows = 30;

export const importPreviewSchema = z.object({
  kind: z.enum(importKinds),
  headers: z.array(z.string()),
  /** How the table was read, found by looking where nothing was said; null for other kinds of file. */
  reading: z.object({ encoding: z.string(), delimiter: z.string(), quote: z.string(), headerRow: z.boolean() }).nullable(),
  /** What its points look like; null when that cannot be said. */
  pointsLook: z.enum(pointLooks).nullable(),
  mapping: columnMappingSchema,
  /** How a list of people was read; null for other kinds of file. */
  people: peoplePreviewSchema.nullable(),
  problem: z
    .object({ problem: z.enum(["noAddressColumn", "noPointColumns", "noPersonColumn", "unknownColumn"]), column: z.string() })
    .nullable(),
  totalRows: z.int().nullable(),
  rows: z.array(
    z.object({
      row: z.int(),
      label: z.string(),
      detail: z.string(),
      place: latLngSchema.nullable(),
      rejected: rejectReasonSchema.nullable(),
      /** The door of a person; null for other kinds of file and for rows that are refused. */
      match: previewMatchSchema.nullable(),
    }),
  ),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;
