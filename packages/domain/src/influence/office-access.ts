import { z } from "zod";
import { localeSchema } from "../kernel/locale";
import { idSchema } from "../kernel/text";
import { governmentLevels } from "./enums";

/** How long the link works by which an office says whether a response is its own. */
export const officeQuestionDays = 30;
/** How long a mailed way into an office's page works, and how long it stays open once it was used. */
export const wayInHours = 24;
export const officeSessionHours = 12;

/** One office that a campaign writes to. */
export const officeAccessSchema = z.object({
  id: idSchema,
  campaignId: idSchema,
  recipientKey: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  level: z.enum(governmentLevels).nullable(),
  email: z.string(),
  locale: localeSchema,
  firstOpenedAt: z.date().nullable(),
  digest: z.boolean(),
  digestOnAt: z.date().nullable(),
  digestSentAt: z.date().nullable(),
  contact: z.string().nullable(),
  contactEmail: z.string().nullable(),
  contactPhone: z.string().nullable(),
  createdAt: z.date(),
});
export type OfficeAccess = z.infer<typeof officeAccessSchema>;
