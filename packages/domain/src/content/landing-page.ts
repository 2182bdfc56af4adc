import { z } from "zod";
import { type Locale, localeSchema, localized, translationsSchema } from "../kernel/locale";
import { pageInput, pageOf } from "../kernel/page";
import { editorModes } from "./enums";

export const landingPageSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  htmlOutput: z.string().nullable(),
  cssOutput: z.string().nullable(),
  editorMode: z.enum(editorModes),
  published: z.boolean(),
  seoTitle: z.string().nullable(),
  seoDescription: z.string().nullable(),
  seoImage: z.string().nullable(),
  translations: translationsSchema.nullable(),
  updatedAt: z.date(),
});
export type LandingPage = z.infer<typeof landingPageSchema>;
export const landingPageSummarySchema = landingPageSchema.omit({ htmlOutput: true, cssOutput: true, translations: true });
export const landingPagePageSchema = pageOf(landingPageSummarySchema);
export const listLandingPagesInput = pageInput.extend({ search: z.string().trim().max(200).default("") });
export type ListLandingPagesInput = z.infer<typeof listLandingPagesInput>;
export const landingPageIdInput = z.strictObject({ id: z.uuid() });

export const publicPageInput = z.strictObject({ slug: z.string().trim().min(1).max(100), locale: localeSchema });
export type PublicPageInput = z.infer<typeof publicPageInput>;
export const publicPageSchema = z.object({
  slug: z.string(),
  title: z.string(),
  description: z.string(),
  html: z.string(),
  css: z.string(),
  seoTitle: z.string(),
  seoDescription: z.string(),
  seoImage: z.string().nullable(),
});
export type PublicPage = z.infer<typeof publicPageSchema>;

/** Null for a page that is not published. */
export const toPublicPage = (page: LandingPage, locale: Locale): PublicPage | null => {
  if (!page.published) return null;
  const text = (field: string) => localized(page, field, locale);
  return {
    slug: page.slug,
    title: text("title"),
    description: text("description"),
    html: text("htmlOutput"),
    css: page.cssOutput ?? "",
    seoTitle: text("seoTitle") || text("title"),
    seoDescription: text("seoDescription") || text("description"),
    seoImage: page.seoImage,
  };
};
