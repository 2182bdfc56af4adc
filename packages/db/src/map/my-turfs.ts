import { boundsOf, type MyTurf, type TurfDoor } from "@cml/domain/map";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";
import { toDay, toGeometry } from "./rows";
import { peopleOf, progressOf, withPeople } from "./turf-progress";

const shapeOf = (geojson: string): Pick<MyTurf, "bounds" | "geometry"> => {
  const geometry = toGeometry(geojson);
  return { bounds: boundsOf(geometry), geometry };
};

/** Turfs out with this person, of shifts that are not cancelled. */
export const listTurfsOfUser = async (db: Db, userId: string): Promise<MyTurf[]> => {
  const rows = await db.prisma.turfAssignment.findMany({
    where: { people: { some: { userId } }, handedOutAt: { not: null }, returnedAt: null, shift: { status: { not: "CANCELLED" } } },
    include: { cut: true, shift: true, people: withPeople.people },
    orderBy: [{ shift: { date: "asc" } }, { id: "asc" }],
  });
  const progress = await progressOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, shift, cut, people, geojson }) => ({
    assignmentId: id,
    shiftId: shift.id,
    shiftTitle: shift.title,
    date: toDay(shift.date),
    startTime: shift.startTime,
    endTime: shift.endTime,
    cutId: cut.id,
    cutName: cut.name,
    color: cut.color,
    ...shapeOf(geojson ?? cut.geojson),
    addressCount: progress.get(id)?.doors ?? 0,
    visitedCount: progress.get(id)?.done ?? 0,
    people: peopleOf(people),
  }));
};

/** Buildings of a turf with the doors it was handed out with; nothing of archived ones. Order is for the walk to decide. */
export const listTurfDoors = (db: Db, assignmentId: string): Promise<TurfDoor[]> =>
  doorsThat(db, { turfs: { some: { turfAssignmentId: assignmentId } } });

/** These doors with their buildings; nothing of archived ones. */
export const listDoorsByIds = (db: Db, addressIds: readonly string[]): Promise<TurfDoor[]> =>
  doorsThat(db, { id: { in: [...addressIds] } });

const doorsThat = async (db: Db, mine: Prisma.AddressWhereInput): Promise<TurfDoor[]> => {
  const rows = await db.prisma.location.findMany({
    where: { archivedAt: null, addresses: { some: mine } },
    include: { addresses: { where: mine, orderBy: [{ unitNumber: { sort: "asc", nulls: "first" } }, { id: "asc" }] } },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({
    locationId: row.id,
    latitude: row.latitude.toNumber(),
    longitude: row.longitude.toNumber(),
    address: row.address,
    streetKey: row.streetKey,
    civicNumber: row.civicNumber,
    buildingType: row.buildingType,
    buildingNotes: row.buildingNotes,
    units: row.addresses.map(
      ({ id, unitNumber, firstName, lastName, supportLevel, supportDeclined, sign, notes, doNotContact, lastVisitedAt, lastOutcome }) => ({
        id, unitNumber, firstName, lastName, supportLevel, supportDeclined, sign, notes, doNotContact, lastVisitedAt, lastOutcome,
      }), // prettier-ignore
    ),
  }));
};

export type WalkedTurf = { cutId: string | null; turfAssignmentId: string | null };

/** Which of these doors were handed out with the turf, or lie in its area: by their building, or unit by unit. */
export const listAddressesInTurf = async (
  db: Db,
  { cutId, turfAssignmentId: assignmentId }: WalkedTurf,
  addressIds: readonly string[],
): Promise<Set<string>> => {
  const rows = await db.prisma.$queryRaw<{ id: string }[]>`
    SELECT a."id" FROM "Address" a WHERE a."id" = ANY(${[...addressIds]}::uuid[]) AND (
      EXISTS (SELECT 1 FROM "TurfAssignmentDoor" d WHERE d."turfAssignmentId" = ${assignmentId}::uuid AND d."addressId" = a."id")
      OR EXISTS (SELECT 1 FROM "CutLocation" m WHERE m."cutId" = ${cutId}::uuid AND m."locationId" = a."locationId")
      OR EXISTS (SELECT 1 FROM "CutAddress" m WHERE m."cutId" = ${cutId}::uuid AND m."addressId" = a."id"))`;
  return new Set(rows.map(({ id }) => id));
};
