import { z } from "zod";
import { idSchema, lineSchema } from "../kernel/text";
import { cutCategories } from "./enums";
import { fieldRules } from "./field-rules";
import { columnMappingSchema } from "./import-columns";
import { mapLineKinds } from "./map-line";
import { narOriginSchema } from "./nar-origin";
import { peopleReadingSchema } from "./people-columns";
import { pointReadings, pointReadingSchema } from "./point-reading";

/** Name under which a file's own ids mean something; lower case. */
export const importSourceSchema = lineSchema(80)
  .transform((text) => text.toLowerCase())
  .pipe(z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u));

/** How a CSV is written; null is found by looking. */
export const csvReadingSchema = z.object({
  encoding: z.enum(["utf-8", "utf-16le", "utf-16be", "windows-1252"]).nullable().default(null),
  delimiter: z.enum([",", ";", "\t", "|"]).nullable().default(null),
  quote: z.enum(['"', "'"]).nullable().default(null),
  /** Whether the first row names the columns. */
  headerRow: z.boolean().nullable().default(null),
});
export type CsvReading = z.infer<typeof csvReadingSchema>;

/** Which part of a register is wanted; an empty list is all of it. */
export const narFilterSchema = z.object({
  /** Two letters. */
  provinces: z.array(z.string().length(2)).max(13).default([]),
  municipalities: z.array(lineSchema(120)).max(500).default([]),
  /** Whole codes or their beginnings. */
  postalCodes: z.array(lineSchema(7)).max(500).default([]),
  /** Names in either language, or codes. */
  federalDistricts: z.array(lineSchema(160)).max(343).default([]),
  cutId: idSchema.nullable().default(null),
  residentialOnly: z.boolean().default(false),
});
export type NarFilter = z.infer<typeof narFilterSchema>;

const overwriteSchema = z.array(z.enum(fieldRules)).max(fieldRules.length);

const mostRowsDecided = 20_000;

/** How a file of boundaries is read. */
export const areaReadingSchema = z.object({
  /** Fields of the file; null is found by looking at the usual names. */
  name: z.string().max(200).nullable().default(null),
  externalId: z.string().max(200).nullable().default(null),
  color: z.string().max(200).nullable().default(null),
  category: z.string().max(200).nullable().default(null),
  /** Of a shapefile that does not say it. */
  projection: z.enum(pointReadings).nullable().default(null),
  /** Boundaries that cross themselves, are open or overlap themselves are mended instead of refused. */
  mend: z.boolean().default(false),
  /** Rows that are mended, and rows that are left out, as somebody decided who looked at them. */
  mendRows: z.array(z.int()).max(mostRowsDecided).default([]),
  skipRows: z.array(z.int()).max(mostRowsDecided).default([]),
});
export type AreaReading = z.infer<typeof areaReadingSchema>;

/** What the importer was told; kept with the run, so that any worker can go on with it. */
export const importOptionsSchema = z.object({
  source: z.string(),
  mapping: columnMappingSchema.nullable().default(null),
  category: z.enum(cutCategories).default("NEIGHBORHOOD"),
  areas: areaReadingSchema.prefault({}),
  csv: csvReadingSchema.prefault({}),
  points: pointReadingSchema.default("degrees"),
  /** What people recorded or edited by hand stays unless it is named here. */
  overwrite: overwriteSchema.default([]),
  nar: narFilterSchema.nullable().default(null),
  /** What lines are that do not say themselves. */
  lineKind: z.enum(mapLineKinds).default("road"),
  /** How a list of people is read. */
  people: peopleReadingSchema.nullable().default(null),
  /** Set by whoever takes the register in, never asked for. */
  register: narOriginSchema.nullable().default(null),
});
export type ImportOptions = z.infer<typeof importOptionsSchema>;

/** The same as it is asked for. */
export const importOptionsInput = importOptionsSchema.omit({ register: true }).extend({ source: importSourceSchema.default("import") });
