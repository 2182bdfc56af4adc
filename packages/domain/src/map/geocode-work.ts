import { z } from "zod";
import { latLngSchema } from "../kernel/geo";
import { idSchema, lineSchema } from "../kernel/text";
import { geocodeProviders, importStatuses } from "./enums";
import { localCandidateSchema } from "./geocode";
import { geocodedSchema } from "./geocoder";

const provider = z.enum(geocodeProviders);

/** What staff ask while they type an address. */
export const geocodeInput = z.object({
  text: lineSchema(300),
  /** Geocoders of others too, as the settings allow. */
  askOthers: z.boolean().default(false),
});
export type GeocodeInput = z.infer<typeof geocodeInput>;

/** Places an address may mean: those of the map itself, then what others say. */
export const geocodeAnswerSchema = z.object({ local: z.array(localCandidateSchema), others: z.array(geocodedSchema) });
export type GeocodeAnswer = z.infer<typeof geocodeAnswerSchema>;

/** A building whose point is a guess, for the queue: below 85 and nobody looked at it yet. */
export const weakMatchSchema = z.object({
  id: idSchema,
  latitude: z.number(),
  longitude: z.number(),
  address: z.string(),
  municipality: z.string().nullable(),
  province: z.string().nullable(),
  postalCode: z.string().nullable(),
  totalUnits: z.int(),
  geocodeConfidence: z.int(),
  geocodeProvider: provider,
  updatedAt: z.date(),
});
export type WeakMatch = z.infer<typeof weakMatchSchema>;

export const weakMatchesSchema = z.object({ items: z.array(weakMatchSchema), /** At most ten thousand are counted. */ total: z.int() });
export type WeakMatches = z.infer<typeof weakMatchesSchema>;

export const mostWeakCounted = 10_000;

export const weakMatchesInput = z.object({ afterId: idSchema.nullable().default(null), limit: z.int().min(1).max(100).default(25) });
export type WeakMatchesInput = z.infer<typeof weakMatchesInput>;

/** What a person decided about a weak match; the point with what it came from, where it is another. */
export const reviewInput = z.object({
  id: idSchema,
  updatedAt: z.date(),
  decision: z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("take"),
      ...latLngSchema.shape,
      confidence: z.int().min(0).max(100),
      provider: z.enum(["LOCAL", "NOMINATIM", "PHOTON", "LOCATIONIQ", "MAPBOX", "ARCGIS"]),
    }),
    z.object({ kind: z.literal("move"), ...latLngSchema.shape }),
    z.object({ kind: z.literal("keep") }),
    z.object({ kind: z.literal("setAside") }),
  ]),
});
export type ReviewInput = z.infer<typeof reviewInput>;

/** What waits for a person's eye. */
export const mapWorkSchema = z.object({
  unplaced: z.int(),
  /** At most ten thousand are counted. */
  weak: z.int(),
  /** People of lists without a sure door; null for who may not see people. */
  unmatched: z.int().nullable(),
});
export type MapWork = z.infer<typeof mapWorkSchema>;

/** How many buildings stand how surely, and what geocoders came to lately. */
export const dataQualitySchema = z.object({
  buildings: z.int(),
  bands: z.object({ high: z.int(), medium: z.int(), low: z.int(), none: z.int() }),
  waiting: z.int(),
  unplaced: z.int(),
  possibleDuplicates: z.int(),
  byProvider: z.array(z.object({ provider: provider.nullable(), buildings: z.int(), averageConfidence: z.number().nullable() })),
  /** Of the last thirty days. */
  asked: z.array(z.object({ provider, asked: z.int(), found: z.int(), failed: z.int(), averageConfidence: z.number().nullable() })),
});
export type DataQuality = z.infer<typeof dataQualitySchema>;

export const geocodeRunKinds = ["missing", "weak"] as const;
export type GeocodeRunKind = (typeof geocodeRunKinds)[number];
export const startGeocodeRunInput = z.object({ kind: z.enum(geocodeRunKinds) });

/** Geocoding in the background, as its page shows it. */
export const geocodeRunSchema = z.object({
  id: idSchema,
  kind: z.enum(geocodeRunKinds),
  status: z.enum(importStatuses),
  total: z.int(),
  done: z.int(),
  found: z.int(),
  weak: z.int(),
  missed: z.int(),
  error: z.string().nullable(),
  createdAt: z.date(),
  startedAt: z.date().nullable(),
  finishedAt: z.date().nullable(),
});
export type GeocodeRun = z.infer<typeof geocodeRunSchema>;

/** From here on a point needs nobody to look at it. */
export const sureConfidence = 85;
/** Below this a row without a point stays in the tray: a street or a town is no place for a door. */
export const placeableConfidence = 70;

/** Where a building may stand instead of where it was guessed to. */

/** What a line of history keeps of the point before, so that it can be put back. */
export const placedBeforeSchema = z.object({
  latitude: z.number(),
  longitude: z.number(),
  confidence: z.int().optional(),
  provider: provider.optional(),
});
