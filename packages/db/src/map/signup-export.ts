import type { CutScope } from "@cml/domain/map";
import type { Db } from "../client";
import { fromDay, toShift } from "./rows";
import { toSignup } from "./shift-signups";

const withCut = { cut: { select: { name: true } } } as const;
const inScope = (scope: CutScope) => (scope === "all" ? {} : { cutId: { in: [...scope] } });

type Period = { from: string; until: string; scope: CutScope };

/** Shifts of a period after another one, in order: a slice of an export, however long the period. */
export const listShiftsOfPeriod = async (
  db: Db,
  { from, until, scope }: Period,
  { after, take }: { after: string | null; take: number },
) => {
  const rows = await db.prisma.shift.findMany({
    where: { date: { gte: fromDay(from), lte: fromDay(until) }, ...inScope(scope) },
    include: withCut,
    orderBy: [{ date: "asc" }, { startTime: "asc" }, { id: "asc" }],
    ...(after === null ? {} : { cursor: { id: after }, skip: 1 }),
    take,
  });
  return rows.map(toShift);
};

/** Everybody who ever signed up for a shift, with what the day brought. */
export const listExportedSignups = async (db: Db, shiftId: string) => {
  const rows = await db.prisma.shiftSignup.findMany({ where: { shiftId }, orderBy: [{ signupDate: "asc" }, { id: "asc" }] });
  return rows.map((row) => ({ ...toSignup(row), checkedInAt: row.checkedInAt, leftAt: row.leftAt, callCount: row.callCount }));
};
export type ExportedSignup = Awaited<ReturnType<typeof listExportedSignups>>[number];
