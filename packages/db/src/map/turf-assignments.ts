import { type TurfAssignment, type TurfFilter, turfFilterSchema } from "@cml/domain/map";
import type { Db } from "../client";
import { Prisma } from "../generated/client";
import { peopleOf, progressOf, withPeople } from "./turf-progress";
import { type TurfUnits, turfUnitsSql } from "./turf-units";

type Row = Prisma.TurfAssignmentGetPayload<{ include: typeof withPeople }>;

const toAssignments = async (db: Db, rows: readonly Row[]): Promise<TurfAssignment[]> => {
  const progress = await progressOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    shiftId: row.shiftId,
    cutId: row.cutId,
    cutName: row.cut.name,
    people: peopleOf(row.people),
    handedOutAt: row.handedOutAt,
    returnedAt: row.returnedAt,
    splitFromId: row.splitFromId,
    ...(progress.get(row.id) ?? { doors: 0, done: 0 }),
  }));
};

export const listTurfAssignments = async (db: Db, shiftId: string): Promise<TurfAssignment[]> => {
  const rows = await db.prisma.turfAssignment.findMany({
    where: { shiftId },
    include: withPeople,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return toAssignments(db, rows);
};

export const findTurfAssignment = async (db: Db, id: string): Promise<TurfAssignment | null> => {
  const row = await db.prisma.turfAssignment.findUnique({ where: { id }, include: withPeople });
  return row && ((await toAssignments(db, [row]))[0] ?? null);
};

/** Within a transaction: nobody else changes the turf until its end. Null when there is none. */
export const lockTurfAssignment = async (db: Db, id: string): Promise<TurfAssignment | null> => {
  await db.prisma.$queryRaw`SELECT 1 FROM "TurfAssignment" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return findTurfAssignment(db, id);
};

/** The filter an area's doors go through when it is handed out. */
export const findTurfFilter = async (db: Db, cutId: string): Promise<TurfFilter> => {
  const row = await db.prisma.cut.findUnique({ where: { id: cutId }, select: { filterSettings: true } });
  return turfFilterSchema.parse(row?.filterSettings ?? {});
};

export const writeTurfFilter = async (db: Db, cutId: string, { filter, at }: { filter: TurfFilter; at: Date }): Promise<void> => {
  await db.prisma.cut.update({ where: { id: cutId }, data: { filterSettings: filter, updatedAt: at } });
};

export type NewTurfAssignment = {
  id: string;
  shiftId: string;
  cutId: string;
  /** Nobody: the turf is planned. */
  userIds: readonly string[];
  handedOutByUserId: string | null;
  at: Date;
};

const newRow = ({ userIds, at, ...rest }: NewTurfAssignment) => ({
  ...rest,
  createdAt: at,
  handedOutAt: userIds.length === 0 ? null : at,
  people: { create: userIds.map((userId) => ({ userId })) },
});

/**
 * Writes down a turf with the doors the filter leaves in, the shape and the filter as they stand now. Doors in other hands are left out;
 * gives how many it got. Two at once wait for each other.
 */
export const insertTurfAssignment = async (db: Db, assignment: NewTurfAssignment, units: TurfUnits): Promise<number> => {
  const { geojson } = await db.prisma.cut.findUniqueOrThrow({ where: { id: assignment.cutId }, select: { geojson: true } });
  await db.prisma.turfAssignment.create({ data: { ...newRow(assignment), geojson, filterSettings: units.filter } });
  return db.prisma.$executeRaw`
    INSERT INTO "TurfAssignmentDoor" ("turfAssignmentId", "addressId")
    SELECT ${assignment.id}::uuid, t."id" FROM (${turfUnitsSql(units)}) t ORDER BY t."id" ON CONFLICT DO NOTHING`;
};

/** Moves doors of a turf to a new one of the same area; gives how many went. */
export const splitTurfAssignment = async (
  db: Db,
  { fromId, doorIds, ...assignment }: NewTurfAssignment & { fromId: string; doorIds: readonly string[] },
): Promise<number> => {
  const { geojson, filterSettings } = await db.prisma.turfAssignment.findUniqueOrThrow({ where: { id: fromId } });
  const kept = { geojson, filterSettings: filterSettings ?? Prisma.DbNull, splitFromId: fromId };
  await db.prisma.turfAssignment.create({ data: { ...newRow(assignment), ...kept } });
  return db.prisma.$executeRaw`
    UPDATE "TurfAssignmentDoor" SET "turfAssignmentId" = ${assignment.id}::uuid
    WHERE "turfAssignmentId" = ${fromId}::uuid AND "isOut" AND "addressId" = ANY(${[...doorIds]}::uuid[])`;
};

/** People take a planned turf. False when it was handed out or came back before. */
export const giveTurf = async (
  db: Db,
  id: string,
  { userIds, byUserId, at }: { userIds: readonly string[]; byUserId: string | null; at: Date },
): Promise<boolean> => {
  const data = { handedOutAt: at, handedOutByUserId: byUserId };
  const { count } = await db.prisma.turfAssignment.updateMany({ where: { id, handedOutAt: null, returnedAt: null }, data });
  if (count === 0) return false;
  await db.prisma.turfAssignmentPerson.createMany({ data: userIds.map((userId) => ({ turfAssignmentId: id, userId })) });
  return true;
};

/** Who has a turf from now on, in place of those who had it: of these it is kept until when. */
export const setTurfPeople = async (db: Db, id: string, { userIds, at }: { userIds: readonly string[]; at: Date }): Promise<void> => {
  const left = await db.prisma.turfAssignmentPerson.findMany({ where: { turfAssignmentId: id, userId: { notIn: [...userIds] } } });
  await db.prisma.turfAssignmentFormer.createMany({
    data: left.map(({ userId }) => ({ turfAssignmentId: id, userId, until: at })),
    skipDuplicates: true,
  });
  await db.prisma.turfAssignmentPerson.deleteMany({ where: { turfAssignmentId: id } });
  await db.prisma.turfAssignmentPerson.createMany({ data: userIds.map((userId) => ({ turfAssignmentId: id, userId })) });
};

/** Whether somebody who has a turf no more had it at that moment. */
export const hadTurfAt = async (db: Db, id: string, { userId, at }: { userId: string; at: Date }): Promise<boolean> =>
  (await db.prisma.turfAssignmentFormer.count({ where: { turfAssignmentId: id, userId, until: { gt: at } } })) > 0;

/** Frees its doors for others. False when it was returned before. */
export const returnTurf = async (db: Db, id: string, at: Date): Promise<boolean> => {
  const { count } = await db.prisma.turfAssignment.updateMany({ where: { id, returnedAt: null }, data: { returnedAt: at } });
  if (count === 0) return false;
  await db.prisma.turfAssignmentDoor.updateMany({ where: { turfAssignmentId: id }, data: { isOut: false } });
  return true;
};

export type DoorLeft = { id: string; locationId: string; latitude: number; longitude: number };

/** Doors of a turf nobody visited since it was handed out, by their building. */
export const listDoorsLeft = (db: Db, id: string): Promise<DoorLeft[]> => db.prisma.$queryRaw<DoorLeft[]>`
    SELECT a."id", a."locationId", l."latitude"::float8 AS latitude, l."longitude"::float8 AS longitude
    FROM "TurfAssignment" t JOIN "TurfAssignmentDoor" d ON d."turfAssignmentId" = t."id" AND d."isOut"
    JOIN "Address" a ON a."id" = d."addressId" JOIN "Location" l ON l."id" = a."locationId"
    WHERE t."id" = ${id}::uuid AND coalesce(a."lastVisitedAt" < t."handedOutAt", true)
    ORDER BY a."locationId", a."unitNumber", a."id"`;

/** Where the last visit of the turf was made. */
export const findLastDoor = async (db: Db, id: string): Promise<Pick<DoorLeft, "latitude" | "longitude"> | null> => {
  const [row] = await db.prisma.$queryRaw<Pick<DoorLeft, "latitude" | "longitude">[]>`
    SELECT l."latitude"::float8 AS latitude, l."longitude"::float8 AS longitude
    FROM "TurfAssignment" t JOIN "TurfAssignmentDoor" d ON d."turfAssignmentId" = t."id"
    JOIN "Address" a ON a."id" = d."addressId" AND a."lastVisitedAt" >= t."handedOutAt" JOIN "Location" l ON l."id" = a."locationId"
    WHERE t."id" = ${id}::uuid ORDER BY a."lastVisitedAt" DESC LIMIT 1`;
  return row ?? null;
};

/** How many people's hands the area is in now. */
export const countTurfsOut = (db: Db, cutId: string): Promise<number> =>
  db.prisma.turfAssignment.count({ where: { cutId, handedOutAt: { not: null }, returnedAt: null } });
