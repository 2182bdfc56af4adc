import { z } from "zod";
import type { Actor } from "../kernel/actor";
import { type Locale, localeSchema, otherLocale, translationsSchema } from "../kernel/locale";
import { pageInput, pageOf } from "../kernel/page";
import { emailSchema, idSchema, lineSchema, paragraphsSchema, slugify } from "../kernel/text";
import { campaignStatuses, type CampaignStatus, governmentLevels } from "./enums";
import { unknownLetterVariables } from "./letter-text";
import { targetRulesSchema } from "./target-rule";

/** Texts of a campaign that exist in both languages: the seed field, and `translations` for the other language. */
export const campaignTexts = [
  "title",
  "description",
  "emailSubject",
  "emailBody",
  "callToAction",
  "callScript",
  "personalPrompt",
  "agendaItem",
  "outcome",
  "nextStepLabel",
] as const;
export type CampaignText = (typeof campaignTexts)[number];

const flags = {
  allowSmtpEmail: z.boolean(),
  allowMailtoLink: z.boolean(),
  collectUserInfo: z.boolean(),
  showEmailCount: z.boolean(),
  showCallCount: z.boolean(),
  allowEmailEditing: z.boolean(),
  allowCustomRecipients: z.boolean(),
  showResponseWall: z.boolean(),
  highlightCampaign: z.boolean(),
  verifySender: z.boolean(),
  allowRepeatLetters: z.boolean(),
  ownConstituentsOnly: z.boolean(),
  allowPrint: z.boolean(),
  allowCalls: z.boolean(),
  askStreet: z.boolean(),
  publicRecord: z.boolean(),
};

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const campaignSchema = z.object({
  id: idSchema,
  slug: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  emailSubject: z.string(),
  emailBody: z.string(),
  callToAction: z.string().nullable(),
  coverPhoto: z.string().nullable(),
  status: z.enum(campaignStatuses),
  ...flags,
  targetGovernmentLevels: z.array(z.enum(governmentLevels)),
  translations: translationsSchema.nullable(),
  sendFrom: z.date().nullable(),
  sendUntil: z.date().nullable(),
  lettersPerHour: z.int().nullable(),
  targets: targetRulesSchema,
  callScript: z.string().nullable(),
  personalPrompt: z.string().nullable(),
  windowDays: z.array(z.int()),
  windowFrom: z.string().nullable(),
  windowTo: z.string().nullable(),
  recipientPerHour: z.int().nullable(),
  recipientTotal: z.int().nullable(),
  endsAt: z.date().nullable(),
  decisionAt: z.date().nullable(),
  submissionDeadline: z.date().nullable(),
  agendaItem: z.string().nullable(),
  clerkName: z.string().nullable(),
  clerkEmail: z.string().nullable(),
  outcome: z.string().nullable(),
  nextStepLabel: z.string().nullable(),
  nextStepUrl: z.string().nullable(),
  previewVersion: z.int().nullable(),
  embedOrigins: z.array(z.string()),
  emailCount: z.int(),
  callCount: z.int(),
  responseCount: z.int(),
  isDemo: z.boolean(),
  createdByUserId: idSchema.nullable(),
  createdByUserName: z.string().nullable(),
  publishedAt: z.date().nullable(),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export type Campaign = z.infer<typeof campaignSchema>;

/** What keeps a campaign from being published; the first four are the editor's to mend, the last is the mail server's. */
export const publishProblems = ["noTargets", "noWay", "window", "ended", "needsMailServer"] as const;
export type PublishProblem = (typeof publishProblems)[number];

/** What an editor sees beside the campaign: texts without the other language, what publishing would refuse, former slugs. */
export const campaignDetailSchema = campaignSchema.extend({
  missingTranslations: z.array(z.enum(campaignTexts)),
  problems: z.array(z.enum(publishProblems)),
  formerSlugs: z.array(z.string()),
});
export type CampaignDetail = z.infer<typeof campaignDetailSchema>;

const letterText = <T extends z.ZodType<string>>(schema: T) =>
  schema.superRefine((text, ctx) => {
    if (unknownLetterVariables(text).length > 0) ctx.addIssue({ code: "custom", message: "letterVariable" });
  });

const translatedText = z.object({
  title: lineSchema(200, 0).optional(),
  description: paragraphsSchema(10_000).optional(),
  emailSubject: letterText(lineSchema(200, 0)).optional(),
  emailBody: letterText(paragraphsSchema(20_000)).optional(),
  callToAction: paragraphsSchema(1_000).optional(),
  callScript: paragraphsSchema(4_000).optional(),
  personalPrompt: lineSchema(300, 0).optional(),
  agendaItem: lineSchema(200, 0).optional(),
  outcome: paragraphsSchema(4_000).optional(),
  nextStepLabel: lineSchema(100, 0).optional(),
});

/** Covers are our own files: pictures from elsewhere are brought here first (takeCover), because pages load nothing foreign. */
const ownCover = z
  .string()
  .regex(/^\/files\/covers\/[\w-][\w.-]*$/)
  .max(200);

const fields = {
  title: lineSchema(200, 3),
  description: paragraphsSchema(10_000).nullable(),
  emailSubject: letterText(lineSchema(200, 3)),
  emailBody: letterText(paragraphsSchema(20_000, 20)),
  callToAction: paragraphsSchema(1_000).nullable(),
  coverPhoto: ownCover.nullable(),
  targetGovernmentLevels: z.array(z.enum(governmentLevels)).min(1).max(4),
  translations: z.partialRecord(localeSchema, translatedText).nullable(),
  sendFrom: z.date().nullable(),
  sendUntil: z.date().nullable(),
  lettersPerHour: z.int().min(1).max(100_000).nullable(),
  targets: targetRulesSchema,
  callScript: paragraphsSchema(4_000).nullable(),
  personalPrompt: lineSchema(300, 0).nullable(),
  /** ISO weekdays, 1 is Monday; empty is every day. */
  windowDays: z.array(z.int().min(1).max(7)).max(7),
  windowFrom: timeOfDay.nullable(),
  windowTo: timeOfDay.nullable(),
  recipientPerHour: z.int().min(1).max(100_000).nullable(),
  recipientTotal: z.int().min(1).max(10_000_000).nullable(),
  endsAt: z.date().nullable(),
  decisionAt: z.date().nullable(),
  submissionDeadline: z.date().nullable(),
  agendaItem: lineSchema(200, 0).nullable(),
  clerkName: lineSchema(200, 0).nullable(),
  clerkEmail: emailSchema.nullable(),
  outcome: paragraphsSchema(4_000).nullable(),
  nextStepLabel: lineSchema(100, 0).nullable(),
  nextStepUrl: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .nullable(),
  /** Origins that may show the campaign in a frame: https://example.org */
  embedOrigins: z
    .array(
      z
        .string()
        .regex(/^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/i)
        .max(200),
    )
    .max(20),
  ...flags,
};

/** Defaults are those of the seed documents. */
export const createCampaignInput = z.strictObject({
  ...fields,
  description: fields.description.default(null),
  callToAction: fields.callToAction.default(null),
  coverPhoto: fields.coverPhoto.default(null),
  translations: fields.translations.default(null),
  sendFrom: fields.sendFrom.default(null),
  sendUntil: fields.sendUntil.default(null),
  lettersPerHour: fields.lettersPerHour.default(null),
  targets: fields.targets.default([]),
  callScript: fields.callScript.default(null),
  personalPrompt: fields.personalPrompt.default(null),
  windowDays: fields.windowDays.default([]),
  windowFrom: fields.windowFrom.default(null),
  windowTo: fields.windowTo.default(null),
  recipientPerHour: fields.recipientPerHour.default(null),
  recipientTotal: fields.recipientTotal.default(null),
  endsAt: fields.endsAt.default(null),
  decisionAt: fields.decisionAt.default(null),
  submissionDeadline: fields.submissionDeadline.default(null),
  agendaItem: fields.agendaItem.default(null),
  clerkName: fields.clerkName.default(null),
  clerkEmail: fields.clerkEmail.default(null),
  outcome: fields.outcome.default(null),
  nextStepLabel: fields.nextStepLabel.default(null),
  nextStepUrl: fields.nextStepUrl.default(null),
  embedOrigins: fields.embedOrigins.default([]),
  allowSmtpEmail: flags.allowSmtpEmail.default(true),
  allowMailtoLink: flags.allowMailtoLink.default(true),
  collectUserInfo: flags.collectUserInfo.default(true),
  showEmailCount: flags.showEmailCount.default(true),
  showCallCount: flags.showCallCount.default(true),
  allowEmailEditing: flags.allowEmailEditing.default(false),
  allowCustomRecipients: flags.allowCustomRecipients.default(false),
  showResponseWall: flags.showResponseWall.default(false),
  highlightCampaign: flags.highlightCampaign.default(false),
  verifySender: flags.verifySender.default(true),
  allowRepeatLetters: flags.allowRepeatLetters.default(false),
  ownConstituentsOnly: flags.ownConstituentsOnly.default(false),
  allowPrint: flags.allowPrint.default(true),
  allowCalls: flags.allowCalls.default(false),
  askStreet: flags.askStreet.default(false),
  publicRecord: flags.publicRecord.default(false),
});
export type CreateCampaignInput = z.infer<typeof createCampaignInput>;

export const updateCampaignInput = z.strictObject({ id: idSchema, changes: z.strictObject(fields).partial() });
export type UpdateCampaignInput = z.infer<typeof updateCampaignInput>;

/** Fields of an unsaved campaign for its preview: unfinished texts are fine, but not endless ones; moments are ISO texts. */
export const campaignDraftSchema = z
  .object({
    ...campaignSchema.pick({
      targetGovernmentLevels: true,
      targets: true,
      windowDays: true,
      ...(Object.fromEntries(Object.keys(flags).map((flag) => [flag, true])) as Record<keyof typeof flags, true>),
    }).shape,
    title: z.string().max(500),
    description: z.string().max(20_000).nullable(),
    emailSubject: z.string().max(500),
    emailBody: z.string().max(40_000),
    callToAction: z.string().max(5_000).nullable(),
    callScript: z.string().max(10_000).nullable(),
    personalPrompt: z.string().max(1_000).nullable(),
    agendaItem: z.string().max(500).nullable(),
    outcome: z.string().max(10_000).nullable(),
    nextStepLabel: z.string().max(500).nullable(),
    nextStepUrl: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .nullable()
      .catch(null),
    coverPhoto: ownCover.nullable(),
    translations: z.partialRecord(localeSchema, z.record(z.string().max(50), z.string().max(40_000))).nullable(),
    endsAt: z.coerce.date().nullable(),
    decisionAt: z.coerce.date().nullable(),
    submissionDeadline: z.coerce.date().nullable(),
    clerkName: z.string().max(500).nullable(),
    clerkEmail: z.string().max(500).nullable(),
  })
  .partial();

export const campaignIdInput = z.strictObject({ id: idSchema });
/** Publishing with texts missing in one language needs a yes. */
export const publishCampaignInput = z.strictObject({ id: idSchema, acceptMissingTranslations: z.boolean().default(false) });
export type PublishCampaignInput = z.infer<typeof publishCampaignInput>;

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

/** A page's address: small letters, digits and single dashes. */
export const slugSchema = z
  .string()
  .trim()
  .min(2)
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
export const changeSlugInput = z.strictObject({ id: idSchema, slug: slugSchema });
export type ChangeSlugInput = z.infer<typeof changeSlugInput>;

/** The private preview link, without an account; null while there is none. */
export const previewLinkSchema = z.object({ url: z.string().nullable() });
export const setPreviewLinkInput = z.strictObject({ id: idSchema, shared: z.boolean() });
export type SetPreviewLinkInput = z.infer<typeof setPreviewLinkInput>;

/** Where a cover comes from: a finished upload of purpose `cover`, or a picture on the web, fetched once. */
export const takeCoverInput = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("UPLOAD"), uploadKey: z.string().regex(/^uploads\/[0-9a-f-]{36}$/) }),
  z.strictObject({ kind: z.literal("ADDRESS"), url: z.url({ protocol: /^https$/ }).max(2_000) }),
]);
export type TakeCoverInput = z.infer<typeof takeCoverInput>;
export const coverSchema = z.object({ coverPhoto: z.string() });

