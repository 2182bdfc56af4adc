import { z } from "zod";
import { idSchema } from "../kernel/text";
import { governmentLevels, targetHandlings, targetPositions } from "./enums";

/** What staff know and decided about one person a campaign writes to. */
export const campaignTargetSchema = z.object({
  id: idSchema,
  campaignId: idSchema,
  recipientKey: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  level: z.enum(governmentLevels).nullable(),
  partyName: z.string().nullable(),
  email: z.string().nullable(),
  position: z.enum(targetPositions),
  positionSource: z.string().nullable(),
  positionAt: z.date().nullable(),
  handling: z.enum(targetHandlings),
});
export type CampaignTarget = z.infer<typeof campaignTargetSchema>;
