import { z } from "zod";
import { translationsSchema } from "../kernel/locale";
import { idSchema } from "../kernel/text";
import { campaignStatuses, governmentLevels } from "./enums";
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

export const campaignFlags = {
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
  officeLink: z.boolean(),
};

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
  ...campaignFlags,
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
