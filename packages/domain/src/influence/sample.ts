import { z } from "zod";
import { localeSchema } from "../kernel/locale";
import { postalCodeSchema } from "../kernel/postal-code";
import { idSchema, lineSchema, paragraphsSchema } from "../kernel/text";
import { prepareLettersInput } from "./letter-submission";
import { chosenDistrictsSchema } from "./representative";

/** An invented supporter at a real postal code; nobody of this name lives there. */
export type SampleSupporter = { name: string; email: string; postalCode: string; street: string; kind: SampleKind };
export const sampleKinds = ["CITY", "SPLIT", "RURAL"] as const;
export type SampleKind = (typeof sampleKinds)[number];

/**
 * Five supporters whose places are told apart by every part of the look-up: two cities, a code that lies in several
 * districts, and two rural codes (second character 0), in five provinces.
 */
export const sampleSupporters: readonly SampleSupporter[] = [
  { name: "Alex Sample", email: "alex@sample.invalid", postalCode: "M5V3L9", street: "290 Bremner Boulevard", kind: "CITY" },
  {
    name: "Marie-Ève Exemple",
    email: "marie-eve@sample.invalid",
    postalCode: "H2X1Y4",
    street: "175, rue Sainte-Catherine Est",
    kind: "CITY",
  },
  {
    name: "Sam Kowalski-Sample",
    email: "sam@sample.invalid",
    postalCode: "T5J2R7",
    street: "1 Sir Winston Churchill Square",
    kind: "SPLIT",
  },
  { name: "Jo Countryside", email: "jo@sample.invalid", postalCode: "S0G4P0", street: "12 Railway Avenue", kind: "RURAL" },
  { name: "Noël Du Rang", email: "noel@sample.invalid", postalCode: "G0A1A0", street: "45, rang Saint-Joseph", kind: "RURAL" },
];

const previewed = {
  slug: z.string().trim().min(1).max(100),
  token: z.string().min(1).max(100).nullable().default(null),
};

/**
 * Whom a sample supporter would write to, for whoever may see a campaign before it is public: with the key of its private
 * link, or signed in as somebody who may work on it. Null for the code where the campaign writes to the same people anyway.
 */
export const previewTargetsInput = z.strictObject({
  ...previewed,
  postalCode: postalCodeSchema.nullable().default(null),
  districts: chosenDistrictsSchema,
  locale: localeSchema,
});
export type PreviewTargetsInput = z.infer<typeof previewTargetsInput>;

/** What the page being previewed says: an editor's frame shows words that are not stored yet. */
const shownWordsSchema = z.strictObject({
  title: lineSchema(500, 0),
  emailSubject: lineSchema(500, 0),
  emailBody: paragraphsSchema(40_000),
  callScript: paragraphsSchema(10_000),
  askStreet: z.boolean(),
});
export type ShownWords = z.infer<typeof shownWordsSchema>;

/** The sample supporter's letters to the people she chose. */
export const previewLettersInput = prepareLettersInput.omit({ campaignSlug: true }).extend({ ...previewed, shown: shownWordsSchema });
export type PreviewLettersInput = z.infer<typeof previewLettersInput>;

/** Whom she would call, and what she would say. */
export const previewCallSheetInput = previewTargetsInput.extend({ name: lineSchema(100, 0).default(""), shown: shownWordsSchema });
export type PreviewCallSheetInput = z.infer<typeof previewCallSheetInput>;

/** The district of her own street. */
export const previewStreetInput = z.strictObject({ ...previewed, postalCode: postalCodeSchema, street: lineSchema(200, 3) });
export type PreviewStreetInput = z.infer<typeof previewStreetInput>;

export const sampleInput = z.strictObject({ campaignId: idSchema, locale: localeSchema });
export type SampleInput = z.infer<typeof sampleInput>;

export const sampleSchema = z.object({
  name: z.string(),
  postalCode: z.string(),
  place: z.string(),
  kind: z.enum(sampleKinds),
  /** Levels at which she would first be asked for her district. */
  chooses: z.array(z.string()),
  letters: z.array(
    z.object({
      recipientName: z.string(),
      recipientTitle: z.string(),
      hasEmail: z.boolean(),
      versionName: z.string().nullable(),
      locale: localeSchema,
      subject: z.string(),
      message: z.string(),
    }),
  ),
  /** More people would be written to than are shown. */
  more: z.int(),
  /** Key of the sentence that says why there is no letter; null where there is one. */
  problem: z.string().nullable(),
});
export type Sample = z.infer<typeof sampleSchema>;
export const sampleLettersAtMost = 6;
