import type { SystemTemplateKey } from "@cml/domain/content";

export type TemplateTexts = { name: string; description: string; subjectLine: string; htmlContent: string; textContent: string };

/** A system template in both languages. */
export type TemplateSeed = { key: SystemTemplateKey; en: TemplateTexts; fr: TemplateTexts };

/** A variable as the template editor explains it. */
export type VariableSeed = { en: { label: string; sampleValue: string }; fr: { label: string; sampleValue: string } };
