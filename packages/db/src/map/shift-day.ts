import {
  boundsOf,
  type DayPerson,
  type DayPhone,
  dayStateOf,
  type DayTurf,
  type DayTurfFacts,
  type Shift,
  type ShiftSignup,
} from "@cml/domain/map";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";
import { fromDay, toDay, toGeometry } from "./rows";
import { listTurfAssignments } from "./turf-assignments";

type SignupRow = Prisma.ShiftSignupGetPayload<{ include: { user: { select: { phone: true } } } }>;
const withPhone = { user: { select: { phone: true } } } as const;

const toPerson = (row: SignupRow, facts: DayTurfFacts): DayPerson => ({
  signupId: row.id,
  userId: row.userId,
  name: row.userName,
  phone: row.userPhone ?? row.user?.phone ?? null,
  locale: row.locale,
  source: row.signupSource,
  status: row.status,
  state: dayStateOf(row, facts),
  confirmedAt: row.confirmedAt,
  checkedInAt: row.checkedInAt,
  leftAt: row.leftAt,
});

/** Which people of a shift have a turf out, brought one back, or began to walk. */
const turfFactsOf = async (db: Db, shiftId: string): Promise<Map<string, DayTurfFacts>> => {
  const rows = await db.prisma.$queryRaw<({ userId: string } & DayTurfFacts)[]>`
    SELECT u."userId", bool_or(u.holds) AS holds, bool_or(u.returned) AS returned, bool_or(u.walked) AS walked FROM (
      SELECT p."userId", t."handedOutAt" IS NOT NULL AND t."returnedAt" IS NULL AS holds,
        t."handedOutAt" IS NOT NULL AND t."returnedAt" IS NOT NULL AS returned, false AS walked
      FROM "TurfAssignment" t JOIN "TurfAssignmentPerson" p ON p."turfAssignmentId" = t."id" WHERE t."shiftId" = ${shiftId}::uuid
      UNION ALL SELECT s."userId", false, false, true FROM "CanvassSession" s WHERE s."shiftId" = ${shiftId}::uuid) u
    GROUP BY u."userId"`;
  return new Map(rows.map(({ userId, ...facts }) => [userId, facts]));
};

const nothing: DayTurfFacts = { holds: false, returned: false, walked: false };

