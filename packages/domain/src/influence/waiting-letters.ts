import { z } from "zod";
import { localeSchema } from "../kernel/locale";
import { governmentLevels } from "./enums";

/** What waits in `EmailVerification.tempCampaignData` until the sender's address is confirmed, frozen as the supporter saw it. */
export const waitingLettersSchema = z.object({
  submissionId: z.uuid(),
  campaignId: z.uuid(),
  campaignSlug: z.string(),
  postalCode: z.string(),
  name: z.string(),
  email: z.string(),
  locale: localeSchema,
  userId: z.string().nullable(),
  ipHash: z.string().nullable(),
  consents: z.object({ tellHowItEnds: z.boolean(), newsletter: z.boolean() }),
  letters: z.array(
    z.object({
      recipientEmail: z.string(),
      recipientName: z.string(),
      recipientTitle: z.string(),
      recipientLevel: z.enum(governmentLevels).nullable(),
      subject: z.string(),
      message: z.string(),
    }),
  ),
});
export type WaitingLetters = z.infer<typeof waitingLettersSchema>;
