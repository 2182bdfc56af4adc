import { type Address, type CutScope, type Location, type LocationDetail, mapCellOf, type Resident, streetOf } from "@cml/domain/map";
import type { Db } from "../client";
import type { Address as AddressRow, Prisma, Resident as ResidentRow } from "../generated/client";
import { toLocation } from "./rows";
import { rememberStreetsIn } from "./streets";

export const toAddress = (row: AddressRow): Address => ({
  id: row.id,
  locationId: row.locationId,
  unitNumber: row.unitNumber,
  firstName: row.firstName,
  lastName: row.lastName,
  email: row.email,
  phone: row.phone,
  supportLevel: row.supportLevel,
  supportDeclined: row.supportDeclined,
  sign: row.sign,
  signSize: row.signSize,
  notes: row.notes,
  doNotContact: row.doNotContact,
  lastVisitedAt: row.lastVisitedAt,
  lastOutcome: row.lastOutcome,
  updatedAt: row.updatedAt,
});

const toResident = (row: ResidentRow): Resident => ({
  id: row.id,
  addressId: row.addressId,
  isPrimary: row.isPrimary,
  firstName: row.firstName,
  lastName: row.lastName,
  phone: row.phone,
  email: row.email,
  language: row.language,
  supportLevel: row.supportLevel,
  supportDeclined: row.supportDeclined,
  doNotContact: row.doNotContact,
  notes: row.notes,
  updatedAt: row.updatedAt,
});

const inScope = (scope: CutScope): Prisma.LocationWhereInput => (scope === "all" ? {} : { cuts: { some: { cutId: { in: [...scope] } } } });

/**
 * With its units and their people, its last hundred changes and the areas it lies in. One query after the other: Prisma asks for what
 * stands side by side in one `include` at once, and within a transaction there is one connection.
 */
export const findLocation = async (db: Db, id: string, scope: CutScope): Promise<Omit<LocationDetail, "hasPeople"> | null> => {
  const row = await db.prisma.location.findFirst({
    where: { id, ...inScope(scope) },
    include: {
      addresses: {
        orderBy: [{ unitNumber: { sort: "asc", nulls: "first" } }, { id: "asc" }],
        include: { residents: { orderBy: [{ isPrimary: "desc" }, { id: "asc" }] } },
      },
    },
  });
  if (row === null) return null;
  const history = await db.prisma.locationHistory.findMany({
    where: { locationId: id },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 100,
    include: { user: { select: { name: true } } },
  });
  const cuts = await db.prisma.cutLocation.findMany({ where: { locationId: id }, include: { cut: { select: { id: true, name: true } } } });
  return {
    ...toLocation(row),
    buildingNotes: row.buildingNotes,
    archivedAt: row.archivedAt,
    addresses: row.addresses.map(({ residents, ...address }) => ({ ...toAddress(address), residents: residents.map(toResident) })),
    history: history.map(({ id: entryId, action, field, oldValue, newValue, metadata, user, createdAt }) => ({
      id: entryId,
      action,
      field,
      oldValue,
      newValue,
      unit: unitOf(metadata),
      userName: user?.name ?? null,
      createdAt,
    })),
    cuts: cuts.map(({ cut }) => cut),
  };
};

const unitOf = (metadata: Prisma.JsonValue): string | null => {
  const unit = typeof metadata === "object" && metadata !== null && !Array.isArray(metadata) ? metadata["unit"] : null;
  return typeof unit === "string" ? unit : null;
};

export type NewLocation = Pick<
  Location,
  | "id"
  | "latitude"
  | "longitude"
  | "address"
  | "postalCode"
  | "municipality"
  | "province"
  | "buildingType"
  | "geocodeConfidence"
  | "geocodeProvider"
> & {
  civicNumber: number | null;
  civicSuffix: string | null;
  streetName: string;
  streetType: string | null;
  streetDirection: string | null;
  searchKey: string;
  buildingNotes: string | null;
  /** One door each; a building without units has one door whose unit is null. */
  units: { id: string; unitNumber: string | null }[];
  cutIds: string[];
  createdByUserId: string | null;
  historyId: string;
  at: Date;
};

/** The building, its doors, its membership and the first line of its history. */
export const insertLocation = async (db: Db, given: NewLocation): Promise<void> => {
  const { units, cutIds, historyId, at, ...location } = given;
  const street = streetOf(location);
  await rememberStreetsIn(db, [street]);
  await db.prisma.location.create({
    data: {
      ...location,
      totalUnits: units.length,
      mapCell: mapCellOf(location),
      streetKey: street.key,
      createdAt: at,
      updatedAt: at,
      addresses: { create: units.map((unit) => ({ ...unit, createdByUserId: location.createdByUserId, createdAt: at, updatedAt: at })) },
      cuts: { create: cutIds.map((cutId) => ({ cutId })) },
      history: { create: { id: historyId, action: "CREATED", userId: location.createdByUserId, createdAt: at } },
    },
  });
};
