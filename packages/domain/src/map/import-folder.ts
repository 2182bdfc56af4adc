import { z } from "zod";

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
