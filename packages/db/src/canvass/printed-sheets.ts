import type { PrintedSheetRow } from "@cml/domain/canvass";
import type { CutScope } from "@cml/domain/map";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";

/** More is looked for by the code. */
const mostSheets = 30;

export type SheetsOf = {
  /** Areas the account reaches. */
  scope: CutScope;
  /** Beside these, sheets of shifts this person leads. */
  captainUserId: string;
  shiftId: string | null;
  from: Date;
};

/** Sheets printed since `from`, the newest first, with how many of their doors are typed in. */
export const listPrintedSheets = async (db: Db, { scope, captainUserId, shiftId, from }: SheetsOf): Promise<PrintedSheetRow[]> => {
  // An empty condition among several is left out by Prisma, so that everything is not said as one of them.
  const mine: Prisma.WalkSheetWhereInput =
    scope === "all" ? {} : { OR: [{ cutId: { in: [...scope] } }, { turfAssignment: { shift: { captainUserId } } }] };
  const rows = await db.prisma.walkSheet.findMany({
    where: { AND: [mine, { createdAt: { gte: from } }, shiftId === null ? {} : { turfAssignment: { shiftId } }] },
    include: {
      cut: { select: { name: true } },
      turfAssignment: { include: { shift: true, people: { include: { user: { select: { name: true } } }, orderBy: { userId: "asc" } } } },
      visits: { where: { withdrawnAt: null }, distinct: ["addressId"], select: { addressId: true } },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: mostSheets,
  });
  return rows.map(({ id, code, addressIds, cut, turfAssignment, visits, createdAt }) => ({
    id,
    code,
    doors: addressIds.length,
    cutName: cut.name,
    shift: turfAssignment === null ? null : shiftOf(turfAssignment.shift),
    people: turfAssignment?.people.map(({ userId, user }) => ({ userId, name: user.name })) ?? [],
    printedAt: createdAt,
    returnedAt: turfAssignment?.returnedAt ?? null,
    entered: visits.length,
  }));
};

const shiftOf = (shift: Prisma.ShiftGetPayload<object>): NonNullable<PrintedSheetRow["shift"]> => ({
  id: shift.id,
  title: shift.title,
  date: shift.date.toISOString().slice(0, 10),
  startTime: shift.startTime,
  isCancelled: shift.status === "CANCELLED",
});
