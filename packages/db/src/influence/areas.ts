import type { LatLng } from "@cml/domain/kernel";
import type { CutGeometry } from "@cml/domain/map";
import type { Db } from "../client";

export type NearArea = { key: string; geometry: CutGeometry };

/**
 * Imported areas whose frame holds a point, by set-and-id key, with their GeoJSON geometry: the exact test is the caller's.
 * Only areas of `keys`, in force on `day`.
 */
export const listAreasAround = async (
  db: Db,
  { keys, point, day }: { keys: readonly string[]; point: LatLng; day: Date },
): Promise<NearArea[]> => {
  const named = keys.map((key) => key.split("/")).map(([set = "", externalId = ""]) => ({ set, externalId }));
  if (named.length === 0) return [];
  const rows = await db.prisma.boundary.findMany({
    where: {
      OR: named,
      west: { lte: point.longitude },
      east: { gte: point.longitude },
      south: { lte: point.latitude },
      north: { gte: point.latitude },
      validFrom: { lte: day },
      AND: { OR: [{ validTo: null }, { validTo: { gte: day } }] },
    },
    select: { set: true, externalId: true, geometry: true },
  });
  // Geometries are checked when they are imported.
  return rows.map(({ set, externalId, geometry }) => ({ key: `${set}/${externalId}`, geometry: geometry as unknown as CutGeometry }));
};

/** Where the source puts a postal code; null while it is not known. */
export const findCentroid = async (db: Db, postalCode: string): Promise<LatLng | null> => {
  const row = await db.prisma.postalCodeCache.findUnique({ where: { postalCode }, select: { centroidLat: true, centroidLng: true } });
  if (row?.centroidLat === null || row?.centroidLat === undefined || row.centroidLng === null) return null;
  return { latitude: row.centroidLat.toNumber(), longitude: row.centroidLng.toNumber() };
};
