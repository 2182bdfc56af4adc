import type { RepresentativeResponse } from "@cml/domain/influence";
import type { Db } from "../client";

type Settling = Pick<RepresentativeResponse, "status" | "moderatedAt" | "moderatedByUserId" | "rejectReason">;

/** The decision about an office's answer, written down with the answer once it stands. */
export const settleOfficeAnswer = async (
  db: Db,
  id: string,
  { status, moderatedAt, moderatedByUserId, rejectReason }: Settling,
): Promise<void> => {
  await db.prisma.officeAnswer.updateMany({ where: { id }, data: { status, moderatedAt, moderatedByUserId, rejectReason } });
};
