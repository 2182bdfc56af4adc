import { z } from "zod";

/** Whose data stands on a map or in an export, and what has to be said of it. */
export const dataCreditSchema = z.object({ source: z.literal("nar"), release: z.string().nullable(), text: z.string(), url: z.string() });
export type DataCredit = z.infer<typeof dataCreditSchema>;

/** The Statistics Canada Open Licence, in both languages. */
export const openLicenceUrl = {
  en: "https://www.statcan.gc.ca/en/terms-conditions/open-licence",
  fr: "https://www.statcan.gc.ca/fr/avis/licence-ouverte",
} as const;
