import { z } from "zod";
import { localeSchema } from "../kernel/locale";
import { emailSchema, idSchema, lineSchema, paragraphsSchema } from "../kernel/text";
import { campaignFlags, campaignSchema } from "./campaign";
import { governmentLevels } from "./enums";
import { unknownLetterVariables } from "./letter-text";
import { targetRulesSchema } from "./target-rule";

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

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
  ...campaignFlags,
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
  allowSmtpEmail: campaignFlags.allowSmtpEmail.default(true),
  allowMailtoLink: campaignFlags.allowMailtoLink.default(true),
  collectUserInfo: campaignFlags.collectUserInfo.default(true),
  showEmailCount: campaignFlags.showEmailCount.default(true),
  showCallCount: campaignFlags.showCallCount.default(true),
  allowEmailEditing: campaignFlags.allowEmailEditing.default(false),
  allowCustomRecipients: campaignFlags.allowCustomRecipients.default(false),
  showResponseWall: campaignFlags.showResponseWall.default(false),
  highlightCampaign: campaignFlags.highlightCampaign.default(false),
  verifySender: campaignFlags.verifySender.default(true),
  allowRepeatLetters: campaignFlags.allowRepeatLetters.default(false),
  ownConstituentsOnly: campaignFlags.ownConstituentsOnly.default(false),
  allowPrint: campaignFlags.allowPrint.default(true),
  allowCalls: campaignFlags.allowCalls.default(false),
  askStreet: campaignFlags.askStreet.default(false),
  publicRecord: campaignFlags.publicRecord.default(false),
  officeLink: campaignFlags.officeLink.default(false),
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
      ...(Object.fromEntries(Object.keys(campaignFlags).map((flag) => [flag, true])) as Record<keyof typeof campaignFlags, true>),
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
