import { z } from "zod";
import { lineSchema } from "../kernel/text";
import { importOptionsSchema, narFilterSchema } from "./import-options";

/** Where the archive lies unless the map settings name another address. */
export const officialRegisterUrl = "https://www150.statcan.gc.ca/n1/pub/46-26-0002/2022001/202606.zip";

const uploadSchema = z.object({ uploadKey: z.string().max(300), fileName: lineSchema(255) });

/** Where a register is taken from: files sent here, the server's import folder, or the address of the map settings. */
export const narSourceSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("uploads"), files: z.array(uploadSchema).min(1).max(60) }),
  z.object({ kind: z.literal("folder"), name: lineSchema(255) }),
  z.object({ kind: z.literal("remote") }),
]);
export type NarSourceInput = z.infer<typeof narSourceSchema>;

/** A register in the server's import folder: an archive, a folder of files, or the files that lie loose in it. */
export const narDatasetSchema = z.object({
  name: z.string(),
  kind: z.enum(["zip", "folder"]),
  release: z.string().nullable(),
  files: z.int(),
  sizeBytes: z.number(),
  modifiedAt: z.date(),
});
export type NarDataset = z.infer<typeof narDatasetSchema>;

export const narPartSchema = z.object({
  /** Two letters; null for files whose name says none. */
  province: z.string().nullable(),
  addressFiles: z.int(),
  locationFiles: z.int(),
  /** Bytes as they lie: what a fetch has to bring. */
  packedBytes: z.number(),
  /** Reckoned from the size. */
  estimatedRows: z.int(),
  estimatedSeconds: z.int(),
});
export type NarPart = z.infer<typeof narPartSchema>;

export const narInspectionSchema = z.object({ release: z.string().nullable(), packedBytes: z.number(), parts: z.array(narPartSchema) });
export type NarInspection = z.infer<typeof narInspectionSchema>;

export const narPlacesInput = z.object({ source: narSourceSchema, province: z.string().length(2) });
export const narPlacesSchema = z.object({
  municipalities: z.array(z.object({ name: z.string(), nameFr: z.string().nullable(), addresses: z.int() })),
});
export type NarPlaces = z.infer<typeof narPlacesSchema>;

export const narDistrictSchema = z.object({ code: z.string(), en: z.string(), fr: z.string(), province: z.string() });

export const createNarImportInput = z.object({
  source: narSourceSchema,
  filter: narFilterSchema.prefault({}),
  overwrite: importOptionsSchema.shape.overwrite,
  isComparison: z.boolean().default(false),
});
export type CreateNarImportInput = z.infer<typeof createNarImportInput>;
