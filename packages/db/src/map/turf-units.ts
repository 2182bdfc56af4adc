import { reachedOutcomes, type TurfCount, type TurfFilter } from "@cml/domain/map";
import type { Db } from "../client";
import { Prisma } from "../generated/client";

/** A filter with its day as a moment of the organisation's zone. */
export type TurfUnits = { cutId: string; filter: TurfFilter; notReachedSince: Date | null };

const conditions = ({ filter, notReachedSince }: TurfUnits): Prisma.Sql => {
  const levels = filter.support.filter((one) => one !== "none");
  const support = Prisma.sql`(a."supportLevel"::text = ANY(${levels}::text[]) OR (${filter.support.includes("none")} AND a."supportLevel" IS NULL))`;
  const asked = [
    Prisma.sql`l."archivedAt" IS NULL`,
    filter.residentialOnly ? Prisma.sql`l."buildingType" <> 'COMMERCIAL'` : null,
    filter.comeBack ? Prisma.sql`a."lastOutcome" = 'COME_BACK_LATER'` : null,
    filter.wantsSign ? Prisma.sql`a."sign"` : null,
    filter.support.length === 0 ? null : support,
    filter.language === null
      ? null
      : Prisma.sql`EXISTS (SELECT 1 FROM "Resident" r WHERE r."addressId" = a."id" AND lower(split_part(r."language", '-', 1)) = ${filter.language})`,
    notReachedSince === null
      ? null
      : Prisma.sql`NOT EXISTS (SELECT 1 FROM "CanvassVisit" v WHERE v."addressId" = a."id" AND v."visitedAt" >= ${notReachedSince}
          AND NOT v."heldForReview" AND v."outcome"::text = ANY(${[...reachedOutcomes]}::text[]))`,
  ];
  return Prisma.join(asked.filter((one) => one !== null), " AND "); // prettier-ignore
};

/** The doors of an area: those of its buildings, or those it lists one by one. */
const doorsOfArea = (cutId: string): Prisma.Sql => Prisma.sql`
  (SELECT d."id" FROM "CutLocation" m JOIN "Address" d ON d."locationId" = m."locationId" WHERE m."cutId" = ${cutId}::uuid
   UNION SELECT m."addressId" FROM "CutAddress" m WHERE m."cutId" = ${cutId}::uuid)`;

/** A query for the doors of a turf. */
export const turfUnitsSql = (units: TurfUnits): Prisma.Sql => Prisma.sql`
  SELECT a."id", a."locationId" FROM ${doorsOfArea(units.cutId)} u
  JOIN "Address" a ON a."id" = u."id" JOIN "Location" l ON l."id" = a."locationId" WHERE ${conditions(units)}`;

export const countTurfUnits = async (db: Db, units: TurfUnits): Promise<TurfCount> => {
  const [row] = await db.prisma.$queryRaw<TurfCount[]>`
    SELECT count(DISTINCT t."locationId")::int AS buildings, count(*)::int AS doors,
      (SELECT count(*)::int FROM ${doorsOfArea(units.cutId)} u JOIN "Address" a ON a."id" = u."id"
       JOIN "Location" l ON l."id" = a."locationId" AND l."archivedAt" IS NULL) AS "ofDoors",
      count(*) FILTER (WHERE EXISTS (SELECT 1 FROM "TurfAssignmentDoor" o WHERE o."addressId" = t."id" AND o."isOut"))::int AS out
    FROM (${turfUnitsSql(units)}) t`;
  return row ?? { buildings: 0, doors: 0, ofDoors: 0, out: 0 };
};
