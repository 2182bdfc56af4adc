import { z } from "zod";
import { latLngSchema } from "../kernel/geo";
import { maxPageSize } from "../kernel/page";
import { postalCodeSchema } from "../kernel/postal-code";
import { idSchema, lineSchema, paragraphsSchema } from "../kernel/text";
import { buildingTypes, geocodeProviders, locationHistoryActions, supportLevels, visitOutcomes } from "./enums";
import { locationFilterSchema } from "./location-filter";

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
  /** What its units came to. */
  visitedUnits: z.int(),
  signUnits: z.int(),
  support1Units: z.int(),
  support2Units: z.int(),
  support3Units: z.int(),
  support4Units: z.int(),
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
  updatedAt: z.date(),
});
export type Address = z.infer<typeof addressSchema>;

/** A person at a door. The primary one's fields stand on the door too. */
export const residentSchema = z.object({
  id: idSchema,
  addressId: idSchema,
  isPrimary: z.boolean(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  language: z.string().nullable(),
  supportLevel: supportLevelSchema.nullable(),
  supportDeclined: z.boolean(),
  doNotContact: z.boolean(),
  notes: z.string().nullable(),
  updatedAt: z.date(),
});
export type Resident = z.infer<typeof residentSchema>;

/** A door with its people. */
export const unitSchema = addressSchema.extend({ residents: z.array(residentSchema) });
export type Unit = z.infer<typeof unitSchema>;

export const locationHistorySchema = z.object({
  id: idSchema,
  action: z.enum(locationHistoryActions),
  field: z.string().nullable(),
  oldValue: z.string().nullable(),
  newValue: z.string().nullable(),
  /** The unit a change was about. */
  unit: z.string().nullable(),
  userName: z.string().nullable(),
  createdAt: z.date(),
});
export type LocationHistoryEntry = z.infer<typeof locationHistorySchema>;

export const locationDetailSchema = locationSchema.extend({
  buildingNotes: z.string().nullable(),
  archivedAt: z.date().nullable(),
  addresses: z.array(unitSchema),
  /** False where names, contacts and notes are left out for this reader. */
  hasPeople: z.boolean(),
  history: z.array(locationHistorySchema),
  cuts: z.array(z.object({ id: idSchema, name: z.string() })),
});
export type LocationDetail = z.infer<typeof locationDetailSchema>;

/** Every order of the table; the second word of the index that walks it is in packages/db. */
export const locationSorts = ["address", "units", "visited", "confidence", "created"] as const;
export type LocationSort = (typeof locationSorts)[number];

/** Pages by place, not by number: `after` is the `next` (or, with `backwards`, the `previous`) of the page before. */
export const listLocationsInput = z.object({
  filter: locationFilterSchema.prefault({}),
  sort: z.enum(locationSorts).default("address"),
  descending: z.boolean().default(false),
  after: z.string().max(500).nullable().default(null),
  backwards: z.boolean().default(false),
  pageSize: z.int().min(1).max(maxPageSize).default(50),
});
export type ListLocationsInput = z.infer<typeof listLocationsInput>;

/** Counting stops here: beyond it a list says "more than 2,000". */
export const mostListed = 2_000;

export const locationPageSchema = z.object({
  items: z.array(locationSchema),
  next: z.string().nullable(),
  previous: z.string().nullable(),
  /** At most `mostListed`, unless everything is listed and the stored total is known. */
  total: z.int(),
  isMore: z.boolean(),
});
export type LocationPage = z.infer<typeof locationPageSchema>;

/** Doors counted by what is known of them; `addresses` are doors, `visited` those somebody knocked at. */
export const locationStatsSchema = z.object({
  locations: z.int(),
  addresses: z.int(),
  visited: z.int(),
  signs: z.int(),
  support1: z.int(),
  support2: z.int(),
  support3: z.int(),
  support4: z.int(),
  /** Pairs of buildings nobody has looked at yet. */
  possibleDuplicates: z.int(),
});
export type LocationStats = z.infer<typeof locationStatsSchema>;

/** A building that was to be placed by its address, and whether anybody knew it. */
export const locatedBuildingSchema = z.object({ isFound: z.boolean(), location: locationDetailSchema });
export type LocatedBuilding = z.infer<typeof locatedBuildingSchema>;

export const createLocationInput = z.object({
  /** Where it stands; null: where its address is found. */
  latitude: latLngSchema.shape.latitude.nullable().default(null),
  longitude: latLngSchema.shape.longitude.nullable().default(null),
  address: lineSchema(200, 3),
  municipality: lineSchema(120).nullable().default(null),
  province: lineSchema(40).nullable().default(null),
  postalCode: postalCodeSchema.nullable().default(null),
  buildingType: z.enum(buildingTypes).default("SINGLE_FAMILY"),
  unitNumbers: z.array(lineSchema(20)).max(1000).default([]),
  buildingNotes: paragraphsSchema(2000).nullable().default(null),
});
export type CreateLocationInput = z.infer<typeof createLocationInput>;
