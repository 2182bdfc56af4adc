import type { Db } from "../client";
import { Prisma } from "../generated/client";

/** What somebody who walks may see: doors handed out to them, and those of every turf that is out in a shift they lead. */
export type TurfScope = {
  assignmentIds: string[];
  cutIds: string[];
  /** Another one as soon as a door comes to these turfs or leaves them. */
  mark: string;
};

export const findTurfScope = async ({ prisma }: Db, userId: string): Promise<TurfScope> => {
  const rows = await prisma.$queryRaw<{ id: string; cutId: string; doors: string }[]>`
    SELECT t."id", t."cutId", concat(count(d."addressId"), '.', bit_xor(hashtextextended(d."addressId"::text, 0))) AS doors
    FROM "TurfAssignment" t JOIN "Shift" s ON s."id" = t."shiftId" LEFT JOIN "TurfAssignmentDoor" d ON d."turfAssignmentId" = t."id"
    WHERE t."handedOutAt" IS NOT NULL AND t."returnedAt" IS NULL AND s."status" <> 'CANCELLED' AND (s."captainUserId" = ${userId}::uuid
      OR EXISTS (SELECT 1 FROM "TurfAssignmentPerson" p WHERE p."turfAssignmentId" = t."id" AND p."userId" = ${userId}::uuid))
    GROUP BY t."id" ORDER BY t."id"`;
  return {
    assignmentIds: rows.map(({ id }) => id),
    cutIds: [...new Set(rows.map(({ cutId }) => cutId))],
    mark: rows.map(({ id, doors }) => `${id}.${doors}`).join(),
  };
};

/**
 * Stands for `"Location" l` where only doors of these turfs may be told: buildings of one range of cells with the counts of those units
 * alone. The neighbour whose door is out with somebody else is not counted.
 */
export const buildingsOfTurfs = (assignmentIds: readonly string[], { from, to }: { from: bigint; to: bigint }): Prisma.Sql => Prisma.sql`(
  SELECT b."id", b."latitude", b."longitude", b."address", b."postalCode", b."federalDistrict", b."buildingType", b."geocodeConfidence",
    b."geocodeProvider", b."archivedAt", b."searchKey", b."streetKey", b."civicNumber", b."mapCell", o.*
  FROM (
    SELECT a."locationId", count(*)::int AS "totalUnits", count(a."lastVisitedAt")::int AS "visitedUnits", count(*) FILTER (WHERE a."sign")::int AS "signUnits",
      count(*) FILTER (WHERE a."supportLevel" = '1')::int AS "support1Units", count(*) FILTER (WHERE a."supportLevel" = '2')::int AS "support2Units",
      count(*) FILTER (WHERE a."supportLevel" = '3')::int AS "support3Units", count(*) FILTER (WHERE a."supportLevel" = '4')::int AS "support4Units",
      max(a."lastVisitedAt") AS "lastVisitedAt",
      (array_agg(a."lastOutcome" ORDER BY a."lastVisitedAt" DESC, a."id" DESC) FILTER (WHERE a."lastVisitedAt" IS NOT NULL))[1] AS "lastOutcome"
    FROM (SELECT DISTINCT d."addressId" FROM "TurfAssignmentDoor" d WHERE d."turfAssignmentId" = ANY(${[...assignmentIds]}::uuid[])) w
      JOIN "Address" a ON a."id" = w."addressId" GROUP BY 1
  ) o JOIN "Location" b ON b."id" = o."locationId" WHERE b."mapCell" BETWEEN ${from} AND ${to}) l`;
