import { type Page, sliceOf, type Translations } from "@cml/domain/kernel";
import { type CutScope, type ListShiftsInput, type Shift, type ShiftStatus, statusByPlaces } from "@cml/domain/map";
import type { Db } from "../client";
import { Prisma } from "../generated/client";
import { fromDay, toShift } from "./rows";
import { escapeLike } from "../escape-like";

const withCut = { cut: { select: { name: true } } } as const;
const inScope = (scope: CutScope): Prisma.ShiftWhereInput => (scope === "all" ? {} : { cutId: { in: [...scope] } });

/** `today` is a day of the organisation's zone. */
export const listShifts = async (
  db: Db,
  input: ListShiftsInput,
  { scope, today }: { scope: CutScope; today: string },
): Promise<Page<Shift>> => {
  const containing = { contains: escapeLike(input.search), mode: "insensitive" } as const;
  const where: Prisma.ShiftWhereInput = {
    AND: [
      inScope(scope),
      input.search === "" ? {} : { OR: [{ title: containing }, { location: containing }] },
      input.status === null ? {} : { status: input.status },
      input.upcomingOnly ? { date: { gte: fromDay(today) } } : {},
    ],
  };
  const { offset, limit } = sliceOf(input);
  const total = await db.prisma.shift.count({ where });
  const orderBy: Prisma.ShiftOrderByWithRelationInput[] = [
    { date: input.upcomingOnly ? "asc" : "desc" },
    { startTime: "asc" },
    { id: "asc" },
  ];
  const rows = await db.prisma.shift.findMany({ where, include: withCut, orderBy, skip: offset, take: limit });
  return { items: rows.map(toShift), total, page: input.page, pageSize: input.pageSize };
};

/** Public, not cancelled, on that day or later. */
export const listPublicShifts = async (db: Db, fromDayInclusive: string): Promise<Shift[]> => {
  const rows = await db.prisma.shift.findMany({
    where: { isPublic: true, status: { not: "CANCELLED" }, date: { gte: fromDay(fromDayInclusive) } },
    include: withCut,
    orderBy: [{ date: "asc" }, { startTime: "asc" }, { id: "asc" }],
    take: 200,
  });
  return rows.map(toShift);
};

export const findShift = async (db: Db, id: string): Promise<Shift | null> => {
  const row = await db.prisma.shift.findUnique({ where: { id }, include: withCut });
  return row && toShift(row);
};

/** Holds the shift until the transaction ends: places are given out one after another. */
export const lockShift = async (tx: Db, id: string): Promise<Shift | null> => {
  await tx.prisma.$queryRaw`SELECT 1 FROM "Shift" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  return findShift(tx, id);
};

type Editable = Pick<
  Shift,
  | "title"
  | "description"
  | "date"
  | "startTime"
  | "endTime"
  | "location"
  | "place"
  | "kind"
  | "maxVolunteers"
  | "openPlaces"
  | "isPublic"
  | "cutId"
  | "captainUserId"
  | "translations"
>;
export type NewShift = Editable & { id: string; createdBy: string | null; createdAt: Date };
export type ShiftChanges = Partial<Editable> & { status?: ShiftStatus };

const toColumns = ({ date, place, translations, ...rest }: ShiftChanges) => ({
  ...rest,
  ...(date === undefined ? {} : { date: fromDay(date) }),
  ...(place === undefined ? {} : { latitude: place?.latitude ?? null, longitude: place?.longitude ?? null }),
  ...(translations === undefined ? {} : { translations: jsonOf(translations) }),
});

const jsonOf = (translations: Translations | null): Prisma.InputJsonValue | typeof Prisma.DbNull => translations ?? Prisma.DbNull;

export const insertShift = async (db: Db, { date, place, translations, createdAt, ...plain }: NewShift): Promise<Shift> => {
  const data = {
    ...plain,
    date: fromDay(date),
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    translations: jsonOf(translations),
    createdAt,
    updatedAt: createdAt,
  };
  return toShift(await db.prisma.shift.create({ data, include: withCut }));
};

export const updateShift = async (db: Db, id: string, { changes, at }: { changes: ShiftChanges; at: Date }): Promise<Shift> =>
  toShift(await db.prisma.shift.update({ where: { id }, data: { ...toColumns(changes), updatedAt: at }, include: withCut }));

/** Counts the people who hold a place and lets OPEN and FULL follow. Call it with the shift locked. */
export const recountShift = async (tx: Db, id: string): Promise<Shift> => {
  const currentVolunteers = await tx.prisma.shiftSignup.count({ where: { shiftId: id, status: { in: ["CONFIRMED", "ATTENDED"] } } });
  const row = await tx.prisma.shift.update({ where: { id }, data: { currentVolunteers }, include: withCut });
  const shift = toShift(row);
  const status = statusByPlaces(shift);
  return status === shift.status ? shift : toShift(await tx.prisma.shift.update({ where: { id }, data: { status }, include: withCut }));
};
