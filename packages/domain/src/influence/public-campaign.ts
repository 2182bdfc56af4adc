import { z } from "zod";
import { type Locale, localeSchema, localized } from "../kernel/locale";
import { pageInput, pageOf } from "../kernel/page";
import type { Campaign } from "./campaign";
import { governmentLevels } from "./enums";
import { rulesNeedPlace, rulesOf, targetRulesSchema } from "./target-rule";

/**
 * OPEN: people can act. PAUSED: staff hold it for a while. ENDED: past its end date. ARCHIVED: closed for good.
 * Every state but OPEN keeps the page: what was decided, the totals, one next thing, no form.
 */
export const campaignStates = ["OPEN", "PAUSED", "ENDED", "ARCHIVED"] as const;
export type CampaignState = (typeof campaignStates)[number];

/** A campaign as the public sees it, in one language. Counts are null where the campaign hides them; texts are "" where none. */
export const publicCampaignSchema = z.object({
  id: z.uuid(),
  /** The current one: where it differs from the slug that was asked for, the page answers 301 to it. */
  slug: z.string(),
  status: z.enum(["ACTIVE", "PAUSED", "ARCHIVED"]),
  state: z.enum(campaignStates),
  /** Whether people can act now (state OPEN); otherwise the page says what became of it. */
  open: z.boolean(),
  /** Drawn for its authors or behind a private preview link: the page says so, is kept out of search, and nothing is sent. */
  isPreview: z.boolean(),
  title: z.string(),
  description: z.string(),
  emailSubject: z.string(),
  emailBody: z.string(),
  callToAction: z.string(),
  coverPhoto: z.string().nullable(),
  targetGovernmentLevels: z.array(z.enum(governmentLevels)),
  /** Who is written to; empty: the supporter's own representatives of the levels. */
  targets: targetRulesSchema,
  /** Whether the recipients depend on where the supporter lives. */
  needsPostalCode: z.boolean(),
  ownConstituentsOnly: z.boolean(),
  allowSmtpEmail: z.boolean(),
  allowMailtoLink: z.boolean(),
  allowPrint: z.boolean(),
  allowCalls: z.boolean(),
  callScript: z.string(),
  collectUserInfo: z.boolean(),
  allowEmailEditing: z.boolean(),
  allowCustomRecipients: z.boolean(),
  allowRepeatLetters: z.boolean(),
  showResponseWall: z.boolean(),
  highlightCampaign: z.boolean(),
  verifySender: z.boolean(),
  /** The form asks for the street, which stands in the letter only. */
  askStreet: z.boolean(),
  /** One question whose answer becomes the personal sentence. */
  personalPrompt: z.string(),
  /** Letters become part of the public record. */
  publicRecord: z.boolean(),
  /** A letter we send ends with a link for its office. */
  officeLink: z.boolean(),
  decisionAt: z.date().nullable(),
  submissionDeadline: z.date().nullable(),
  agendaItem: z.string(),
  /** Who gets a copy of each letter; "" for nobody. */
  clerkName: z.string(),
  endsAt: z.date().nullable(),
  /** Sites that may show the campaign's panel in a frame. */
  embedOrigins: z.array(z.string()),
  /** What was decided, for the page of a campaign that is over. */
  outcome: z.string(),
  /** The one next thing; both empty where staff named none. */
  nextStepLabel: z.string(),
  nextStepUrl: z.string(),
  emailCount: z.int().nullable(),
  callCount: z.int().nullable(),
  responseCount: z.int().nullable(),
  isDemo: z.boolean(),
  publishedAt: z.date().nullable(),
});
export type PublicCampaign = z.infer<typeof publicCampaignSchema>;

/** Lists leave the long texts out. */
export const publicCampaignSummarySchema = publicCampaignSchema.omit({
  emailBody: true,
  emailSubject: true,
  callScript: true,
  personalPrompt: true,
  outcome: true,
  embedOrigins: true,
});
export type PublicCampaignSummary = z.infer<typeof publicCampaignSummarySchema>;
export const publicCampaignPageSchema = pageOf(publicCampaignSummarySchema);

