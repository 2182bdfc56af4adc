import { z } from "zod";
import { type Locale, localeSchema, translationsSchema } from "../kernel/locale";
import { pageInput, pageOf } from "../kernel/page";
import { emailSchema, idSchema, lineSchema, paragraphsSchema } from "../kernel/text";
import { emailTemplateCategories } from "./enums";

export const emailTemplateVariableSchema = z.object({
  key: z.string(),
  label: z.string(),
  description: z.string().nullable(),
  isRequired: z.boolean(),
  isConditional: z.boolean(),
  sampleValue: z.string().nullable(),
  translations: translationsSchema.nullable(),
});
export type EmailTemplateVariable = z.infer<typeof emailTemplateVariableSchema>;

/** A mail's wording: seed fields in the organisation's language, `translations` in the other one. */
export const emailTemplateSchema = z.object({
  id: idSchema,
  key: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  category: z.enum(emailTemplateCategories),
  subjectLine: z.string(),
  htmlContent: z.string(),
  textContent: z.string(),
  translations: translationsSchema.nullable(),
  isSystem: z.boolean(),
  isActive: z.boolean(),
  variables: z.array(emailTemplateVariableSchema),
  updatedAt: z.date(),
});
export type EmailTemplate = z.infer<typeof emailTemplateSchema>;

export const emailTemplateSummarySchema = emailTemplateSchema.omit({
  htmlContent: true,
  textContent: true,
  translations: true,
  variables: true,
});
export type EmailTemplateSummary = z.infer<typeof emailTemplateSummarySchema>;

export const emailTemplateVersionSchema = z.object({
  versionNumber: z.int(),
  subjectLine: z.string(),
  htmlContent: z.string(),
  textContent: z.string(),
  translations: translationsSchema.nullable(),
  changeNotes: z.string().nullable(),
  createdByUserId: idSchema.nullable(),
  createdAt: z.date(),
});
export type EmailTemplateVersion = z.infer<typeof emailTemplateVersionSchema>;

export const listEmailTemplatesInput = pageInput.extend({
  search: z.string().trim().max(200).default(""),
  category: z.enum(emailTemplateCategories).nullable().default(null),
});
export type ListEmailTemplatesInput = z.infer<typeof listEmailTemplatesInput>;
export const emailTemplatePageSchema = pageOf(emailTemplateSummarySchema);
export const emailTemplateIdInput = z.strictObject({ id: idSchema });

const texts = z.strictObject({
  subjectLine: lineSchema(300, 0),
  htmlContent: paragraphsSchema(100_000),
  textContent: paragraphsSchema(100_000),
});

export const updateEmailTemplateInput = z.strictObject({
  id: idSchema,
  subjectLine: lineSchema(300),
  htmlContent: paragraphsSchema(100_000, 1),
  textContent: paragraphsSchema(100_000),
  translations: z.partialRecord(localeSchema, texts.partial()).nullable().default(null),
  changeNotes: lineSchema(500, 0).nullable().default(null),
});
export type UpdateEmailTemplateInput = z.infer<typeof updateEmailTemplateInput>;

export const previewEmailTemplateInput = z.strictObject({ id: idSchema, locale: localeSchema });
export type PreviewEmailTemplateInput = z.infer<typeof previewEmailTemplateInput>;
export const renderedMailSchema = z.object({ subject: z.string(), html: z.string(), text: z.string() });
export type RenderedMail = z.infer<typeof renderedMailSchema>;

export const testEmailTemplateInput = z.strictObject({ id: idSchema, locale: localeSchema, to: emailSchema });
export type TestEmailTemplateInput = z.infer<typeof testEmailTemplateInput>;
export const testedMailSchema = z.object({ success: z.boolean(), response: z.string() });
export type TestedMail = z.infer<typeof testedMailSchema>;

/** The wording in `locale`; what is missing there is said in the organisation's language. */
export const templateTexts = (
  template: Pick<EmailTemplate, "subjectLine" | "htmlContent" | "textContent" | "translations">,
  locale: Locale,
): RenderedMail => {
  const own = template.translations?.[locale];
  const pick = (field: "subjectLine" | "htmlContent" | "textContent") => own?.[field] || template[field];
  return { subject: pick("subjectLine"), html: pick("htmlContent"), text: pick("textContent") };
};

/** Sample values of a template's variables in `locale`, for previews and tests. */
export const sampleValues = (variables: readonly EmailTemplateVariable[], locale: Locale): Record<string, string> =>
  Object.fromEntries(variables.map((one) => [one.key, one.translations?.[locale]?.["sampleValue"] || one.sampleValue || one.label]));
