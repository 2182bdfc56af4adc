import { z } from "zod";
import { lineSchema } from "../kernel/text";
import type { GeocodeProvider } from "./enums";
import { foldName, provinceOf } from "./street-words";

/** Geocoders of others, in the order they are tried after LOCAL until somebody says otherwise. */
export const outsideGeocoders = [
  "NOMINATIM",
  "PHOTON",
  "LOCATIONIQ",
  "MAPBOX",
  "ARCGIS",
  "GOOGLE",
] as const satisfies readonly GeocodeProvider[];
export type OutsideGeocoder = (typeof outsideGeocoders)[number];

type GeocoderFacts = {
  needsKey: boolean;
  /** Whether its terms let its points be kept with an address; one that may not is only ever shown. */
  mayStore: boolean;
  /** Whether its terms let many addresses be asked one after the other. */
  mayBulk: boolean;
  baseUrl: string;
  perMinute: number;
  perDay: number | null;
  attribution: string;
};

/** What each provider's terms and documentation say; a base address of one's own lifts the limits of the public server. */
export const geocoderFacts: Readonly<Record<OutsideGeocoder, GeocoderFacts>> = {
  NOMINATIM: {
    needsKey: false, mayStore: true, mayBulk: false, baseUrl: "https://nominatim.openstreetmap.org", perMinute: 60, perDay: 2_000,
    attribution: "© OpenStreetMap contributors",
  },
  PHOTON: {
    needsKey: false, mayStore: true, mayBulk: false, baseUrl: "https://photon.komoot.io", perMinute: 60, perDay: 2_000,
    attribution: "© OpenStreetMap contributors",
  },
  LOCATIONIQ: {
    needsKey: true, mayStore: true, mayBulk: true, baseUrl: "https://us1.locationiq.com", perMinute: 60, perDay: 5_000,
    attribution: "Search by LocationIQ, © OpenStreetMap contributors",
  },
  MAPBOX: {
    needsKey: true, mayStore: true, mayBulk: true, baseUrl: "https://api.mapbox.com", perMinute: 600, perDay: null,
    attribution: "© Mapbox",
  },
  ARCGIS: {
    needsKey: true, mayStore: true, mayBulk: true, baseUrl: "https://geocode-api.arcgis.com", perMinute: 600, perDay: null,
    attribution: "Powered by Esri",
  },
  GOOGLE: {
    needsKey: true, mayStore: false, mayBulk: false, baseUrl: "https://maps.googleapis.com", perMinute: 1_200, perDay: null,
    attribution: "© Google",
  },
}; // prettier-ignore

/** What a geocoder of others is asked: the address in parts where they are known, else as it was typed. */
export type GeocoderQuestion = {
  text: string;
  parts: { street: string; city: string; province: string; postalCode: string } | null;
};

/** Its answer as it stands in ours: the kind of place, what agrees and what does not. */
export type GeocoderPlace = {
  latitude: number;
  longitude: number;
  address: string;
  houseNumber: string | null;
  municipality: string | null;
  province: string | null;
  postalCode: string | null;
  precision: PlacePrecision;
  /** The provider itself says that part of the question did not fit. */
  isPartial: boolean;
  /** Its own score from 0 to 100, where it gives one. */
  score: number | null;
};

export type PlacePrecision = "rooftop" | "parcel" | "interpolated" | "street" | "postalCode" | "town" | "region";

const base: Readonly<Record<PlacePrecision, number>> = {
  rooftop: 98,
  parcel: 90,
  interpolated: 78,
  street: 58,
  postalCode: 45,
  town: 25,
  region: 10,
};
const partialAtMost = 70;
const otherNumberAtMost = 72;

/**
 * The common scale of 0 to 100: by what kind of place it is, at most 70 where the provider doubts it, 20 less where the postal
 * code's beginning or the province is another than was asked for.
 */