const transitions: Record<CampaignStatus, readonly CampaignStatus[]> = {
  DRAFT: ["ACTIVE", "ARCHIVED"],
  ACTIVE: ["PAUSED", "ARCHIVED"],
  PAUSED: ["ACTIVE", "ARCHIVED"],
  ARCHIVED: [],
};

/** An archived campaign never comes back; a live one may be paused and resumed. */
export const canChangeStatus = (from: CampaignStatus, to: CampaignStatus): boolean => transitions[from].includes(to);

/** Administrators of campaigns and the system see all; anybody else only their own. */
export const canSeeCampaign = (actor: Actor, campaign: Pick<Campaign, "createdByUserId">): boolean =>
  ownerFilter(actor) === null || (actor.kind === "user" && campaign.createdByUserId === actor.userId);

/** Null: every campaign. Otherwise the id whose campaigns the actor may see (nobody's for strangers). */
export const ownerFilter = (actor: Actor): string | null => {
  if (actor.kind === "system") return null;
  if (actor.kind !== "user") return "00000000-0000-0000-0000-000000000000";
  return actor.role === "SUPER_ADMIN" || actor.role === "INFLUENCE_ADMIN" ? null : actor.userId;
};

/** Texts that have words in the organisation's language and none in the other one. */
export const missingTranslations = (campaign: Pick<Campaign, CampaignText | "translations">, defaultLocale: Locale): CampaignText[] => {
  const translated = campaign.translations?.[otherLocale(defaultLocale)] ?? {};
  return campaignTexts.filter((field) => (campaign[field] ?? "").trim() !== "" && (translated[field] ?? "").trim() === "");
};

/** Slugs to try in order: the title's, then with 2, 3 …; `campaign` when a title has no letter of ours. */
export const slugCandidate = (title: string, attempt: number): string => {
  const base = slugify(title) || "campaign";
  return attempt === 1 ? base : `${base.slice(0, 74)}-${attempt}`;
};
