import { reachedOutcomes, supportChoices, type TurfCount, type TurfFacets, type TurfFilter } from "@cml/domain/map";
import type { Db } from "../client";
import { Prisma } from "../generated/client";

/** A filter with its day as a moment of the organisation's zone. */
export type TurfUnits = { cutId: string; filter: TurfFilter; notReachedSince: Date | null };

/** What is asked of a door, by the field of the filter that asks it. */
const asked = ({ filter, notReachedSince }: TurfUnits): Partial<Record<keyof TurfFilter, Prisma.Sql>> => {
  const levels = filter.support.filter((one) => one !== "none");
  return {
    ...(filter.residentialOnly && { residentialOnly: isHome }),
    ...(filter.comeBack && { comeBack: isComeBack }),
    ...(filter.wantsSign && { wantsSign: isSign }),
    ...(filter.support.length > 0 && {
      support: Prisma.sql`(a."supportLevel"::text = ANY(${levels}::text[]) OR (${filter.support.includes("none")} AND a."supportLevel" IS NULL))`,
    }),
    ...(filter.language !== null && {
      language: Prisma.sql`EXISTS (SELECT 1 FROM "Resident" r WHERE r."addressId" = a."id" AND ${spokenBy} = ${filter.language})`,
    }),
    ...(notReachedSince !== null && {
      notReachedSince: Prisma.sql`NOT EXISTS (SELECT 1 FROM "CanvassVisit" v WHERE v."addressId" = a."id" AND v."visitedAt" >= ${notReachedSince}
          AND NOT v."heldForReview" AND v."withdrawnAt" IS NULL AND v."outcome"::text = ANY(${[...reachedOutcomes]}::text[]))`,
    }),
  };
};

const isHome = Prisma.sql`l."buildingType" <> 'COMMERCIAL'`;
const isComeBack = Prisma.sql`a."lastOutcome" = 'COME_BACK_LATER'`;
const isSign = Prisma.sql`a."sign"`;
const spokenBy = Prisma.sql`lower(split_part(r."language", '-', 1))`;

/** Everything that is asked, or everything but what one field asks. */
const conditions = (units: TurfUnits, but?: keyof TurfFilter): Prisma.Sql => {
  const { [but ?? "residentialOnly"]: own, ...others } = asked(units);
  const all = [Prisma.sql`l."archivedAt" IS NULL`, ...Object.values(others), ...(but === undefined && own !== undefined ? [own] : [])];
  return Prisma.join(all, " AND ");
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

type FacetRow = Record<"residentialOnly" | "comeBack" | "wantsSign" | `support_${string}`, number>;

/** What each choice would leave, beside what the other fields of the filter ask; languages spoken at more doors come first. */
export const countTurfUnitFacets = async (db: Db, units: TurfUnits): Promise<TurfFacets> => {
  const ground = Prisma.sql`${doorsOfArea(units.cutId)} u JOIN "Address" a ON a."id" = u."id" JOIN "Location" l ON l."id" = a."locationId"`;
  const [row] = await db.prisma.$queryRaw<FacetRow[]>`
    SELECT count(*) FILTER (WHERE ${conditions(units, "residentialOnly")} AND ${isHome})::int AS "residentialOnly",
      count(*) FILTER (WHERE ${conditions(units, "comeBack")} AND ${isComeBack})::int AS "comeBack",
      count(*) FILTER (WHERE ${conditions(units, "wantsSign")} AND ${isSign})::int AS "wantsSign",
      ${Prisma.join(supportChoices.map((choice) => Prisma.sql`count(*) FILTER (WHERE ${conditions(units, "support")} AND coalesce(a."supportLevel"::text, 'none') = ${choice})::int AS ${Prisma.raw(`"support_${choice}"`)}`))}
    FROM ${ground}`;
  const languages = await db.prisma.$queryRaw<{ language: string; doors: number }[]>`
    SELECT ${spokenBy} AS language, count(DISTINCT a."id")::int AS doors FROM ${ground} JOIN "Resident" r ON r."addressId" = a."id"
    WHERE ${conditions(units, "language")} AND r."language" <> '' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 60`;
  const count = (key: keyof FacetRow): number => row?.[key] ?? 0;
  const support = {
    1: count("support_1"),
    2: count("support_2"),
    3: count("support_3"),
    4: count("support_4"),
    none: count("support_none"),
  };
  return { residentialOnly: count("residentialOnly"), comeBack: count("comeBack"), wantsSign: count("wantsSign"), support, languages };
};
