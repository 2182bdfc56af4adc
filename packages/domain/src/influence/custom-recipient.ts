import { z } from "zod";
import { localeSchema, translationsSchema } from "../kernel/locale";
import { idSchema } from "../kernel/text";
import { governmentLevels } from "./enums";

/** Somebody on a campaign's own list: a minister, a senator, a clerk, a band council, a trustee. */
export const customRecipientSchema = z.object({
  id: idSchema,
  campaignId: idSchema,
  recipientName: z.string(),
  recipientEmail: z.string(),
  recipientTitle: z.string().nullable(),
  recipientOrganization: z.string().nullable(),
  notes: z.string().nullable(),
  isActive: z.boolean(),
  level: z.enum(governmentLevels).nullable(),
  sortOrder: z.int(),
  translations: translationsSchema.nullable(),
  phone: z.string().nullable(),
  postalAddress: z.string().nullable(),
  contactUrl: z.string().nullable(),
  partyName: z.string().nullable(),
  gender: z.string().nullable(),
  preferredLocale: localeSchema.nullable(),
  /** Boundary set and external id: only its residents see this person. */
  areaSet: z.string().nullable(),
  areaId: z.string().nullable(),
});
export type CustomRecipient = z.infer<typeof customRecipientSchema>;
