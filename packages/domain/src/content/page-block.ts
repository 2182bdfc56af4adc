import { z } from "zod";
import { translationsSchema } from "../kernel/locale";

/** The seven kinds of block the page editor knows. */
export const pageBlockTypes = ["hero", "text", "image", "cta", "features", "testimonials", "form"] as const;

export const pageBlockSchema = z.object({
  id: z.uuid(),
  type: z.enum(pageBlockTypes),
  label: z.string(),
  schema: z.record(z.string(), z.unknown()),
  defaults: z.record(z.string(), z.unknown()),
  thumbnail: z.string().nullable(),
  category: z.string().nullable(),
  sortOrder: z.int(),
  translations: translationsSchema.nullable(),
});
export type PageBlock = z.infer<typeof pageBlockSchema>;
