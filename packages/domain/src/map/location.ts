import { z } from "zod";
import { boundsSchema, latLngSchema } from "../kernel/geo";
import { pageInput } from "../kernel/page";
import { postalCodeSchema } from "../kernel/postal-code";
import { idSchema, lineSchema, paragraphsSchema } from "../kernel/text";
import { buildingTypes, geocodeProviders, locationHistoryActions, supportLevels, visitOutcomes } from "./enums";

export const supportLevelSchema = z.enum(supportLevels);

/** A building as lists and the map show it: no person's data. */
export const locationSchema = z.object({
  id: idSchema,
  latitude: z.number(),
  longitude: z.number(),
  address: z.string(),
  postalCode: z.string().nullable(),
  municipality: z.string().nullable(),
  province: z.string().nullable(),
  federalDistrict: z.string().nullable(),
  buildingUse: z.int().nullable(),
  buildingType: z.enum(buildingTypes),
  totalUnits: z.int(),
  geocodeConfidence: z.int().nullable(),
  geocodeProvider: z.enum(geocodeProviders).nullable(),
  lastVisitedAt: z.date().nullable(),
  source: z.string().nullable(),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export type Location = z.infer<typeof locationSchema>;

/** One unit with what canvassers recorded; names and contacts only for those who may see them. */
export const addressSchema = z.object({
  id: idSchema,
  locationId: idSchema,
  unitNumber: z.string().nullable(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  supportLevel: supportLevelSchema.nullable(),
  supportDeclined: z.boolean(),
  sign: z.boolean(),
  signSize: z.string().nullable(),
  notes: z.string().nullable(),
  doNotContact: z.boolean(),
  lastVisitedAt: z.date().nullable(),
  lastOutcome: z.enum(visitOutcomes).nullable(),
});
export type Address = z.infer<typeof addressSchema>;

export const locationHistorySchema = z.object({
  id: idSchema,
  action: z.enum(locationHistoryActions),
  field: z.string().nullable(),
  oldValue: z.string().nullable(),
  newValue: z.string().nullable(),
  userName: z.string().nullable(),
  createdAt: z.date(),
});
export type LocationHistoryEntry = z.infer<typeof locationHistorySchema>;

export const locationDetailSchema = locationSchema.extend({
  buildingNotes: z.string().nullable(),
  addresses: z.array(addressSchema),
  history: z.array(locationHistorySchema),
  cuts: z.array(z.object({ id: idSchema, name: z.string() })),
});
export type LocationDetail = z.infer<typeof locationDetailSchema>;

/** Filters shared by table and map. */
export const locationFilterSchema = z.object({
  search: z.string().trim().max(200).default(""),
  cutId: idSchema.nullable().default(null),
  municipality: z.string().trim().max(120).nullable().default(null),
  supportLevel: supportLevelSchema.nullable().default(null),
  visited: z.boolean().nullable().default(null),
  bounds: boundsSchema.nullable().default(null),
});
export type LocationFilter = z.infer<typeof locationFilterSchema>;

export const locationSorts = ["address", "createdAt", "lastVisitedAt"] as const;
export const listLocationsInput = pageInput.extend({
  filter: locationFilterSchema.prefault({}),
  sort: z.enum(locationSorts).default("address"),
  descending: z.boolean().default(false),
});
export type ListLocationsInput = z.infer<typeof listLocationsInput>;

export const locationStatsSchema = z.object({
  locations: z.int(),
  addresses: z.int(),
  visited: z.int(),
  possibleDuplicateGroups: z.int(),
  byBuildingType: z.array(z.object({ buildingType: z.enum(buildingTypes), count: z.int() })),
  bySupport: z.array(z.object({ supportLevel: supportLevelSchema.nullable(), count: z.int() })),
});
export type LocationStats = z.infer<typeof locationStatsSchema>;

/** Buildings whose address reads the same but that stand at different points. */
export const duplicateGroupSchema = z.object({ address: z.string(), locations: z.array(locationSchema), farthestM: z.number() });
export type DuplicateGroup = z.infer<typeof duplicateGroupSchema>;

export const createLocationInput = z.object({
  ...latLngSchema.shape,
  address: lineSchema(200, 3),
  municipality: lineSchema(120).nullable().default(null),
  province: lineSchema(40).nullable().default(null),
  postalCode: postalCodeSchema.nullable().default(null),
  buildingType: z.enum(buildingTypes).default("SINGLE_FAMILY"),
  unitNumbers: z.array(lineSchema(20)).max(1000).default([]),
  buildingNotes: paragraphsSchema(2000).nullable().default(null),
});
export type CreateLocationInput = z.infer<typeof createLocationInput>;