export const listPublicCampaignsInput = pageInput.extend({ locale: localeSchema });
export type ListPublicCampaignsInput = z.infer<typeof listPublicCampaignsInput>;
const slug = z.string().trim().min(1).max(100);
export const publicCampaignInput = z.strictObject({ slug, locale: localeSchema });
export type PublicCampaignInput = z.infer<typeof publicCampaignInput>;
/** What a private preview link holds, `/preview/{slug}/{token}`. */
export const previewCampaignInput = z.strictObject({ slug, token: z.string().min(1).max(100), locale: localeSchema });
export type PreviewCampaignInput = z.infer<typeof previewCampaignInput>;

/** Where a published campaign stands at `now`. */
export const campaignState = ({ status, endsAt }: Pick<Campaign, "status" | "endsAt">, now: Date): CampaignState => {
  if (status === "ARCHIVED") return "ARCHIVED";
  if (endsAt !== null && endsAt <= now) return "ENDED";
  return status === "PAUSED" ? "PAUSED" : "OPEN";
};

/** Whether people can act in it now: live and not past its end. */
export const isCampaignOpen = (campaign: Pick<Campaign, "status" | "endsAt">, now: Date): boolean =>
  campaign.status === "ACTIVE" && campaignState(campaign, now) === "OPEN";

/** Null for a draft, which has no public page. */
export const toPublicCampaign = (campaign: Campaign, locale: Locale, now: Date): PublicCampaign | null =>
  campaign.status === "DRAFT" ? null : shown(campaign, { locale, now, isPreview: false });

/** The same for its authors and for whoever holds a preview link: a draft looks as if it were live. */
export const toPreviewedCampaign = (campaign: Campaign, locale: Locale, now: Date): PublicCampaign =>
  shown(campaign, { locale, now, isPreview: true });

type View = { locale: Locale; now: Date; isPreview: boolean };

const shown = (campaign: Campaign, { locale, now, isPreview }: View): PublicCampaign => {
  const text = (field: string) => localized(campaign, field, locale);
  const state = campaignState(campaign, now);
  return {
    ...unchanged.parse(campaign),
    status: campaign.status === "DRAFT" ? "ACTIVE" : campaign.status,
    state,
    open: state === "OPEN",
    isPreview,
    title: text("title"),
    description: text("description"),
    emailSubject: text("emailSubject"),
    emailBody: text("emailBody"),
    callToAction: text("callToAction"),
    callScript: text("callScript"),
    personalPrompt: text("personalPrompt"),
    agendaItem: text("agendaItem"),
    outcome: text("outcome"),
    nextStepLabel: text("nextStepLabel"),
    nextStepUrl: campaign.nextStepUrl ?? "",
    clerkName: campaign.clerkEmail === null ? "" : (campaign.clerkName ?? campaign.clerkEmail),
    needsPostalCode: campaign.ownConstituentsOnly || rulesNeedPlace(rulesOf(campaign)),
    emailCount: campaign.showEmailCount ? campaign.emailCount : null,
    callCount: campaign.showCallCount ? campaign.callCount : null,
    responseCount: campaign.showResponseWall ? campaign.responseCount : null,
  };
};

// What the public is told as it stands in the row. Made once: a schema made anew for each campaign costs many times what it checks.
const unchanged = publicCampaignSchema.pick({
  id: true,
  slug: true,
  coverPhoto: true,
  targetGovernmentLevels: true,
  targets: true,
  ownConstituentsOnly: true,
  allowSmtpEmail: true,
  allowMailtoLink: true,
  allowPrint: true,
  allowCalls: true,
  collectUserInfo: true,
  allowEmailEditing: true,
  allowCustomRecipients: true,
  allowRepeatLetters: true,
  showResponseWall: true,
  highlightCampaign: true,
  verifySender: true,
  askStreet: true,
  publicRecord: true,
  officeLink: true,
  decisionAt: true,
  submissionDeadline: true,
  endsAt: true,
  embedOrigins: true,
  isDemo: true,
  publishedAt: true,
});
