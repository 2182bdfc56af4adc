import type { MyTurf, TurfAssignment, TurfDoor } from "@cml/domain/map";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";
import { toBounds, toDay, toGeometry } from "./rows";

const withPeople = {
  cut: { select: { name: true } },
  people: { include: { user: { select: { id: true, name: true } } }, orderBy: { userId: "asc" } },
} as const satisfies Prisma.TurfAssignmentInclude;
type Row = Prisma.TurfAssignmentGetPayload<{ include: typeof withPeople }>;

const peopleOf = (people: { user: { id: string; name: string } }[]) => people.map(({ user }) => ({ userId: user.id, name: user.name }));

const toAssignment = (row: Row): TurfAssignment => ({
  id: row.id,
  shiftId: row.shiftId,
  cutId: row.cutId,
  cutName: row.cut.name,
  people: peopleOf(row.people),
  handedOutAt: row.handedOutAt,
  returnedAt: row.returnedAt,
});

export const listTurfAssignments = async (db: Db, shiftId: string): Promise<TurfAssignment[]> => {
  const rows = await db.prisma.turfAssignment.findMany({
    where: { shiftId },
    include: withPeople,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(toAssignment);
};

export const findTurfAssignment = async (db: Db, id: string): Promise<TurfAssignment | null> => {
  const row = await db.prisma.turfAssignment.findUnique({ where: { id }, include: withPeople });
  return row && toAssignment(row);
};

export type NewTurfAssignment = {
  id: string;
  shiftId: string;
  cutId: string;
  userIds: readonly string[];
  handedOutByUserId: string | null;
  at: Date;
};

/** A turf that is out already throws a unique violation (`TurfAssignment_cutId_out_key`). */
export const insertTurfAssignment = async (db: Db, { userIds, at, ...rest }: NewTurfAssignment): Promise<TurfAssignment> => {
  const data = { ...rest, handedOutAt: at, createdAt: at, people: { create: userIds.map((userId) => ({ userId })) } };
  return toAssignment(await db.prisma.turfAssignment.create({ data, include: withPeople }));
};

/** False when it was returned before. */
export const returnTurf = async (db: Db, id: string, at: Date): Promise<boolean> =>
  (await db.prisma.turfAssignment.updateMany({ where: { id, returnedAt: null }, data: { returnedAt: at } })).count === 1;

/** Turfs out with this person, of shifts that are not cancelled. */
export const listTurfsOfUser = async (db: Db, userId: string): Promise<MyTurf[]> => {
  const rows = await db.prisma.turfAssignment.findMany({
    where: { people: { some: { userId } }, handedOutAt: { not: null }, returnedAt: null, shift: { status: { not: "CANCELLED" } } },
    include: { cut: true, shift: true, people: withPeople.people },
    orderBy: [{ shift: { date: "asc" } }, { id: "asc" }],
  });
  return rows.map(({ id, shift, cut, people }) => ({
    assignmentId: id,
    shiftId: shift.id,
    shiftTitle: shift.title,
    date: toDay(shift.date),
    startTime: shift.startTime,
    endTime: shift.endTime,
    cutId: cut.id,
    cutName: cut.name,
    color: cut.color,
    bounds: toBounds(cut.bounds),
    geometry: toGeometry(cut.geojson),
    addressCount: cut.addressCount,
    visitedCount: cut.visitedCount,
    people: peopleOf(people),
  }));
};

/** Areas whose doors this person may see: those out with them, and every turf that is out in a shift they lead. */
export const listCutIdsOfUser = async (db: Db, userId: string): Promise<string[]> => {
  const rows = await db.prisma.turfAssignment.findMany({
    where: {
      handedOutAt: { not: null },
      returnedAt: null,
      shift: { status: { not: "CANCELLED" } },
      OR: [{ people: { some: { userId } } }, { shift: { captainUserId: userId } }],
    },
    select: { cutId: true },
  });
  return [...new Set(rows.map(({ cutId }) => cutId))];
};

/** Buildings of an area with their units; nothing of archived ones. Order is for the walk to decide. */
export const listTurfDoors = async (db: Db, cutId: string): Promise<TurfDoor[]> => {
  const rows = await db.prisma.location.findMany({
    where: { archivedAt: null, cuts: { some: { cutId } } },
    include: { addresses: { orderBy: [{ unitNumber: { sort: "asc", nulls: "first" } }, { id: "asc" }] } },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({
    locationId: row.id,
    latitude: row.latitude.toNumber(),
    longitude: row.longitude.toNumber(),
    address: row.address,
    buildingType: row.buildingType,
    buildingNotes: row.buildingNotes,
    units: row.addresses.map(
      ({ id, unitNumber, firstName, lastName, supportLevel, supportDeclined, sign, notes, doNotContact, lastVisitedAt, lastOutcome }) => ({
        id, unitNumber, firstName, lastName, supportLevel, supportDeclined, sign, notes, doNotContact, lastVisitedAt, lastOutcome,
      }), // prettier-ignore
    ),
  }));
};

/** Which of these doors lie in the area: by their building, or unit by unit. */
export const listAddressesInCut = async (db: Db, cutId: string, addressIds: readonly string[]): Promise<Set<string>> => {
  const rows = await db.prisma.$queryRaw<{ id: string }[]>`
    SELECT a."id" FROM "Address" a WHERE a."id" = ANY(${[...addressIds]}::uuid[]) AND (
      EXISTS (SELECT 1 FROM "CutLocation" m WHERE m."cutId" = ${cutId}::uuid AND m."locationId" = a."locationId")
      OR EXISTS (SELECT 1 FROM "CutAddress" m WHERE m."cutId" = ${cutId}::uuid AND m."addressId" = a."id"))`;
  return new Set(rows.map(({ id }) => id));
};

/** How many people's hands the area is in now. */
export const countTurfsOut = (db: Db, cutId: string): Promise<number> =>
  db.prisma.turfAssignment.count({ where: { cutId, handedOutAt: { not: null }, returnedAt: null } });
