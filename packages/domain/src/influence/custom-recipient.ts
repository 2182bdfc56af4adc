import { z } from "zod";
import { localeSchema, translationsSchema } from "../kernel/locale";
import { emailSchema, idSchema, lineSchema, paragraphsSchema } from "../kernel/text";
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

const optionalLine = (max: number) => lineSchema(max, 0).nullable();
/** What a form or a file may say about somebody on the list. */
const fields = {
  recipientName: lineSchema(200),
  recipientEmail: emailSchema,
  recipientTitle: optionalLine(200),
  recipientOrganization: optionalLine(200),
  notes: paragraphsSchema(2_000).nullable(),
  isActive: z.boolean(),
  level: z.enum(governmentLevels).nullable(),
  phone: optionalLine(50),
  postalAddress: paragraphsSchema(500).nullable(),
  contactUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable(),
  partyName: optionalLine(100),
  gender: z.enum(["F", "M"]).nullable(),
  preferredLocale: localeSchema.nullable(),
  areaSet: optionalLine(120),
  areaId: optionalLine(120),
  translations: z
    .partialRecord(
      localeSchema,
      z.object({ recipientTitle: lineSchema(200, 0).optional(), recipientOrganization: lineSchema(200, 0).optional() }),
    )
    .nullable(),
};

/** Without an id somebody new, at the end of the list. */
export const saveRecipientInput = z.strictObject({ id: idSchema.nullable(), campaignId: idSchema, ...fields });
export type SaveRecipientInput = z.infer<typeof saveRecipientInput>;
export const recipientIdInput = z.strictObject({ id: idSchema });
export const campaignOfInput = z.strictObject({ campaignId: idSchema });
export type CampaignOfInput = z.infer<typeof campaignOfInput>;

/** An area somebody may be tied to: a boundary that was imported. */
export const areaChoiceSchema = z.object({ set: z.string(), id: z.string(), name: z.string() });
export type AreaChoice = z.infer<typeof areaChoiceSchema>;
export const listAreasInput = z.strictObject({ search: z.string().trim().max(100).default(""), locale: localeSchema });
export type ListAreasInput = z.infer<typeof listAreasInput>;
