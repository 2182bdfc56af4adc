import { z } from "zod";

/** The two languages every text of the product exists in. */
export const locales = ["en", "fr"] as const;
export type Locale = (typeof locales)[number];
export const localeSchema = z.enum(locales);

export const otherLocale = (locale: Locale): Locale => (locale === "en" ? "fr" : "en");

/** `translations` JSON beside a seed field: the other language's texts, by field name. */
export const translationsSchema = z.partialRecord(localeSchema, z.record(z.string(), z.string()));
export type Translations = z.infer<typeof translationsSchema>;

/** The text of `field` in `locale`, or the default-language text when it was not translated. */
export const localized = (
  entity: { translations: Translations | null } & Record<string, unknown>,
  field: string,
  locale: Locale,
): string => {
  const translated = entity.translations?.[locale]?.[field];
  if (translated !== undefined && translated !== "") return translated;
  const original = entity[field];
  return typeof original === "string" ? original : "";
};
