import { type Bounds, boundsSchema, translationsSchema } from "@cml/domain/kernel";
import type { Cut, CutGeometry, Location, Shift } from "@cml/domain/map";
import type { Cut as CutRow, Location as LocationRow, Shift as ShiftRow } from "../generated/client";

/** Columns lists need; the map cell and the search key stay here. */
export const toLocation = (row: LocationRow): Location => ({
  id: row.id,
  latitude: row.latitude.toNumber(),
  longitude: row.longitude.toNumber(),
  address: row.address,
  postalCode: row.postalCode,
  municipality: row.municipality,
  province: row.province,
  federalDistrict: row.federalDistrict,
  buildingUse: row.buildingUse,
  buildingType: row.buildingType,
  totalUnits: row.totalUnits,
  geocodeConfidence: row.geocodeConfidence,
  geocodeProvider: row.geocodeProvider,
  lastVisitedAt: row.lastVisitedAt,
  visitedUnits: row.visitedUnits,
  signUnits: row.signUnits,
  support1Units: row.support1Units,
  support2Units: row.support2Units,
  support3Units: row.support3Units,
  support4Units: row.support4Units,
  source: row.source,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});

export const toBounds = (text: string | null): Bounds | null => (text === null ? null : boundsSchema.parse(JSON.parse(text)));

/** What is stored went through `readCutGeometry`. */
export const toGeometry = (text: string): CutGeometry => JSON.parse(text) as CutGeometry;

export const toCut = (row: Omit<CutRow, "geojson">): Cut => ({
  id: row.id,
  name: row.name,
  description: row.description,
  color: row.color,
  opacity: row.opacity.toNumber(),
  category: row.category,
  isPublic: row.isPublic,
  isOfficial: row.isOfficial,
  bounds: toBounds(row.bounds),
  source: row.source,
  addressCount: row.addressCount,
  visitedCount: row.visitedCount,
  completionPercentage: row.completionPercentage,
  lastCanvassed: row.lastCanvassed,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});

/** A `@db.Date` comes as midnight UTC. */
export const toDay = (date: Date): string => date.toISOString().slice(0, 10);
export const fromDay = (day: string): Date => new Date(`${day}T00:00:00.000Z`);

export const toShift = (row: ShiftRow & { cut: { name: string } | null }): Shift => ({
  id: row.id,
  title: row.title,
  description: row.description,
  date: toDay(row.date),
  startTime: row.startTime,
  endTime: row.endTime,
  location: row.location,
  place:
    row.latitude === null || row.longitude === null ? null : { latitude: row.latitude.toNumber(), longitude: row.longitude.toNumber() },
  kind: row.kind,
  maxVolunteers: row.maxVolunteers,
  openPlaces: row.openPlaces,
  currentVolunteers: row.currentVolunteers,
  status: row.status,
  isPublic: row.isPublic,
  cutId: row.cutId,
  cutName: row.cut?.name ?? null,
  captainUserId: row.captainUserId,
  contactName: row.contactName,
  contactPhone: row.contactPhone,
  contactEmail: row.contactEmail,
  seriesId: row.seriesId,
  cancelledAt: row.cancelledAt,
  cancelReason: row.cancelReason,
  translations: row.translations === null ? null : translationsSchema.parse(row.translations),
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});