/** Everybody of the shift by name; walk-ups that were taken off again are left out. */
export const listDayPeople = async (db: Db, shiftId: string): Promise<DayPerson[]> => {
  const facts = await turfFactsOf(db, shiftId);
  const rows = await db.prisma.shiftSignup.findMany({
    where: { shiftId, NOT: { signupSource: "WALK_UP", status: "CANCELLED" } },
    include: withPhone,
    orderBy: [{ userName: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => toPerson(row, facts.get(row.userId ?? "") ?? nothing));
};

type Walked = { id: string; startedAt: Date | null; lastVisitAt: Date | null };

/** Its turfs with their shapes, when their people began and when they last knocked. */
export const listDayTurfs = async (db: Db, shiftId: string): Promise<DayTurf[]> => {
  const turfs = await listTurfAssignments(db, shiftId);
  const shapes = await db.prisma.turfAssignment.findMany({
    where: { shiftId },
    select: { id: true, geojson: true, cut: { select: { color: true, geojson: true } } },
  });
  const walked = await db.prisma.$queryRaw<Walked[]>`
    SELECT t."id",
      (SELECT min(s."startedAt") FROM "CanvassSession" s WHERE s."turfAssignmentId" = t."id") AS "startedAt",
      (SELECT max(a."lastVisitedAt") FROM "TurfAssignmentDoor" d JOIN "Address" a ON a."id" = d."addressId"
        WHERE d."turfAssignmentId" = t."id" AND a."lastVisitedAt" >= t."handedOutAt") AS "lastVisitAt"
    FROM "TurfAssignment" t WHERE t."shiftId" = ${shiftId}::uuid`;
  const shapeOf = new Map(shapes.map((row) => [row.id, row]));
  const walkedOf = new Map(walked.map((row) => [row.id, row]));
  return turfs.flatMap((turf) => {
    const shape = shapeOf.get(turf.id);
    if (shape === undefined) return [];
    const geometry = toGeometry(shape.geojson ?? shape.cut.geojson);
    const { startedAt = null, lastVisitAt = null } = walkedOf.get(turf.id) ?? {};
    return [{ ...turf, color: shape.cut.color, geometry, bounds: boundsOf(geometry), startedAt, lastVisitAt }];
  });
};

/** The phones that walked for the shift, each as it was last heard of. */
export const listDayPhones = (db: Db, shiftId: string): Promise<DayPhone[]> => db.prisma.$queryRaw<DayPhone[]>`
    SELECT s."userId", u."name", sum(s."unsentCount")::int AS unsent, max(greatest(s."heardAt", s."lastActivityAt")) AS "heardAt",
      bool_or(s."status" = 'ACTIVE') AS "isWalking"
    FROM "CanvassSession" s JOIN "User" u ON u."id" = s."userId" WHERE s."shiftId" = ${shiftId}::uuid
    GROUP BY s."userId", u."name" ORDER BY u."name", s."userId"`;

export type DaySignup = ShiftSignup & {
  checkedInAt: Date | null;
  leftAt: Date | null;
  cancelledAt: Date | null;
  waitlistedAt: Date | null;
};

/** What a check-in goes by; null when the shift has no such sign-up. */
export const findDaySignup = async (db: Db, shiftId: string, id: string): Promise<DaySignup | null> =>
  db.prisma.shiftSignup.findFirst({ where: { id, shiftId } });

export type DayMarks = {
  status?: ShiftSignup["status"];
  checkedInAt?: Date | null;
  checkedInByUserId?: string | null;
  leftAt?: Date | null;
  offeredAt?: null;
  offerExpiresAt?: null;
  endedBy?: ShiftSignup["endedBy"];
  cancelledAt?: Date | null;
};

export const markDaySignup = async (tx: Db, id: string, marks: DayMarks): Promise<void> => {
  await tx.prisma.shiftSignup.update({ where: { id }, data: marks });
};

/** One person of the shift as they are now. */
export const findDayPerson = async (db: Db, shiftId: string, id: string): Promise<DayPerson | null> => {
  const row = await db.prisma.shiftSignup.findFirst({ where: { id, shiftId }, include: withPhone });
  return row && toPerson(row, (await turfFactsOf(db, shiftId)).get(row.userId ?? "") ?? nothing);
};

/** Sign-ups of shifts between two days, for a code that is none of this shift's. */
export const listSignupsAround = async (
  db: Db,
  { from, until }: { from: string; until: string },
): Promise<{ id: string; shiftId: string; shiftTitle: string; day: string }[]> => {
  const rows = await db.prisma.shiftSignup.findMany({
    where: { shift: { date: { gte: fromDay(from), lte: fromDay(until) } } },
    select: { id: true, shiftId: true, shift: { select: { title: true, date: true } } },
    orderBy: { id: "desc" },
    take: 5000,
  });
  return rows.map(({ id, shiftId, shift }) => ({ id, shiftId, shiftTitle: shift.title, day: toDay(shift.date) }));
};

export type Closing = { closedAt: Date | null; closeReason: string | null };

export const findClosing = (db: Db, shiftId: string): Promise<Closing> =>
  db.prisma.shift.findUniqueOrThrow({ where: { id: shiftId }, select: { closedAt: true, closeReason: true } });

/**
 * Closes a shift: whoever was here or walked attended, the others with a place did not come, and turfs still out or planned are free
 * again. Call it with the shift locked.
 */
export const closeDay = async (tx: Db, shiftId: string, { at, reason }: { at: Date; reason: string | null }): Promise<void> => {
  await tx.prisma.shift.update({ where: { id: shiftId }, data: { closedAt: at, closeReason: reason, updatedAt: at } });
  await tx.prisma.$executeRaw`
    UPDATE "ShiftSignup" s SET "status" = (CASE WHEN s."checkedInAt" IS NOT NULL OR EXISTS (
        SELECT 1 FROM "CanvassSession" w WHERE w."shiftId" = s."shiftId" AND w."userId" = s."userId") THEN 'ATTENDED' ELSE 'NO_SHOW' END)::"SignupStatus"
    WHERE s."shiftId" = ${shiftId}::uuid AND s."status" = 'CONFIRMED'`;
  await tx.prisma.$executeRaw`
    UPDATE "TurfAssignmentDoor" d SET "isOut" = false FROM "TurfAssignment" t
    WHERE t."id" = d."turfAssignmentId" AND t."shiftId" = ${shiftId}::uuid AND t."returnedAt" IS NULL AND d."isOut"`;
  await tx.prisma.turfAssignment.updateMany({ where: { shiftId, returnedAt: null }, data: { returnedAt: at } });
};

/** Opens it again: those who did not come are expected again. Turfs stay where they are. */
export const reopenDay = async (tx: Db, shiftId: string, at: Date): Promise<void> => {
  await tx.prisma.shift.update({ where: { id: shiftId }, data: { closedAt: null, closeReason: null, updatedAt: at } });
  await tx.prisma.shiftSignup.updateMany({
    where: { shiftId, status: { in: ["NO_SHOW", "ATTENDED"] }, checkedInAt: null },
    data: { status: "CONFIRMED" },
  });
};

/** Ids of the shift's roster that are accounts: to whom its turfs may go. */
export const listRosterUserIds = async (db: Db, shiftId: string): Promise<Set<string>> => {
  const rows = await db.prisma.shiftSignup.findMany({
    where: { shiftId, userId: { not: null }, status: { in: ["CONFIRMED", "ATTENDED"] } },
    select: { userId: true },
  });
  return new Set(rows.flatMap(({ userId }) => userId ?? []));
};

/** The areas a captain may hand out: the shift's own, and those of its turfs. */
export const listCutIdsOfShift = async (db: Db, shift: Pick<Shift, "id" | "cutId">): Promise<Set<string>> => {
  const rows = await db.prisma.turfAssignment.findMany({ where: { shiftId: shift.id }, select: { cutId: true }, distinct: ["cutId"] });
  return new Set([...rows.map(({ cutId }) => cutId), ...(shift.cutId === null ? [] : [shift.cutId])]);
};
