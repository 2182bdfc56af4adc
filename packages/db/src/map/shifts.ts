import { type Page, sliceOf, type Translations } from "@cml/domain/kernel";
import { type CutScope, type ListShiftsInput, type Shift, type ShiftKind, type ShiftsBetweenInput, statusByPlaces } from "@cml/domain/map";
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
      input.from === null ? {} : { date: { gte: fromDay(input.from) } },
      input.until === null ? {} : { date: { lte: fromDay(input.until) } },
    ],
  };
  const { offset, limit } = sliceOf(input);
  const total = await db.prisma.shift.count({ where });
  const orderBy: Prisma.ShiftOrderByWithRelationInput[] = [
    { date: input.upcomingOnly || input.from !== null ? "asc" : "desc" },
    { startTime: "asc" },
    { id: "asc" },
  ];
  const rows = await db.prisma.shift.findMany({ where, include: withCut, orderBy, skip: offset, take: limit });
  return { items: rows.map(toShift), total, page: input.page, pageSize: input.pageSize };
};

/** Shifts between two days, both included, in the order of their hours. */
export const listShiftsBetween = async (db: Db, { from, until }: ShiftsBetweenInput, scope: CutScope): Promise<Shift[]> => {
  const rows = await db.prisma.shift.findMany({
    where: { date: { gte: fromDay(from), lte: fromDay(until) }, ...inScope(scope) },
    include: withCut,
    orderBy: [{ date: "asc" }, { startTime: "asc" }, { id: "asc" }],
    take: 1000,
  });
  return rows.map(toShift);
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
type Optional = Partial<Pick<Shift, "contactName" | "contactPhone" | "contactEmail">>;
export type NewShift = Editable & Optional & { id: string; createdBy: string | null; createdAt: Date; seriesId?: string | null };
type Cancelling = Partial<Pick<Shift, "status" | "cancelledAt" | "cancelReason" | "seriesId">>;
export type ShiftChanges = Partial<Editable> & Optional & Cancelling;

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

/**
 * Counts the places that are taken, those offered to somebody included, and lets OPEN and FULL follow. Call it with the shift locked.
 */
export const recountShift = async (tx: Db, id: string): Promise<Shift> => {
  const currentVolunteers = await tx.prisma.shiftSignup.count({
    where: { shiftId: id, OR: [{ status: { in: ["CONFIRMED", "ATTENDED"] } }, { status: "WAITLISTED", offerExpiresAt: { not: null } }] },
  });
  const row = await tx.prisma.shift.update({ where: { id }, data: { currentVolunteers }, include: withCut });
  const shift = toShift(row);
  const status = statusByPlaces(shift);
  return status === shift.status ? shift : toShift(await tx.prisma.shift.update({ where: { id }, data: { status }, include: withCut }));
};

/** The shifts of a series from that day on: those that take place, or those cancelled at the same stroke. */
export const listSeries = async (
  db: Db,
  seriesId: string,
  { from, cancelledAt }: { from: string | null; cancelledAt: Date | null },
): Promise<Shift[]> => {
  const rows = await db.prisma.shift.findMany({
    where: {
      seriesId,
      ...(cancelledAt === null ? { status: { not: "CANCELLED" } } : { status: "CANCELLED", cancelledAt }),
      ...(from === null ? {} : { date: { gte: fromDay(from) } }),
    },
    include: withCut,
    orderBy: [{ date: "asc" }, { id: "asc" }],
  });
  return rows.map(toShift);
};

/** Shifts between two days whose people may have a mail to get. */
export const listStaffedShifts = async (db: Db, { from, until }: { from: string; until: string }): Promise<Shift[]> => {
  const rows = await db.prisma.shift.findMany({
    where: { status: { not: "CANCELLED" }, date: { gte: fromDay(from), lte: fromDay(until) }, signups: { some: {} } },
    include: withCut,
    orderBy: [{ date: "asc" }, { id: "asc" }],
  });
  return rows.map(toShift);
};

/** Shifts from that day on where somebody waits for a place that is free, or an offer has run out. */
export const listShiftsToOffer = async (db: Db, { from, now }: { from: string; now: Date }): Promise<string[]> => {
  const rows = await db.prisma.$queryRaw<{ id: string }[]>`
    SELECT s."id" FROM "Shift" s
    WHERE s."date" >= ${from}::date AND s."status" <> 'CANCELLED' AND EXISTS (
      SELECT 1 FROM "ShiftSignup" u WHERE u."shiftId" = s."id" AND u."status" = 'WAITLISTED'
        AND (u."offerExpiresAt" <= ${now} OR (u."offerExpiresAt" IS NULL AND s."currentVolunteers" < s."openPlaces")))
    ORDER BY s."date", s."id" LIMIT 500`;
  return rows.map(({ id }) => id);
};

/** Who was signed up for the last shifts of a kind that recorded who came, and who came. */
export const findAttendance = async (db: Db, kind: ShiftKind, before: string): Promise<{ signedUp: number; attended: number }> => {
  const [row] = await db.prisma.$queryRaw<{ signedUp: bigint; attended: bigint }[]>`
    WITH last AS (
      SELECT s."id" FROM "Shift" s
      WHERE s."kind" = ${kind}::"ShiftKind" AND s."status" <> 'CANCELLED' AND s."date" < ${before}::date AND NOT s."isDemo"
        AND EXISTS (SELECT 1 FROM "ShiftSignup" u WHERE u."shiftId" = s."id" AND u."status" IN ('ATTENDED', 'NO_SHOW'))
      ORDER BY s."date" DESC LIMIT 20)
    SELECT count(*) AS "signedUp", count(*) FILTER (WHERE u."status" = 'ATTENDED') AS "attended"
    FROM "ShiftSignup" u JOIN last ON last."id" = u."shiftId"
    WHERE u."status" IN ('ATTENDED', 'NO_SHOW', 'CONFIRMED') AND u."signupSource" <> 'WALK_UP'`;
  return { signedUp: Number(row?.signedUp ?? 0), attended: Number(row?.attended ?? 0) };
};
