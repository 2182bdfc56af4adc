import type { BuildingType, CutScope, GeocodeProvider, LocationHistoryAction } from "@cml/domain/map";
import { type Street } from "@cml/domain/map";
import { mapCellOf } from "@cml/domain/map";
import type { Db } from "../client";
import { Prisma } from "../generated/client";
import { inCuts } from "./location-conditions";
import { rememberStreetsIn } from "./streets";

/** A building as an edit needs it: what may change, and when it last did. */
export type EditableLocation = {
  id: string;
  latitude: number;
  longitude: number;
  address: string;
  civicNumber: number | null;
  civicSuffix: string | null;
  streetName: string | null;
  streetType: string | null;
  streetDirection: string | null;
  municipality: string | null;
  municipalityFr: string | null;
  censusSubdivision: string | null;
  province: string | null;
  postalCode: string | null;
  federalDistrict: string | null;
  buildingType: BuildingType;
  buildingUse: number | null;
  buildingNotes: string | null;
  geocodeProvider: GeocodeProvider | null;
  geocodeConfidence: number | null;
  geocodeReviewedAt: Date | null;
  updatedAt: Date;
};

const editable = {
  id: true, latitude: true, longitude: true, address: true, civicNumber: true, civicSuffix: true, streetName: true, streetType: true,
  streetDirection: true, municipality: true, municipalityFr: true, censusSubdivision: true, province: true, postalCode: true,
  federalDistrict: true, buildingType: true, buildingUse: true, buildingNotes: true, geocodeProvider: true,
  geocodeConfidence: true, geocodeReviewedAt: true, updatedAt: true,
} as const; // prettier-ignore

/** Holds these buildings until the transaction ends, in one order for everybody; those outside the scope are left out. */
export const lockLocations = async (db: Db, ids: readonly string[], scope: CutScope): Promise<EditableLocation[]> => {
  const held = await db.prisma.$queryRaw<{ id: string }[]>`
    SELECT l."id" FROM "Location" l WHERE l."id" = ANY(${[...ids]}::uuid[]) AND ${inCuts(scope)} ORDER BY l."id" FOR UPDATE`;
  const rows = await db.prisma.location.findMany({
    where: { id: { in: held.map(({ id }) => id) } },
    select: editable,
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({ ...row, latitude: row.latitude.toNumber(), longitude: row.longitude.toNumber() }));
};

export type LocationChange = Partial<Omit<EditableLocation, "id" | "updatedAt">> & { searchKey?: string };

export type EditMark = { userId: string | null; at: Date };

/** Writes one change onto some buildings; `street` where the street, the town or the province became another. */
export const updateLocationRows = async (
  db: Db,
  { ids, change, street, mark }: { ids: string[]; change: LocationChange; street: Street | null; mark: EditMark },
): Promise<void> => {
  if (street !== null) await rememberStreetsIn(db, [street]);
  const { latitude, longitude } = change;
  const cell = latitude === undefined || longitude === undefined ? {} : { mapCell: mapCellOf({ latitude, longitude }) };
  await db.prisma.location.updateMany({
    where: { id: { in: ids } },
    data: { ...change, ...cell, ...(street === null ? {} : { streetKey: street.key }), updatedByUserId: mark.userId, updatedAt: mark.at },
  });
};

export type NewHistory = {
  id: string;
  locationId: string;
  action: LocationHistoryAction;
  field: string | null;
  oldValue: string | null;
  newValue: string | null;
  metadata?: Record<string, string | number>;
};

export const insertHistory = async (db: Db, entries: readonly NewHistory[], { userId, at }: EditMark): Promise<void> => {
  if (entries.length === 0) return;
  await db.prisma.locationHistory.createMany({ data: entries.map((entry) => ({ ...entry, userId, createdAt: at })) });
};

/** Forgets where a building lay and writes where it lies; gives the areas whose doors must be counted anew. */
export const replaceMembership = async (db: Db, locationId: string, cutIds: readonly string[]): Promise<string[]> => {
  const left = await db.prisma.$queryRaw<{ cutId: string }[]>`
    DELETE FROM "CutLocation" WHERE "locationId" = ${locationId}::uuid RETURNING "cutId"`;
  await db.prisma.cutLocation.createMany({ data: cutIds.map((cutId) => ({ cutId, locationId })) });
  return [...new Set([...left.map(({ cutId }) => cutId), ...cutIds])];
};

/** Areas that hold any of these buildings. */
export const listCutIdsAt = async (db: Db, locationIds: readonly string[]): Promise<string[]> => {
  const rows = await db.prisma.$queryRaw<{ cutId: string }[]>`
    SELECT DISTINCT "cutId" FROM "CutLocation" WHERE "locationId" = ANY(${[...locationIds]}::uuid[])`;
  return rows.map(({ cutId }) => cutId);
};

/** Counts the doors of these buildings anew. */
export const recountUnitsIn = async (db: Db, locationIds: readonly string[]): Promise<void> => {
  await db.prisma.$executeRaw`
    UPDATE "Location" l SET "totalUnits" = n.units FROM (
      SELECT wanted.id, count(a."id")::int AS units FROM unnest(${[...locationIds]}::uuid[]) wanted(id)
      LEFT JOIN "Address" a ON a."locationId" = wanted.id GROUP BY 1
    ) n WHERE l."id" = n.id AND l."totalUnits" <> n.units`;
};

/** What a filter lets through, oldest first, of some or of all; one more than the most says that there is more. */
export const listLocationIds = async (
  db: Db,
  { where, ids, limit }: { where: Prisma.Sql; ids: readonly string[] | null; limit: number },
): Promise<string[]> => {
  const chosen = ids === null ? Prisma.sql`true` : Prisma.sql`l."id" = ANY(${[...ids]}::uuid[])`;
  const rows = await db.prisma.$queryRaw<{ id: string }[]>`
    SELECT l."id" FROM "Location" l WHERE ${where} AND ${chosen} ORDER BY l."id" LIMIT ${limit}`;
  return rows.map(({ id }) => id);
};
