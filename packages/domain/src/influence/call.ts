import { z } from "zod";
import { localeSchema } from "../kernel/locale";
import { postalCodeSchema } from "../kernel/postal-code";
import { emailSchema, idSchema, lineSchema } from "../kernel/text";
import { governmentLevels } from "./enums";
import { letterSourceSchema } from "./letter-submission";
import { chosenDistrictsSchema } from "./representative";

/** How a call went; the first two are counted as calls. */
export const callOutcomes = ["TALKED", "VOICEMAIL", "FULL", "NO_ANSWER", "WRONG_NUMBER", "NOT_NOW"] as const;
export type CallOutcome = (typeof callOutcomes)[number];
/** Somebody heard it, or will. */
export const countsAsCall = (outcome: CallOutcome): boolean => outcome === "TALKED" || outcome === "VOICEMAIL";

const place = {
  campaignSlug: z.string().trim().min(1).max(100),
  postalCode: postalCodeSchema.nullable().default(null),
  districts: chosenDistrictsSchema,
  locale: localeSchema,
};

export const callSheetInput = z.strictObject({ ...place, name: lineSchema(100, 0).default("") });
export type CallSheetInput = z.infer<typeof callSheetInput>;

export const callSheetSchema = z.object({
  city: z.string(),
  people: z.array(
    z.object({
      targetId: idSchema,
      name: z.string(),
      officeTitle: z.string(),
      districtName: z.string(),
      level: z.enum(governmentLevels).nullable(),
      photoUrl: z.string().nullable(),
      /** The campaign's script, its variables filled for this person. */
      script: z.string(),
      /** In the order to be tried: open offices first, the constituency's before the legislature's. */
      numbers: z.array(
        z.object({
          /** As it is to be shown. */
          tel: z.string(),
          /** tel: address with the country code. */
          dial: z.string(),
          officeType: z.string(),
          open: z.boolean(),
          /** When that changes next; null where the office never answers. */
          changesAt: z.date().nullable(),
          timeZone: z.string(),
        }),
      ),
    }),
  ),
});
export type CallSheet = z.infer<typeof callSheetSchema>;

export const recordCallInput = z.strictObject({
  /** Made by the browser when the number is tapped: the same id again corrects the result. */
  clientId: idSchema,
  ...place,
  targetId: idSchema,
  tel: lineSchema(60),
  outcome: z.enum(callOutcomes),
  name: lineSchema(100, 0).default(""),
  email: emailSchema.nullable().default(null),
  source: letterSourceSchema,
});
export type RecordCallInput = z.infer<typeof recordCallInput>;
export const recordedCallSchema = z.object({ outcome: z.enum(callOutcomes), counted: z.boolean() });
export type RecordedCall = z.infer<typeof recordedCallSchema>;

export const callLimits = {
  sheet: { limit: 60, windowSeconds: 300 },
  record: { limit: 60, windowSeconds: 3_600 },
} as const;
