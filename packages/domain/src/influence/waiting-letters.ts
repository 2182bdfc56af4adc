import { z } from "zod";
import { localeSchema } from "../kernel/locale";
import { governmentLevels } from "./enums";

/** What waits in `EmailVerification.tempCampaignData` until the sender's address is confirmed, frozen as the supporter saw it. */
export const waitingLettersSchema = z.object({
  submissionId: z.uuid(),
  campaignId: z.uuid(),
  campaignSlug: z.string(),
  postalCode: z.string().nullable(),
  city: z.string().nullable().default(null),
  street: z.string().nullable().default(null),
  source: z.string().nullable().default(null),
  name: z.string(),
  email: z.string(),
  locale: localeSchema,
  userId: z.string().nullable(),
  ipHash: z.string().nullable(),
  /** Hash of the token the waiting browser holds already; see ConfirmedBrowser. */
  rememberHash: z.string().nullable().default(null),
  consents: z.object({ tellHowItEnds: z.boolean(), newsletter: z.boolean() }),
  /** Empty where the link confirms the boxes only. */
  letters: z.array(
    z.object({
      recipientEmail: z.string(),
      recipientName: z.string(),
      recipientTitle: z.string().nullable(),
      recipientLevel: z.enum(governmentLevels).nullable(),
      recipientKey: z.string().nullable().default(null),
      recipientParty: z.string().nullable().default(null),
      letterVersionId: z.uuid().nullable().default(null),
      editedShare: z.number().nullable().default(null),
      /** The letter's own language, where an office asks for another than the writer's. */
      locale: localeSchema.nullable().default(null),
      subject: z.string(),
      message: z.string(),
    }),
  ),
});
export type WaitingLetters = z.infer<typeof waitingLettersSchema>;
export type WaitingLetter = WaitingLetters["letters"][number];
