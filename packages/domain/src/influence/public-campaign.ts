import { z } from "zod";
import { type Locale, localeSchema, localized } from "../kernel/locale";
import { pageInput, pageOf } from "../kernel/page";
import type { Campaign } from "./campaign";
import { governmentLevels } from "./enums";

/** A campaign as the public sees it, in one language. Counts are null where the campaign hides them. */
export const publicCampaignSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  status: z.enum(["ACTIVE", "PAUSED", "ARCHIVED"]),
  /** Whether people can act now; otherwise the page says what became of it. */
  open: z.boolean(),
  title: z.string(),
  description: z.string(),
  emailSubject: z.string(),
  emailBody: z.string(),
  callToAction: z.string(),
  coverPhoto: z.string().nullable(),
  targetGovernmentLevels: z.array(z.enum(governmentLevels)),
  allowSmtpEmail: z.boolean(),
  allowMailtoLink: z.boolean(),
  collectUserInfo: z.boolean(),
  allowEmailEditing: z.boolean(),
  allowCustomRecipients: z.boolean(),
  showResponseWall: z.boolean(),
  highlightCampaign: z.boolean(),
  verifySender: z.boolean(),
  emailCount: z.int().nullable(),
  callCount: z.int().nullable(),
  isDemo: z.boolean(),
  publishedAt: z.date().nullable(),
});
export type PublicCampaign = z.infer<typeof publicCampaignSchema>;

/** Lists leave the letter's text out. */
export const publicCampaignSummarySchema = publicCampaignSchema.omit({ emailBody: true, emailSubject: true });
export type PublicCampaignSummary = z.infer<typeof publicCampaignSummarySchema>;
export const publicCampaignPageSchema = pageOf(publicCampaignSummarySchema);

export const listPublicCampaignsInput = pageInput.extend({ locale: localeSchema });
export type ListPublicCampaignsInput = z.infer<typeof listPublicCampaignsInput>;
export const publicCampaignInput = z.strictObject({ slug: z.string().trim().min(1).max(100), locale: localeSchema });
export type PublicCampaignInput = z.infer<typeof publicCampaignInput>;

/** Null for a draft, which has no public page. */
export const toPublicCampaign = (campaign: Campaign, locale: Locale): PublicCampaign | null => {
  if (campaign.status === "DRAFT") return null;
  const text = (field: string) => localized(campaign, field, locale);
  return {
    id: campaign.id,
    slug: campaign.slug,
    status: campaign.status,
    open: campaign.status === "ACTIVE",
    title: text("title"),
    description: text("description"),
    emailSubject: text("emailSubject"),
    emailBody: text("emailBody"),
    callToAction: text("callToAction"),
    coverPhoto: campaign.coverPhoto,
    targetGovernmentLevels: campaign.targetGovernmentLevels,
    allowSmtpEmail: campaign.allowSmtpEmail,
    allowMailtoLink: campaign.allowMailtoLink,
    collectUserInfo: campaign.collectUserInfo,
    allowEmailEditing: campaign.allowEmailEditing,
    allowCustomRecipients: campaign.allowCustomRecipients,
    showResponseWall: campaign.showResponseWall,
    highlightCampaign: campaign.highlightCampaign,
    verifySender: campaign.verifySender,
    emailCount: campaign.showEmailCount ? campaign.emailCount : null,
    callCount: campaign.showCallCount ? campaign.callCount : null,
    isDemo: campaign.isDemo,
    publishedAt: campaign.publishedAt,
  };
};
