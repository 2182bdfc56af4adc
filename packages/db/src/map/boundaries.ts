import type { Bounds } from "@cml/domain/kernel";
import { boundsOf, type BoundaryRow, type CutGeometry } from "@cml/domain/map";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";

/** A district without its outline. */
export type BoundaryBox = {
  id: string;
  set: string;
  externalId: string;
  nameEn: string;
  nameFr: string | null;
  bounds: Bounds;
  validFrom: Date;
  validTo: Date | null;
};

// One boundary fetched by its name says nothing about where the others of its set lie: only a file brings them all.
const imported = { fetchedAt: null };

/** Every imported district that is or will be valid at a moment. */
export const listBoundaryBoxes = async (db: Db, now: Date): Promise<BoundaryBox[]> => {
  const rows = await db.prisma.boundary.findMany({
    where: { ...imported, OR: [{ validTo: null }, { validTo: { gt: now } }] },
    omit: { geometry: true },
    orderBy: [{ set: "asc" }, { externalId: "asc" }, { validFrom: "desc" }],
  });
  return rows.map(({ id, set, externalId, nameEn, nameFr, validFrom, validTo, west, south, east, north }) => ({
    id,
    set,
    externalId,
    nameEn,
    nameFr,
    validFrom,
    validTo,
    bounds: [west, south, east, north],
  }));
};

export const listBoundaryGeometries = async (db: Db, ids: readonly string[]): Promise<Map<string, CutGeometry>> => {
  const rows = await db.prisma.boundary.findMany({ where: { id: { in: [...ids] } }, select: { id: true, geometry: true } });
  return new Map(rows.map(({ id, geometry }) => [id, geometry as unknown as CutGeometry]));
};

export type StoredBoundary = BoundaryRow & { id: string };

/** The districts of a set that begin on this day, by their id in the set. */
export const listBoundariesOfSet = async (
  db: Db,
  { set, validFrom }: { set: string; validFrom: Date },
): Promise<Map<string, StoredBoundary>> => {
  const rows = await db.prisma.boundary.findMany({ where: { ...imported, set, validFrom } });
  return new Map(
    rows.map(({ id, externalId, nameEn, nameFr, geometry }) => [
      externalId,
      { id, externalId, nameEn, nameFr, geometry: geometry as unknown as CutGeometry },
    ]),
  );
};

type NewBoundary = StoredBoundary & { set: string; source: string; validFrom: Date; validTo: Date | null; importRunId: string };

const shapeOf = (geometry: CutGeometry) => {
  const [west, south, east, north] = boundsOf(geometry);
  return { geometry: geometry as unknown as Prisma.InputJsonValue, west, south, east, north };
};

export const insertBoundary = async (db: Db, { geometry, ...boundary }: NewBoundary): Promise<void> => {
  await db.prisma.boundary.create({ data: { ...boundary, ...shapeOf(geometry) } });
};

export const updateBoundary = async (db: Db, { id, nameEn, nameFr, geometry }: Omit<StoredBoundary, "externalId">): Promise<void> => {
  await db.prisma.boundary.update({ where: { id }, data: { nameEn, nameFr, ...shapeOf(geometry) } });
};

/** Districts that a newer edition of their set replaces; gives their ids. */
export const endOlderBoundaries = async (db: Db, { set, validFrom }: { set: string; validFrom: Date }): Promise<string[]> => {
  const where = { ...imported, set, validFrom: { lt: validFrom }, OR: [{ validTo: null }, { validTo: { gt: validFrom } }] };
  const ended = await db.prisma.boundary.findMany({ where, select: { id: true } });
  await db.prisma.boundary.updateMany({ where: { id: { in: ended.map(({ id }) => id) } }, data: { validTo: validFrom } });
  return ended.map(({ id }) => id);
};

/** Takes an import back: what it made goes, what it ended is valid again, what it changed is as before. */
export const undoBoundaryImport = async (
  db: Db,
  { importRunId, changed, ended }: { importRunId: string; changed: readonly StoredBoundary[]; ended: readonly string[] },
): Promise<void> => {
  await db.prisma.boundary.deleteMany({ where: { importRunId } });
  await db.prisma.boundary.updateMany({ where: { id: { in: [...ended] } }, data: { validTo: null } });
  for (const before of changed) {
    const { id, nameEn, nameFr, geometry } = before;
    await db.prisma.boundary.updateMany({ where: { id }, data: { nameEn, nameFr, ...shapeOf(geometry) } });
  }
};

/** Names of the sets that hold districts now, with how many. */
export const countBoundarySets = async (db: Db): Promise<{ set: string; districts: number }[]> =>
  (await db.prisma.boundary.groupBy({ by: ["set"], where: { ...imported, validTo: null }, _count: true, orderBy: { set: "asc" } })).map(
    (one) => ({
      set: one.set,
      districts: one._count,
    }),
  );
