import type { ShiftGround } from "@cml/domain/map";
import type { Db } from "../client";
import { toGeometry } from "./rows";

/** The turfs of a shift as they were handed out, and the buildings of each with how many of their doors are done. */
export const findShiftGround = async ({ pool }: Pick<Db, "pool">, shiftId: string): Promise<ShiftGround> => {
  const shapes = await pool.query<{ assignmentId: string; geojson: string }>(
    `SELECT t."id" AS "assignmentId", coalesce(t."geojson", c."geojson") AS geojson
     FROM "TurfAssignment" t JOIN "Cut" c ON c."id" = t."cutId" WHERE t."shiftId" = $1 ORDER BY t."createdAt", t."id"`,
    [shiftId],
  );
  const buildings = await pool.query<ShiftGround["buildings"][number]>(
    `SELECT t."id" AS "assignmentId", l."latitude"::float8 AS latitude, l."longitude"::float8 AS longitude, count(*)::int AS doors,
       count(*) FILTER (WHERE a."lastVisitedAt" >= t."handedOutAt")::int AS done
     FROM "TurfAssignment" t JOIN "TurfAssignmentDoor" d ON d."turfAssignmentId" = t."id"
     JOIN "Address" a ON a."id" = d."addressId" JOIN "Location" l ON l."id" = a."locationId"
     WHERE t."shiftId" = $1 GROUP BY t."id", l."id" ORDER BY t."id", l."id"`,
    [shiftId],
  );
  return {
    shapes: shapes.rows.map(({ assignmentId, geojson }) => ({ assignmentId, geometry: toGeometry(geojson) })),
    buildings: buildings.rows,
  };
};
