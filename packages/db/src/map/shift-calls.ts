import type { CutScope, ShiftSignup, SignupCallOutcome } from "@cml/domain/map";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";
import { fromDay, toShift } from "./rows";
import { toSignup } from "./shift-signups";

const withCut = { cut: { select: { name: true } } } as const;

/** Everybody with a place on a day, and who gave it up when called; their shifts beside them. */
export const listCallRows = async (db: Db, { day, scope }: { day: string; scope: CutScope }) => {
  const shift: Prisma.ShiftWhereInput = {
    date: fromDay(day),
    status: { not: "CANCELLED" },
    ...(scope === "all" ? {} : { cutId: { in: [...scope] } }),
  };
  const rows = await db.prisma.shiftSignup.findMany({
    where: { shift, OR: [{ status: "CONFIRMED" }, { status: "CANCELLED", callOutcome: "CANNOT" }] },
    include: { shift: { include: withCut }, user: { select: { phone: true } } },
    orderBy: [{ shift: { startTime: "asc" } }, { callCount: "asc" }, { userName: "asc" }, { id: "asc" }],
    take: 2000,
  });
  const callers = await callerNames(db, rows);
  return rows.map((row) => ({
    signup: toSignup(row),
    shift: toShift(row.shift),
    phone: row.userPhone ?? row.user?.phone ?? null,
    callOutcome: row.callOutcome,
    calledAt: row.calledAt,
    callCount: row.callCount,
    callNote: row.callNote,
    claimedByUserId: row.claimedByUserId,
    claimedAt: row.claimedAt,
    callerName: callers.get(row.claimedByUserId ?? "") ?? null,
  }));
};
export type CallRow = Awaited<ReturnType<typeof listCallRows>>[number];

const callerNames = async (db: Db, rows: readonly { claimedByUserId: string | null }[]): Promise<Map<string, string>> => {
  const ids = [...new Set(rows.flatMap(({ claimedByUserId }) => (claimedByUserId === null ? [] : [claimedByUserId])))];
  const users = await db.prisma.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
};

type CallClaim = { userId: string; now: Date; /** Claims older than this have run out. */ expiredBefore: Date };

/** Takes one person for a caller, unless somebody else has them. False when it came too late. */
export const claimCall = async (db: Db, id: string, { userId, now, expiredBefore }: CallClaim): Promise<boolean> => {
  const isFree = [{ claimedByUserId: null }, { claimedByUserId: userId }, { claimedAt: { lt: expiredBefore } }];
  const { count } = await db.prisma.shiftSignup.updateMany({
    where: { id, status: "CONFIRMED", OR: isFree },
    data: { claimedByUserId: userId, claimedAt: now },
  });
  return count === 1;
};

/** Who is to be called next: never called first, longest ago next. Rows another caller is taking are passed over. Null when nobody is left. */
export const claimNextCall = async (
  db: Db,
  { userId, now, expiredBefore }: CallClaim,
  { shiftIds, except }: { shiftIds: readonly string[]; except: string | null },
): Promise<string | null> => {
  const rows = await db.prisma.$queryRaw<{ id: string }[]>`
    UPDATE "ShiftSignup" SET "claimedByUserId" = ${userId}::uuid, "claimedAt" = ${now} WHERE "id" = (
      SELECT u."id" FROM "ShiftSignup" u JOIN "Shift" s ON s."id" = u."shiftId" LEFT JOIN "User" p ON p."id" = u."userId"
      WHERE s."id" = ANY(${[...shiftIds]}::uuid[]) AND s."status" <> 'CANCELLED'
        AND u."status" = 'CONFIRMED' AND u."confirmedAt" IS NULL AND u."id" IS DISTINCT FROM ${except}::uuid
        AND COALESCE(u."userPhone", p."phone") IS NOT NULL AND u."callOutcome" IS DISTINCT FROM 'WRONG_NUMBER'
        AND (u."claimedByUserId" IS NULL OR u."claimedByUserId" = ${userId}::uuid OR u."claimedAt" < ${expiredBefore})
      ORDER BY (u."claimedByUserId" IS NOT DISTINCT FROM ${userId}::uuid) DESC, u."callCount", u."calledAt" NULLS FIRST, s."startTime", u."id"
      LIMIT 1 FOR UPDATE OF u SKIP LOCKED)
    RETURNING "id"`;
  return rows[0]?.id ?? null;
};

/** A caller has one person at a time: the others are anybody's. */
export const releaseCalls = async (db: Db, userId: string, { except }: { except: string | null }): Promise<void> => {
  await db.prisma.shiftSignup.updateMany({
    where: { claimedByUserId: userId, ...(except === null ? {} : { id: { not: except } }) },
    data: { claimedByUserId: null, claimedAt: null },
  });
};

type CallResult = { outcome: SignupCallOutcome; note: string | null; userId: string; at: Date };

/** Writes down what a call brought and lets go of the person. False when they are not this caller's any more, or have no place. */
export const recordCallResult = async (tx: Db, id: string, { outcome, note, userId, at }: CallResult): Promise<boolean> => {
  const { count } = await tx.prisma.shiftSignup.updateMany({
    where: { id, status: "CONFIRMED", claimedByUserId: userId },
    data: {
      callOutcome: outcome,
      callNote: note,
      calledAt: at,
      callCount: { increment: 1 },
      claimedByUserId: null,
      claimedAt: null,
      ...(outcome === "COMING" ? { confirmedAt: at } : {}),
    },
  });
  return count === 1;
};

/** Puts somebody back among those to be called, whatever the last call said. */
export const reopenCall = async (db: Db, id: string): Promise<boolean> => {
  const { count } = await db.prisma.shiftSignup.updateMany({
    where: { id, status: "CONFIRMED", callOutcome: { in: ["COMING", "WRONG_NUMBER"] } },
    data: { callOutcome: null, confirmedAt: null },
  });
  return count === 1;
};

/** A place given anew, or a shift at another time: nobody has been asked yet. */
export const forgetCalls = async (tx: Db, which: { shiftId: string } | Pick<ShiftSignup, "id">): Promise<void> => {
  await tx.prisma.shiftSignup.updateMany({
    where: which,
    data: { callOutcome: null, callCount: 0, calledAt: null, claimedByUserId: null, claimedAt: null },
  });
};
