import { noticeBodiesSchema, type ShiftNotice } from "@cml/domain/map";
import type { Db } from "../client";
import type { ShiftNotice as NoticeRow } from "../generated/client";

const toNotice = ({ createdByUserId: _by, bodies, ...row }: NoticeRow): ShiftNotice => ({
  ...row,
  bodies: noticeBodiesSchema.parse(bodies),
});

export type NewShiftNotice = Pick<ShiftNotice, "id" | "shiftId" | "kind" | "bodies" | "createdAt" | "leavesAt"> & {
  createdByUserId: string | null;
};

export const insertShiftNotice = async (db: Db, notice: NewShiftNotice): Promise<ShiftNotice> =>
  toNotice(await db.prisma.shiftNotice.create({ data: notice }));

export const findShiftNotice = async (db: Db, id: string): Promise<ShiftNotice | null> => {
  const row = await db.prisma.shiftNotice.findUnique({ where: { id } });
  return row && toNotice(row);
};

/** Newest first. */
export const listShiftNotices = async (db: Db, shiftId: string): Promise<ShiftNotice[]> => {
  const rows = await db.prisma.shiftNotice.findMany({ where: { shiftId, withdrawnAt: null }, orderBy: { createdAt: "desc" }, take: 50 });
  return rows.map(toNotice);
};

export const listDueShiftNotices = async (db: Db, now: Date): Promise<ShiftNotice[]> => {
  const rows = await db.prisma.shiftNotice.findMany({
    where: { sentAt: null, withdrawnAt: null, leavesAt: { lte: now } },
    orderBy: { leavesAt: "asc" },
    take: 100,
  });
  return rows.map(toNotice);
};

/** True for the one who may send it; false when it was withdrawn or somebody else has it. */
export const claimShiftNotice = async (tx: Db, id: string, now: Date): Promise<boolean> => {
  const { count } = await tx.prisma.shiftNotice.updateMany({ where: { id, sentAt: null, withdrawnAt: null }, data: { sentAt: now } });
  return count === 1;
};

export const setNoticeRecipients = async (tx: Db, id: string, recipients: number): Promise<void> => {
  await tx.prisma.shiftNotice.update({ where: { id }, data: { recipients } });
};

/** False when it has left already. */
export const withdrawShiftNotice = async (tx: Db, id: string, now: Date): Promise<boolean> => {
  const { count } = await tx.prisma.shiftNotice.updateMany({ where: { id, sentAt: null, withdrawnAt: null }, data: { withdrawnAt: now } });
  return count === 1;
};

/** The notice of a cancelled shift that has not left, if there is one. */
export const findWaitingCancellation = async (tx: Db, shiftId: string): Promise<ShiftNotice | null> => {
  const row = await tx.prisma.shiftNotice.findFirst({
    where: { shiftId, kind: "CANCELLED", withdrawnAt: null },
    orderBy: { createdAt: "desc" },
  });
  return row && toNotice(row);
};
