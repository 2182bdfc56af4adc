import { paperSizes, type WalkSheetRow } from "@cml/domain/map";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";
import { type TurfUnits, turfUnitsSql } from "./turf-units";

const include = { cut: { select: { name: true } } } as const satisfies Prisma.WalkSheetInclude;
type Row = Prisma.WalkSheetGetPayload<{ include: typeof include }>;

export type NewWalkSheet = Omit<WalkSheetRow, "doors" | "assignmentId" | "cutName"> & {
  turfAssignmentId: string | null;
  createdByUserId: string | null;
};

const toSheet = ({ id, code, turfAssignmentId, cutId, cut, locale, paper, addressIds, createdAt }: Row): WalkSheetRow => ({
  id,
  code,
  assignmentId: turfAssignmentId,
  cutId,
  cutName: cut.name,
  locale,
  paper: paperSizes.find((size) => size === paper) ?? "LETTER",
  addressIds,
  doors: addressIds.length,
  createdAt,
});

/** A code that exists throws a unique violation. */
export const insertWalkSheet = async (db: Db, sheet: NewWalkSheet): Promise<WalkSheetRow> =>
  toSheet(await db.prisma.walkSheet.create({ data: sheet, include }));

export const findWalkSheet = async (db: Db, id: string): Promise<WalkSheetRow | null> => {
  const row = await db.prisma.walkSheet.findUnique({ where: { id }, include });
  return row && toSheet(row);
};

export const findWalkSheetByCode = async (db: Db, code: string): Promise<WalkSheetRow | null> => {
  const row = await db.prisma.walkSheet.findUnique({ where: { code }, include });
  return row && toSheet(row);
};

/** Doors of an area that its filter leaves in and nobody holds; at most `limit`. */
export const listFreeTurfUnits = async (db: Db, units: TurfUnits, limit: number): Promise<string[]> => {
  const rows = await db.prisma.$queryRaw<{ id: string }[]>`
    SELECT t."id" FROM (${turfUnitsSql(units)}) t
    WHERE NOT EXISTS (SELECT 1 FROM "TurfAssignmentDoor" d WHERE d."addressId" = t."id" AND d."isOut") LIMIT ${limit}`;
  return rows.map(({ id }) => id);
};
