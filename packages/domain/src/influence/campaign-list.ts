import { z } from "zod";
import { pageInput, pageOf } from "../kernel/page";
import { idSchema } from "../kernel/text";
import { campaignSchema } from "./campaign";
import { campaignStatuses, governmentLevels } from "./enums";

/** Each has its natural direction: newest and most first, titles from A. */
export const campaignSorts = ["newest", "updated", "title", "letters", "calls"] as const;
export type CampaignSort = (typeof campaignSorts)[number];
export const listCampaignsInput = pageInput.extend({
  search: z.string().trim().max(200).default(""),
  status: z.enum(campaignStatuses).nullable().default(null),
  level: z.enum(governmentLevels).nullable().default(null),
  /** Only for those who see everybody's campaigns; others see their own whatever they ask. */
  ownerId: idSchema.nullable().default(null),
  sort: z.enum(campaignSorts).default("newest"),
  reversed: z.boolean().default(false),
});
export type ListCampaignsInput = z.infer<typeof listCampaignsInput>;

/** A row of the list: without the long texts, which would be most of its weight. */
export const campaignSummarySchema = campaignSchema.pick({
  id: true,
  slug: true,
  title: true,
  coverPhoto: true,
  status: true,
  targetGovernmentLevels: true,
  endsAt: true,
  submissionDeadline: true,
  emailCount: true,
  callCount: true,
  responseCount: true,
  isDemo: true,
  createdByUserId: true,
  createdByUserName: true,
  publishedAt: true,
  createdAt: true,
  updatedAt: true,
});
export type CampaignSummary = z.infer<typeof campaignSummarySchema>;
export const campaignPageSchema = pageOf(campaignSummarySchema);

/** People who have campaigns, for the owner filter; empty for those who see only their own. */
export const campaignOwnersSchema = z.array(z.object({ id: idSchema, name: z.string(), campaigns: z.int() }));
export type CampaignOwner = z.infer<typeof campaignOwnersSchema>[number];
