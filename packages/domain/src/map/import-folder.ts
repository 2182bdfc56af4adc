import { z } from "zod";
import { idSchema } from "../kernel/text";

const tables = [".csv", ".tsv", ".txt", ".gz", ".zip"];
const shapes = [".geojson", ".json", ".geojsonl", ".ndjson"];

/** How files of a kind end; what lies inside says what they are. */
export const importFileEndings = {
  addresses: [...tables, ...shapes],
  people: tables,
  cuts: [...shapes, ".gz"],
  lines: [".pbf", ...shapes, ".gz", ".zip"],
  basemap: [".pmtiles"],
} as const;

/** A file in the server's import folder. */
export const importFolderFileSchema = z.object({ name: z.string(), sizeBytes: z.int(), modifiedAt: z.date() });
export type ImportFolderFile = z.infer<typeof importFolderFileSchema>;

export const takeFolderFileInput = z.object({ name: z.string().min(1).max(255) });

export const folderTakingInput = z.object({ id: idSchema });

/** How far such a file has come into storage; imports read it there under its key. */
export const folderTakingSchema = z.object({
  id: idSchema,
  uploadKey: z.string(),
  fileName: z.string(),
  sizeBytes: z.int(),
  takenBytes: z.int(),
  isHere: z.boolean(),
  failure: z.object({ messageKey: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
});
export type FolderTaking = z.infer<typeof folderTakingSchema>;
