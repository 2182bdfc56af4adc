import { paperSizes, type WalkSheetRow } from "@cml/domain/map";
import type { Db } from "../client";
import type { WalkSheet as Row } from "../generated/client";

export type NewWalkSheet = Omit<WalkSheetRow, "doors" | "assignmentId"> & { turfAssignmentId: string; createdByUserId: string | null };

const toSheet = ({ id, code, turfAssignmentId, locale, paper, addressIds, createdAt }: Row): WalkSheetRow => ({
  id,
  code,
  assignmentId: turfAssignmentId,
  locale,
  paper: paperSizes.find((size) => size === paper) ?? "LETTER",
  addressIds,
  doors: addressIds.length,
  createdAt,
});

/** A code that exists throws a unique violation. */
export const insertWalkSheet = async (db: Db, sheet: NewWalkSheet): Promise<WalkSheetRow> =>
  toSheet(await db.prisma.walkSheet.create({ data: sheet }));

export const findWalkSheet = async (db: Db, id: string): Promise<WalkSheetRow | null> => {
  const row = await db.prisma.walkSheet.findUnique({ where: { id } });
  return row && toSheet(row);
};
