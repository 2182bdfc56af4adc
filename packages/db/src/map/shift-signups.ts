import type { Locale } from "@cml/domain/kernel";
import type { Shift, ShiftSignup } from "@cml/domain/map";
import type { Db } from "../client";
import type { ShiftSignup as SignupRow } from "../generated/client";
import { fromDay, toShift } from "./rows";

const toSignup = (row: SignupRow): ShiftSignup => ({
  id: row.id,
  shiftId: row.shiftId,
  userId: row.userId,
  userName: row.userName,
  userEmail: row.userEmail,
  userPhone: row.userPhone,
  status: row.status,
  signupSource: row.signupSource,
  signupDate: row.signupDate,
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

export type NewSignup = Omit<ShiftSignup, "status"> & { shiftTitle: string; locale: Locale };

export const insertSignup = async (db: Db, signup: NewSignup): Promise<ShiftSignup> =>
  toSignup(await db.prisma.shiftSignup.create({ data: { ...signup, status: "CONFIRMED" } }));

export const updateSignupStatus = async (
  db: Db,
  id: string,
  { status, at }: { status: ShiftSignup["status"]; at: Date },
): Promise<ShiftSignup> =>
  toSignup(await db.prisma.shiftSignup.update({ where: { id }, data: { status, cancelledAt: status === "CANCELLED" ? at : null } }));

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
