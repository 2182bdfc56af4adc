import { z } from "zod";
import { latLngSchema } from "../kernel/geo";
import { idSchema, lineSchema } from "../kernel/text";
import { cutCategories, type ImportStatus, importStatuses } from "./enums";
import { columnMappingSchema } from "./import-columns";
import { rejectReasonSchema } from "./import-row";

/** Kinds of file the run knows how to read here. */
export const importKinds = ["addresses", "cuts"] as const;
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

/** What the importer was told; kept with the run, so that any worker can go on with it. */
export const importOptionsSchema = z.object({
  source: z.string(),
  mapping: columnMappingSchema.nullable().default(null),
  category: z.enum(cutCategories).default("NEIGHBORHOOD"),
});
export type ImportOptions = z.infer<typeof importOptionsSchema>;

/** Where a stopped run goes on: rows that are settled, and how far into the file they reach (for the time left). */
export const importCheckpointSchema = z.object({ rows: z.int(), bytes: z.number(), totalBytes: z.number() });
export type ImportCheckpoint = z.infer<typeof importCheckpointSchema>;

export const importErrorSchema = z.object({ messageKey: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });
export type ImportError = z.infer<typeof importErrorSchema>;

export const importRunSchema = z.object({
  id: idSchema,
  kind: z.enum(importKinds),
  status: z.enum(importStatuses),
  fileName: z.string(),
  options: importOptionsSchema,
  counts: importCountsSchema,
  checkpoint: importCheckpointSchema.nullable(),
  totalRows: z.int().nullable(),
  /** The sentence that says why it failed, as an AppError carries it. */
  error: importErrorSchema.nullable(),
  createdAt: z.date(),
  startedAt: z.date().nullable(),
  finishedAt: z.date().nullable(),
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

/** How far a run is, how fast and how long still, reckoned from the bytes of the file behind its checkpoint. */
export const importProgress = (run: ImportRun, now: Date): ImportProgress => {
  if (run.status === "COMPLETED") return { share: 1, rowsPerSecond: rateOf(run, run.finishedAt ?? now), secondsLeft: 0 };
  const { bytes, totalBytes } = run.checkpoint ?? { bytes: 0, totalBytes: 0 };
  const share = totalBytes === 0 ? 0 : Math.min(1, bytes / totalBytes);
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

export const importSourceSchema = lineSchema(80)
  .transform((text) => text.toLowerCase())
  .pipe(z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u));

export const createImportInput = z.object({
  kind: z.enum(importKinds),
  /** Key the upload door gave back. */
  uploadKey: z.string().max(300),
  fileName: lineSchema(255),
  source: importSourceSchema.default("import"),
  mapping: columnMappingSchema.nullable().default(null),
  category: z.enum(cutCategories).default("NEIGHBORHOOD"),
});
export type CreateImportInput = z.infer<typeof createImportInput>;

export const previewImportInput = createImportInput.pick({ kind: true, uploadKey: true, fileName: true, mapping: true, source: true });
export type PreviewImportInput = z.infer<typeof previewImportInput>;

/** How many rows a preview shows as they would land. */
export const previewRows = 30;

export const importPreviewSchema = z.object({
  kind: z.enum(importKinds),
  headers: z.array(z.string()),
  delimiter: z.string().nullable(),
  encoding: z.string(),
  mapping: columnMappingSchema,
  problem: z.object({ problem: z.enum(["noAddressColumn", "noPointColumns", "unknownColumn"]), column: z.string() }).nullable(),
  totalRows: z.int().nullable(),
  rows: z.array(
    z.object({
      row: z.int(),
      label: z.string(),
      detail: z.string(),
      place: latLngSchema.nullable(),
      rejected: rejectReasonSchema.nullable(),
    }),
  ),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;
