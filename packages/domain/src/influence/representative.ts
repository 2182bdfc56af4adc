import { z } from "zod";
import { locales } from "../kernel/locale";
import { postalCodeSchema } from "../kernel/postal-code";
import { idSchema } from "../kernel/text";
import { governmentLevels, representativeSources } from "./enums";
import { districtKeySchema, matchKinds, officeSchema } from "./represent";

/** A person who sits for a place, or the place's empty seat. */
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
  /** boundary-set/id, as in a boundary's address; null for a seat that no source ties to a district. */
  districtKey: z.string().nullable(),
  /** Slug of the council or legislature; null where the source did not say. */
  setSlug: z.string().nullable(),
  firstName: z.string(),
  lastName: z.string(),
  /** As the source writes it (`F`, `M`, `Female` …); null when it is not given. */
  gender: z.string().nullable(),
  /** How the place was tied to the district; null where nothing had to be matched. */
  matchKind: z.enum(matchKinds).nullable(),
  /** The language the office asks to be written in, where it names one only. */
  preferredLocale: z.enum(locales).nullable(),
  /** Page with a contact form, for people without an e-mail address. */
  contactUrl: z.string().nullable(),
  /** Nobody sits there: `name` is empty. */
  isVacant: z.boolean(),
  /** Storage key of our own copy of the photo. */
  photoKey: z.string().nullable(),
  source: z.enum(representativeSources),
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
export const chosenDistrictsSchema = z.array(districtKeySchema).max(8).default([]);

/** What is known about a code: place, people and what is sure of each level. */
export const lookUpSchema = z.object({
  postalCode: z.string(),
  city: z.string(),
  province: z.string(),
  known: z.boolean(),
  /** Of a level to choose at, the people of every district (see `districtKey`); of the others, who sits. */
  representatives: z.array(representativeSchema),
  /** One entry for each level; a level that no source could be asked about is missing. */
  levels: z.array(levelAnswerSchema),
  /** Levels at which the person must choose a district. */
  splitLevels: z.array(z.enum(governmentLevels)),
  /** A source that was needed did not answer, and nothing was kept from before. */
  sourcesDown: z.boolean(),
  /** When the source last answered, and whether that is longer ago than we like. */
  fetchedAt: z.date(),
  stale: z.boolean(),
});
export type LookUp = z.infer<typeof lookUpSchema>;

export const lookUpInput = z.strictObject({ postalCode: postalCodeSchema, districts: chosenDistrictsSchema });
export type LookUpInput = z.input<typeof lookUpInput>;

export const representativeCacheSchema = z.object({
  postalCodes: z.int(),
  unknownPostalCodes: z.int(),
  representatives: z.int(),
  withoutEmail: z.int(),
  oldest: z.date().nullable(),
  newest: z.date().nullable(),
  /** Postal codes by when they were last asked: within a day, a week, a month, longer ago. */
  byAge: z.object({ today: z.int(), week: z.int(), month: z.int(), older: z.int() }),
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
