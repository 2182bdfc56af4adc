import type { CutScope, SupportLevel } from "@cml/domain/map";
import type { Db } from "../client";
import type { EditMark } from "./location-edits";

/** A person's fields as door and resident both have them. */
export type PersonFields = {
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  phone: string | null;
  supportLevel: SupportLevel | null;
  supportDeclined: boolean;
  notes: string | null;
  doNotContact: boolean;
};

export type EditableUnit = PersonFields & {
  id: string;
  locationId: string;
  unitNumber: string | null;
  sign: boolean;
  signSize: string | null;
  updatedAt: Date;
};

const person = {
  firstName: true, lastName: true, email: true, phone: true, supportLevel: true, supportDeclined: true, notes: true, doNotContact: true,
} as const; // prettier-ignore
const unitFields = { ...person, id: true, locationId: true, unitNumber: true, sign: true, signSize: true, updatedAt: true } as const;

const within = (scope: CutScope) => (scope === "all" ? {} : { location: { cuts: { some: { cutId: { in: [...scope] } } } } });

/** Holds a door; null outside the scope. */
export const lockUnit = async (db: Db, id: string, scope: CutScope): Promise<EditableUnit | null> => {
  await db.prisma.$queryRaw`SELECT 1 FROM "Address" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return db.prisma.address.findFirst({ where: { id, ...within(scope) }, select: unitFields });
};

export type UnitChange = Partial<Omit<EditableUnit, "id" | "locationId" | "updatedAt">>;

export const updateUnitRow = async (db: Db, id: string, { change, mark }: { change: UnitChange; mark: EditMark }): Promise<void> => {
  await db.prisma.address.update({ where: { id }, data: { ...change, updatedByUserId: mark.userId, updatedAt: mark.at } });
};

export type UnitOfLocation = { id: string; unitNumber: string | null; isBlank: boolean };

/** The doors of a building; blank is one of which nothing is known but that it is there. */
export const listUnits = async (db: Db, locationId: string): Promise<UnitOfLocation[]> => {
  const rows = await db.prisma.address.findMany({
    where: { locationId },
    select: { ...unitFields, addrGuid: true, lastVisitedAt: true, _count: { select: { residents: true, visits: true } } },
  });
  return rows.map((row) => ({
    id: row.id,
    unitNumber: row.unitNumber,
    isBlank:
      row.addrGuid === null && row.lastVisitedAt === null && row._count.residents === 0 && row._count.visits === 0 && !row.sign &&
      !row.doNotContact && [row.firstName, row.lastName, row.email, row.phone, row.supportLevel, row.notes].every((value) => value === null),
  })); // prettier-ignore
};

export const insertUnits = async (
  db: Db,
  { locationId, units, mark }: { locationId: string; units: { id: string; unitNumber: string }[]; mark: EditMark },
): Promise<void> => {
  await db.prisma.address.createMany({
    data: units.map((unit) => ({ ...unit, locationId, createdByUserId: mark.userId, createdAt: mark.at, updatedAt: mark.at })),
  });
};

export const deleteUnit = async (db: Db, id: string): Promise<void> => {
  await db.prisma.address.delete({ where: { id } });
};

export const countVisitsOfUnit = (db: Db, addressId: string): Promise<number> => db.prisma.canvassVisit.count({ where: { addressId } });

export type EditableResident = PersonFields & {
  id: string;
  addressId: string;
  isPrimary: boolean;
  language: string | null;
  updatedAt: Date;
};

const residentFields = { ...person, id: true, addressId: true, isPrimary: true, language: true, updatedAt: true } as const;

export const findResident = (db: Db, id: string): Promise<EditableResident | null> =>
  db.prisma.resident.findUnique({ where: { id }, select: residentFields });

/** The people of a door, the primary one first. */
export const listResidents = (db: Db, addressId: string): Promise<EditableResident[]> =>
  db.prisma.resident.findMany({ where: { addressId }, select: residentFields, orderBy: [{ isPrimary: "desc" }, { id: "asc" }] });

export const insertResident = async (db: Db, given: Omit<EditableResident, "updatedAt">, { userId, at }: EditMark): Promise<void> => {
  const doNotContactAt = given.doNotContact ? at : null;
  await db.prisma.resident.create({ data: { ...given, doNotContactAt, createdByUserId: userId, createdAt: at, updatedAt: at } });
};

export type ResidentChange = Partial<Omit<EditableResident, "id" | "addressId" | "updatedAt">>;

export const updateResidentRow = async (
  db: Db,
  id: string,
  { change, mark }: { change: ResidentChange; mark: EditMark },
): Promise<void> => {
  const asked = change.doNotContact === undefined ? {} : { doNotContactAt: change.doNotContact ? mark.at : null };
  await db.prisma.resident.update({ where: { id }, data: { ...change, ...asked, updatedByUserId: mark.userId, updatedAt: mark.at } });
};

/** Only one person of a door is its primary one. */
export const clearPrimary = async (db: Db, addressId: string): Promise<void> => {
  await db.prisma.resident.updateMany({ where: { addressId, isPrimary: true }, data: { isPrimary: false } });
};
