import type { Shift, ShiftReminder, ShiftSignup } from "@cml/domain/map";
import type { Db } from "../client";
import type { ShiftSignup as SignupRow } from "../generated/client";
import { fromDay, toShift } from "./rows";

export const toSignup = (row: SignupRow): ShiftSignup => ({
  id: row.id,
  shiftId: row.shiftId,
  userId: row.userId,
  userName: row.userName,
  userEmail: row.userEmail,
  userPhone: row.userPhone,
  status: row.status,
  signupSource: row.signupSource,
  signupDate: row.signupDate,
  locale: row.locale,
  endedBy: row.endedBy,
  placedAt: row.placedAt,
  waitPosition: row.waitPosition,
  offeredAt: row.offeredAt,
  offerExpiresAt: row.offerExpiresAt,
  confirmedAt: row.confirmedAt,
});

export const listSignups = async (db: Db, shiftId: string): Promise<ShiftSignup[]> => {
  const rows = await db.prisma.shiftSignup.findMany({ where: { shiftId }, orderBy: [{ signupDate: "asc" }, { id: "asc" }] });
  return rows.map(toSignup);
};

export const findSignup = async (db: Db, id: string): Promise<ShiftSignup | null> => {
  const row = await db.prisma.shiftSignup.findUnique({ where: { id } });
  return row && toSignup(row);
};

/** The sign-up this person already has for the shift: by account, or by the same address and name. */
export const findSignupOf = async (
  db: Db,
  shiftId: string,
  person: { userId: string | null; email: string | null; name: string },
): Promise<ShiftSignup | null> => {
  const row = await db.prisma.shiftSignup.findFirst({
    where: {
      shiftId,
      OR: [
        ...(person.userId === null ? [] : [{ userId: person.userId }]),
        ...(person.email === null ? [] : [{ userEmail: person.email, userName: person.name }]),
      ],
    },
  });
  return row && toSignup(row);
};

type Told = Pick<
  ShiftSignup,
  "id" | "shiftId" | "userId" | "userName" | "userEmail" | "userPhone" | "signupSource" | "signupDate" | "locale"
>;
type Moves = Partial<
  Pick<
    ShiftSignup,
    | "status"
    | "userId"
    | "userName"
    | "userPhone"
    | "locale"
    | "endedBy"
    | "placedAt"
    | "waitPosition"
    | "offeredAt"
    | "offerExpiresAt"
    | "confirmedAt"
  >
>;
export type NewSignup = Told & Moves & { shiftTitle: string; linkHash?: string; waitlistedAt?: Date | null };
export type SignupChanges = Moves & { linkHash?: string; waitlistedAt?: Date | null; cancelledAt?: Date | null };

export const insertSignup = async (db: Db, signup: NewSignup): Promise<ShiftSignup> =>
  toSignup(await db.prisma.shiftSignup.create({ data: signup }));

export const updateSignup = async (db: Db, id: string, changes: SignupChanges): Promise<ShiftSignup> =>
  toSignup(await db.prisma.shiftSignup.update({ where: { id }, data: changes }));

/** Sign-ups of a shift under an e-mail address: a household may share one. */
export const listSignupsOfEmail = async (db: Db, shiftId: string, userEmail: string): Promise<ShiftSignup[]> => {
  const rows = await db.prisma.shiftSignup.findMany({ where: { shiftId, userEmail }, orderBy: { signupDate: "asc" } });
  return rows.map(toSignup);
};

export const findSignupByLink = async (db: Db, linkHash: string): Promise<ShiftSignup | null> => {
  const row = await db.prisma.shiftSignup.findUnique({ where: { linkHash } });
  return row && toSignup(row);
};

/** Everybody of the waiting list, in its order. */
export const listWaiting = async (db: Db, shiftId: string): Promise<ShiftSignup[]> => {
  const rows = await db.prisma.shiftSignup.findMany({
    where: { shiftId, status: "WAITLISTED" },
    orderBy: [{ waitPosition: "asc" }, { id: "asc" }],
  });
  return rows.map(toSignup);
};

