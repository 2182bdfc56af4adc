import type { SupportLevel, VisitOutcome } from "@cml/domain/map";
import type { Db } from "../client";

/** What a visit leaves at the door. */
export type VisitMark = {
  addressId: string;
  visitedAt: Date;
  outcome: VisitOutcome;
  supportLevel: SupportLevel | null;
  supportDeclined: boolean;
  leanCode: string | null;
  signRequested: boolean;
  signSize: string | null;
  userId: string;
};

/**
 * Writes the newest visit onto its door and building. A visit older than the one the door already shows (it came late from a phone
 * without signal) changes nothing here. A question that was not asked does not wipe an earlier answer.
 */
export const markVisited = async (tx: Db, mark: VisitMark, at: Date): Promise<void> => {
  const asked = mark.supportLevel !== null || mark.supportDeclined;
  await tx.prisma.address.updateMany({
    where: { id: mark.addressId, OR: [{ lastVisitedAt: null }, { lastVisitedAt: { lte: mark.visitedAt } }] },
    data: {
      lastVisitedAt: mark.visitedAt,
      lastOutcome: mark.outcome,
      ...(asked ? { supportLevel: mark.supportLevel, supportDeclined: mark.supportDeclined } : {}),
      ...(mark.leanCode === null ? {} : { leanCode: mark.leanCode }),
      ...(mark.signRequested ? { sign: true, signSize: mark.signSize } : {}),
      updatedByUserId: mark.userId,
      updatedAt: at,
    },
  });
  await tx.prisma.$executeRaw`
    UPDATE "Location" SET "lastVisitedAt" = greatest("lastVisitedAt", ${mark.visitedAt})
    WHERE "id" = (SELECT "locationId" FROM "Address" WHERE "id" = ${mark.addressId}::uuid)`;
};
