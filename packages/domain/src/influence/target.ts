import { z } from "zod";
import { localeSchema } from "../kernel/locale";
import { postalCodeSchema } from "../kernel/postal-code";
import { idSchema } from "../kernel/text";
import { governmentLevels, targetHandlings, targetPositions } from "./enums";
import { officeSchema } from "./represent";
import { chosenDistrictsSchema, levelAnswerSchema } from "./representative";

/** REPRESENTATIVE: the supporter's own. COUNCIL: one of a council's members. NAMED: on the campaign's own list. */
export const targetKinds = ["REPRESENTATIVE", "COUNCIL", "NAMED"] as const;
export type TargetKind = (typeof targetKinds)[number];

/** Somebody a supporter may write to, in the language of the page. */
export const targetSchema = z.object({
  id: idSchema,
  recipientKey: z.string(),
  kind: z.enum(targetKinds),
  /** Name of the council; people with the same one are shown together. */
  group: z.string().nullable(),
  /** Empty: the seat is vacant. */
  name: z.string(),
  isVacant: z.boolean(),
  level: z.enum(governmentLevels).nullable(),
  districtName: z.string(),
  /** boundary-set/external-id. */
  districtKey: z.string().nullable(),
  /** The office as the source writes it. */
  electedOffice: z.string(),
  /** The office in the page's language; neutral where nothing is known. */
  officeTitle: z.string(),
  /** How a letter begins: "Dear Ms. Chow," without the comma. */
  salutation: z.string(),
  partyName: z.string().nullable(),
  organization: z.string().nullable(),
  url: z.string().nullable(),
  /** Page with a contact form, for people without an address. */
  contactUrl: z.string().nullable(),
  /** An address of our own only. */
  photoUrl: z.string().nullable(),
  offices: z.array(officeSchema),
  hasEmail: z.boolean(),
  /** Only where the campaign lets people write from their own mail program. */
  email: z.string().nullable(),
  position: z.enum(targetPositions),
  positionSource: z.string().nullable(),
  handling: z.enum(targetHandlings),
  /** Language the office asks to be written in. */
  preferredLocale: localeSchema.nullable(),
  /** Chosen when the list opens. */
  ticked: z.boolean(),
});
export type Target = z.infer<typeof targetSchema>;

/**
 * The server's own view: the address whatever the campaign shows, every id under which a page may know the person, and
 * what a title or salutation in another language is made from.
 */
export type ResolvedTarget = Target & { ids: string[]; firstName: string; lastName: string; gender: string | null };
/** A person as one rule found her, before it is known what staff decided about her. */
export type FoundTarget = Omit<ResolvedTarget, "hasEmail" | "position" | "positionSource" | "handling">;

export const positionCountsSchema = z.record(z.enum(targetPositions), z.int());
export type PositionCounts = z.infer<typeof positionCountsSchema>;

export const campaignTargetsSchema = z.object({
  /** Empty, as the place, where the targets do not depend on it. */
  postalCode: z.string(),
  city: z.string(),
  province: z.string(),
  targets: z.array(targetSchema),
  /** Levels of the supporter's own representatives the campaign writes to. */
  levels: z.array(levelAnswerSchema),
  /** No source answered: the targets hold the campaign's own people only. */
  sourcesDown: z.boolean(),
  /** Only constituents may write, and this place lies in nobody's district. */
  notConstituent: z.boolean(),
  positions: positionCountsSchema,
});
export type CampaignTargets = z.infer<typeof campaignTargetsSchema>;

const campaignSlug = z.string().trim().min(1).max(100);
export const campaignLookUpInput = z.strictObject({
  campaignSlug,
  postalCode: postalCodeSchema,
  locale: localeSchema,
  districts: chosenDistrictsSchema,
});
export type CampaignLookUpInput = z.infer<typeof campaignLookUpInput>;
export const fixedTargetsInput = z.strictObject({ campaignSlug, locale: localeSchema });
export type FixedTargetsInput = z.infer<typeof fixedTargetsInput>;
export const voteCountInput = z.strictObject({ campaignSlug });
export type VoteCountInput = z.infer<typeof voteCountInput>;
