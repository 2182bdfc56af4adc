import { type AddSittingBreakInput, type SittingBreak, sittingBreakSchema } from "@cml/domain/influence";
import type { Db } from "../client";

/** Breaks that have not ended at a moment, those in force and those to come, the earliest first. */
export const listSittingBreaks = async (db: Db, now: Date): Promise<SittingBreak[]> => {
  const rows = await db.prisma.sittingBreak.findMany({
    where: { OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => sittingBreakSchema.parse(row));
};

export const insertSittingBreak = async (
  db: Db,
  { now, ...data }: AddSittingBreakInput & { id: string; createdByUserId: string | null; now: Date },
): Promise<SittingBreak> => sittingBreakSchema.parse(await db.prisma.sittingBreak.create({ data: { ...data, createdAt: now } }));

/** Ends one that has not ended; one that has not begun is taken back altogether. False when there is none. */
export const endSittingBreak = async (db: Db, id: string, now: Date): Promise<boolean> => {
  const { count: unbegun } = await db.prisma.sittingBreak.deleteMany({ where: { id, startsAt: { gt: now } } });
  if (unbegun > 0) return true;
  const where = { id, OR: [{ endsAt: null }, { endsAt: { gt: now } }] };
  return (await db.prisma.sittingBreak.updateMany({ where, data: { endsAt: now } })).count === 1;
};
