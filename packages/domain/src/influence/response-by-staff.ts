import { z } from "zod";
import { localeSchema } from "../kernel/locale";
import { idSchema, lineSchema, paragraphsSchema } from "../kernel/text";
import { governmentLevels, responseTypes } from "./enums";
import { pictureKeySchema, repliedOnSchema, responseTextMost } from "./response-submission";

/** KNOWN: somebody this campaign writes to, found again by the server. TYPED: a name typed by hand, whose office cannot be asked. */
const about = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("KNOWN"),
    recipientKey: z.string().min(1).max(500),
    level: z.enum(governmentLevels).nullable().default(null),
  }),
  z.strictObject({
    kind: z.literal("TYPED"),
    name: lineSchema(200, 2),
    title: lineSchema(200, 0).default(""),
    level: z.enum(governmentLevels).nullable().default(null),
  }),
]);

/** A reply that came to the organisation itself, by telephone, on paper or at a meeting; it waits for a moderator like any other. */
export const addResponseInput = z
  .strictObject({
    submissionId: idSchema,
    campaignId: idSchema,
    about,
    type: z.enum(responseTypes),
    text: paragraphsSchema(responseTextMost).default(""),
    comment: paragraphsSchema(2_000).default(""),
    repliedOn: repliedOnSchema.nullable().default(null),
    pictureKey: pictureKeySchema.nullable().default(null),
    /** Who got it, as the wall says it; "" for nobody's name. */
    name: lineSchema(100, 0).default(""),
    askOffice: z.boolean().default(false),
    locale: localeSchema,
  })
  .superRefine(({ text, pictureKey }, ctx) => {
    if (text.trim() === "" && pictureKey === null)
      ctx.addIssue({ code: "too_small", minimum: 1, origin: "string", path: ["text"], input: text });
  });
export type AddResponseInput = z.infer<typeof addResponseInput>;
export const addedResponseSchema = z.object({ responseId: idSchema });
export type AddedResponse = z.infer<typeof addedResponseSchema>;

/** So many people are offered at once; a part of the name finds the others. */
export const mostPeopleChosenFrom = 30;

export const peopleOfCampaignInput = z.strictObject({ campaignId: idSchema, search: z.string().trim().max(100).default("") });
export type PeopleOfCampaignInput = z.infer<typeof peopleOfCampaignInput>;
/** People a campaign writes to, as many as one chooses from. */
export const peopleOfCampaignSchema = z.array(
  z.object({
    recipientKey: z.string(),
    name: z.string(),
    title: z.string().nullable(),
    /** Null: the form asks. */
    level: z.enum(governmentLevels).nullable(),
  }),
);
export type PeopleOfCampaign = z.infer<typeof peopleOfCampaignSchema>;
