import type { Db } from "../client";
import type { PoolClient } from "pg";

/** A row of the tray as the geocoder needs it. */
export type UnplacedDoor = {
  id: string;
  importRunId: string | null;
  address: string;
  unitNumber: string | null;
  postalCode: string | null;
  municipality: string | null;
  province: string | null;
  source: string | null;
  externalId: string | null;
  addrGuid: string | null;
  locGuid: string | null;
  rowNumber: number | null;
  buildingUse: number | null;
  federalDistrict: string | null;
  censusSubdivision: string | null;
  municipalityFr: string | null;
};

const select = {
  id: true, importRunId: true, address: true, unitNumber: true, postalCode: true, municipality: true, province: true, source: true,
  externalId: true, addrGuid: true, locGuid: true, rowNumber: true, buildingUse: true, federalDistrict: true, censusSubdivision: true, municipalityFr: true,
} as const; // prettier-ignore

export const countUnplaced = (db: Db): Promise<number> => db.prisma.unplacedAddress.count({ where: { resolvedAt: null } });

/** One that still waits. */
export const findUnplaced = (db: Db, id: string): Promise<UnplacedDoor | null> =>
  db.prisma.unplacedAddress.findFirst({ where: { id, resolvedAt: null }, select });

/** Those that still wait, by id, behind the given one. */
export const nextUnplaced = (db: Db, { afterId, limit }: { afterId: string | null; limit: number }): Promise<UnplacedDoor[]> =>
  db.prisma.unplacedAddress.findMany({
    where: { resolvedAt: null, ...(afterId === null ? {} : { id: { gt: afterId } }) },
    orderBy: { id: "asc" },
    take: limit,
    select,
  });

/** Marks a row of the tray as placed; false when somebody was quicker. */
export const resolveUnplaced = async (
  client: PoolClient,
  { id, locationId, at }: { id: string; locationId: string; at: Date },
): Promise<boolean> => {
  const { rowCount } = await client.query(
    `UPDATE "UnplacedAddress" SET "resolvedAt" = $2, "resolvedLocationId" = $3 WHERE "id" = $1 AND "resolvedAt" IS NULL`,
    [id, at, locationId],
  );
  return rowCount === 1;
};

/** The line of history that says who placed a building set up from the tray, and how surely. */
export const notePlacing = async (
  client: PoolClient,
  {
    id,
    locationId,
    userId,
    action,
    newValue,
    at,
  }: {
    id: string;
    locationId: string;
    userId: string | null;
    action: "GEOCODED" | "BULK_GEOCODED" | "MOVED_ON_MAP";
    newValue: string;
    at: Date;
  },
): Promise<void> => {
  await client.query(
    `INSERT INTO "LocationHistory" ("id", "locationId", "userId", "action", "field", "newValue", "createdAt") VALUES ($1, $2, $3, $4::"LocationHistoryAction", 'point', $5, $6)`,
    [id, locationId, userId, action, newValue, at],
  );
};
