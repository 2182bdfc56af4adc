import { z } from "zod";
import { postalCodeSchema } from "../kernel/postal-code";
import { idSchema } from "../kernel/text";
import { governmentLevels } from "./enums";
import { officeSchema } from "./represent";

/** A person kept for a postal code. */
export const representativeSchema = z.object({
  id: idSchema,
  postalCode: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  level: z.enum(governmentLevels),
  districtName: z.string(),
  electedOffice: z.string(),
  partyName: z.string().nullable(),
  representativeSetName: z.string(),
  url: z.string().nullable(),
  photoUrl: z.string().nullable(),
  offices: z.array(officeSchema),
  boundaryUrl: z.string().nullable(),
  cachedAt: z.date(),
});
export type Representative = z.infer<typeof representativeSchema>;

/**
 * What is known of one level at a place. SURE: one current district and its people. CHOOSE: several current districts, or
 * only the centre of a rural code: the person picks one or gives a street. VACANT: the seat is empty. NO_SITTING: dissolved
 * until `until`. NOBODY: no source knows anybody there.
 */
export const levelStates = ["SURE", "CHOOSE", "VACANT", "NO_SITTING", "NOBODY"] as const;
export const levelAnswerSchema = z.object({
  level: z.enum(governmentLevels),
  state: z.enum(levelStates),
  /** `key` is boundary-set/external-id; its people carry it as districtKey. */
  districts: z.array(z.object({ key: z.string(), name: z.string() })),
  until: z.date().nullable(),
  note: z.string().nullable(),
});
export type LevelAnswer = z.infer<typeof levelAnswerSchema>;

/** Districts a supporter chose where a code lies in several: boundary-set/external-id. */
export const chosenDistrictsSchema = z
  .array(z.string().regex(/^[a-z0-9-]{1,120}\/[A-Za-z0-9_-]{1,120}$/))
  .max(8)
  .default([]);

/** What is known about a code: place, people, and levels where it lies in more than one current district. */
export const lookUpSchema = z.object({
  postalCode: z.string(),
  city: z.string(),
  province: z.string(),
  known: z.boolean(),
  representatives: z.array(representativeSchema),
  splitLevels: z.array(z.enum(governmentLevels)),
  /** When the source last answered, and whether that is longer ago than we like. */
  fetchedAt: z.date(),
  stale: z.boolean(),
});
export type LookUp = z.infer<typeof lookUpSchema>;

export const lookUpInput = z.strictObject({ postalCode: postalCodeSchema });
export type LookUpInput = z.infer<typeof lookUpInput>;

export const campaignLookUpInput = z.strictObject({ campaignSlug: z.string().trim().min(1).max(100), postalCode: postalCodeSchema });
export type CampaignLookUpInput = z.infer<typeof campaignLookUpInput>;

/** A representative as a supporter sees her; the address only where the campaign lets people use their own mail program. */
export const targetSchema = representativeSchema
  .omit({ postalCode: true, cachedAt: true, boundaryUrl: true, representativeSetName: true, email: true })
  .extend({ hasEmail: z.boolean(), email: z.string().nullable() });
export type Target = z.infer<typeof targetSchema>;

export const campaignTargetsSchema = z.object({
  postalCode: z.string(),
  city: z.string(),
  province: z.string(),
  targets: z.array(targetSchema),
  splitLevels: z.array(z.enum(governmentLevels)),
  /** Levels the campaign writes to for which nobody was found. */
  emptyLevels: z.array(z.enum(governmentLevels)),
});
export type CampaignTargets = z.infer<typeof campaignTargetsSchema>;

export const representativeCacheSchema = z.object({
  postalCodes: z.int(),
  unknownPostalCodes: z.int(),
  representatives: z.int(),
  withoutEmail: z.int(),
  oldest: z.date().nullable(),
  newest: z.date().nullable(),
});
export type RepresentativeCache = z.infer<typeof representativeCacheSchema>;

const day = 24 * 3_600_000;
/** Answers are asked again after this; unknown codes sooner, because new ones appear. */
export const lookUpFreshMs = { known: 7 * day, unknown: day } as const;

export const isStale = (fetchedAt: Date, known: boolean, now: Date): boolean =>
  now.getTime() - fetchedAt.getTime() > (known ? lookUpFreshMs.known : lookUpFreshMs.unknown);

/** Look-ups by one address; a class of 30 pupils behind one address still gets through. */
export const lookUpLimit = { limit: 60, windowSeconds: 300 } as const;

export const clearRepresentativeCacheInput = z.strictObject({ postalCode: postalCodeSchema.nullable() });
export const clearedCacheSchema = z.object({ cleared: z.int() });