/** The place at the end of the line. Call it with the shift locked. */
export const nextWaitPosition = async (tx: Db, shiftId: string): Promise<number> => {
  const { _max } = await tx.prisma.shiftSignup.aggregate({ where: { shiftId }, _max: { waitPosition: true } });
  return (_max.waitPosition ?? 0) + 1;
};

/** Offers to the quickest are void once the places are gone; the next free one is offered anew. */
export const forgetOpenOffers = async (tx: Db, shiftId: string): Promise<void> => {
  await tx.prisma.shiftSignup.updateMany({ where: { shiftId, status: "WAITLISTED", offerExpiresAt: null }, data: { offeredAt: null } });
};

const reminderColumns = { dayBefore: "dayBeforeSentAt", sameDay: "sameDaySentAt", after: "afterSentAt" } as const satisfies Record<
  ShiftReminder,
  string
>;
type DueReminder = { reminder: ShiftReminder; placedBefore: Date; now: Date };

/** Takes the people of a shift who are still to get a reminder, so that nobody else sends it; whoever came later than it was due gets none. */
export const claimReminders = async (tx: Db, shiftId: string, { reminder, placedBefore, now }: DueReminder): Promise<ShiftSignup[]> => {
  const column = reminderColumns[reminder];
  const rows = await tx.prisma.shiftSignup.updateManyAndReturn({
    where: {
      shiftId,
      [column]: null,
      ...(reminder === "after"
        ? { status: { in: ["ATTENDED", "NO_SHOW"] } }
        : { status: "CONFIRMED", OR: [{ placedAt: { lt: placedBefore } }, { placedAt: null, signupDate: { lt: placedBefore } }] }),
    },
    data: { [column]: now },
  });
  return rows.map(toSignup);
};

/** A shift that moved to another time reminds anew, and asks anew who comes. */
export const forgetReminders = async (tx: Db, shiftId: string): Promise<void> => {
  await tx.prisma.shiftSignup.updateMany({ where: { shiftId }, data: { dayBeforeSentAt: null, sameDaySentAt: null, confirmedAt: null } });
};

/** Coming shifts somebody with this address or account has a place in; for the personal calendar. */
export const listShiftsOfSignup = async (
  db: Db,
  signup: Pick<ShiftSignup, "id" | "userId">,
  fromDayInclusive: string,
): Promise<Shift[]> => {
  const mine = signup.userId === null ? { id: signup.id } : { OR: [{ id: signup.id }, { userId: signup.userId }] };
  const rows = await db.prisma.shift.findMany({
    where: { date: { gte: fromDay(fromDayInclusive) }, signups: { some: { ...mine, status: { in: ["CONFIRMED", "ATTENDED"] } } } },
    include: { cut: { select: { name: true } } },
    orderBy: [{ date: "asc" }, { startTime: "asc" }, { id: "asc" }],
    take: 100,
  });
  return rows.map(toShift);
};

export type MyShiftRow = { shift: Shift; status: ShiftSignup["status"] | null };

/** Shifts this person is signed up for or leads, from that day on. */
export const listShiftsOfUser = async (db: Db, userId: string, fromDayInclusive: string): Promise<MyShiftRow[]> => {
  const mine = { userId, status: { in: ["CONFIRMED", "ATTENDED"] } } satisfies { userId: string; status: { in: ShiftSignup["status"][] } };
  const rows = await db.prisma.shift.findMany({
    where: {
      status: { not: "CANCELLED" },
      date: { gte: fromDay(fromDayInclusive) },
      OR: [{ signups: { some: mine } }, { captainUserId: userId }, { turfs: { some: { people: { some: { userId } } } } }],
    },
    include: { cut: { select: { name: true } }, signups: { where: mine, take: 1 } },
    orderBy: [{ date: "asc" }, { startTime: "asc" }, { id: "asc" }],
    take: 100,
  });
  return rows.map((row) => ({ shift: toShift(row), status: row.signups[0]?.status ?? null }));
};
