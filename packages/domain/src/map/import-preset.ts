import { z } from "zod";
import { idSchema, lineSchema } from "../kernel/text";
import { importOptionsInput } from "./import-options";
import { foldWords } from "./street-words";

/** Kinds of file whose reading can be remembered. */
export const presetKinds = ["addresses", "people"] as const;

/** What a preset remembers of an import's options. */
export const presetOptionsSchema = importOptionsInput.pick({
  source: true,
  mapping: true,
  csv: true,
  points: true,
  overwrite: true,
  people: true,
});

export const importPresetSchema = z.object({
  id: idSchema,
  kind: z.enum(presetKinds),
  name: z.string(),
  options: presetOptionsSchema,
  usedAt: z.date(),
});
export type ImportPreset = z.infer<typeof importPresetSchema>;

const headersSchema = z.array(z.string().max(300)).max(1000);

export const savePresetInput = z.object({
  kind: z.enum(presetKinds),
  name: lineSchema(80, 1),
  /** Of the file it was made with; files with the same ones are offered it. */
  headers: headersSchema.default([]),
  options: presetOptionsSchema,
});
export type SavePresetInput = z.infer<typeof savePresetInput>;

export const suggestPresetInput = z.object({ kind: z.enum(presetKinds), headers: headersSchema });

/** The same for the same columns in whatever order, case or accents. */
export const headersFingerprint = (headers: readonly string[]): string => [...new Set(headers.map(foldWords))].sort().join("|");