export const confidenceOf = (place: GeocoderPlace, { text, parts }: GeocoderQuestion): number => {
  const scored = place.score === null ? base[place.precision] : Math.round((base[place.precision] * place.score) / 100);
  const number = /\d+/.exec(parts?.street ?? text)?.[0];
  const isOtherNumber = place.houseNumber !== null && number !== undefined && /\d+/.exec(place.houseNumber)?.[0] !== number;
  const capped = Math.min(scored, place.isPartial ? partialAtMost : 100, isOtherNumber ? otherNumberAtMost : 100);
  return Math.max(0, capped - (isElsewhere(place, parts) ? 20 : 0));
};

const isElsewhere = (place: GeocoderPlace, parts: GeocoderQuestion["parts"]): boolean => {
  if (parts === null) return false;
  const province = provinceOf(parts.province);
  const found = provinceOf(place.province ?? "");
  if (province !== null && found !== null && province !== found) return true;
  const [asked, own] = [parts.postalCode, place.postalCode ?? ""].map((code) => code.replace(/\s/g, "").slice(0, 3).toUpperCase());
  if (asked !== "" && own !== "") return asked !== own;
  return (
    parts.city !== "" &&
    place.municipality !== null &&
    asked === "" &&
    place.precision === "town" &&
    foldName(place.municipality) !== foldName(parts.city)
  );
};

/** One provider as the settings page shows it; its key never leaves the server again. */
export const geocoderSettingSchema = z.object({
  provider: z.enum(outsideGeocoders),
  isEnabled: z.boolean(),
  baseUrl: z.string().nullable(),
  hasKey: z.boolean(),
  perMinute: z.int(),
  perDay: z.int().nullable(),
  needsKey: z.boolean(),
  mayStore: z.boolean(),
  mayBulk: z.boolean(),
  defaultUrl: z.string(),
  attribution: z.string(),
  /** Left alone until then, after it failed five times in a row. */
  restUntil: z.date().nullable(),
  lastError: z.string().nullable(),
});
export type GeocoderSetting = z.infer<typeof geocoderSettingSchema>;

const baseUrlSchema = z
  .url({ protocol: /^https?$/ })
  .max(300)
  .transform((url) => url.replace(/\/+$/, ""));

export const updateGeocodersInput = z.object({
  /** In the order they are asked. */
  geocoders: z
    .array(
      z.object({
        provider: z.enum(outsideGeocoders),
        isEnabled: z.boolean(),
        baseUrl: baseUrlSchema.nullable(),
        /** Left out: stays as it is; null: is forgotten. */
        key: lineSchema(500).nullable().optional(),
        perMinute: z.int().min(1).max(10_000),
        perDay: z.int().min(1).max(10_000_000).nullable(),
      }),
    )
    .length(outsideGeocoders.length)
    .refine((given) => new Set(given.map(({ provider }) => provider)).size === given.length),
});
export type UpdateGeocodersInput = z.infer<typeof updateGeocodersInput>;

/** A place as a geocoder gave it, on the common scale. */
export const geocodedSchema = z.object({
  provider: z.enum(["LOCAL", ...outsideGeocoders]),
  latitude: z.number(),
  longitude: z.number(),
  confidence: z.int().min(0).max(100),
  address: z.string(),
  municipality: z.string().nullable(),
  province: z.string().nullable(),
  postalCode: z.string().nullable(),
  /** False: may be shown, and never kept with a building. */
  mayStore: z.boolean(),
});
export type Geocoded = z.infer<typeof geocodedSchema>;

export const testGeocoderInput = z.object({
  provider: z.enum(outsideGeocoders),
  baseUrl: baseUrlSchema.nullable(),
  /** Left out: the stored one. */
  key: lineSchema(500).nullable().optional(),
});
export type TestGeocoderInput = z.infer<typeof testGeocoderInput>;

/** How a test went: the place, nothing found (both null), or the trouble as an error's key. */
export const geocoderTestSchema = z.object({ place: geocodedSchema.nullable(), trouble: z.string().nullable(), ms: z.int() });
export type GeocoderTest = z.infer<typeof geocoderTestSchema>;
