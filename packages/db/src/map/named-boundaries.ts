import type { Bounds } from "@cml/domain/kernel";
import { boundsOf, type CutGeometry } from "@cml/domain/map";
import type { Db } from "../client";
import { isUniqueViolation } from "../errors";
import type { Prisma } from "../generated/client";

/** A boundary that lies here, without its outline. */
export type NamedBoundaryRow = {
  id: string;
  set: string;
  externalId: string;
  nameEn: string;
  nameFr: string | null;
  setName: string | null;
  domain: string | null;
};

const inForce = (now: Date): Prisma.BoundaryWhereInput => ({ OR: [{ validTo: null }, { validTo: { gt: now } }] });

/** Every boundary with an outline here, imported or fetched, that holds now or will. */
export const listNamedBoundaries = (db: Db, now: Date): Promise<NamedBoundaryRow[]> =>
  db.prisma.boundary.findMany({
    where: inForce(now),
    select: { id: true, set: true, externalId: true, nameEn: true, nameFr: true, setName: true, domain: true },
    orderBy: [{ set: "asc" }, { externalId: "asc" }],
  });

export type StoredNamedBoundary = NamedBoundaryRow & {
  geometry: CutGeometry;
  bounds: Bounds;
  source: string;
  credit: string | null;
  licenceUrl: string | null;
  isSimplified: boolean;
  fetchedAt: Date | null;
};

const ofKey = ({ set, externalId }: { set: string; externalId: string }) => ({ set, externalId });

/** One with its outline; what a file brought goes before what was fetched. */
export const findNamedBoundary = async (
  db: Db,
  key: { set: string; externalId: string },
  now: Date,
): Promise<StoredNamedBoundary | null> => {
  const row = await db.prisma.boundary.findFirst({
    where: { ...ofKey(key), ...inForce(now) },
    orderBy: [{ fetchedAt: { sort: "asc", nulls: "first" } }, { validFrom: "desc" }],
  });
  if (row === null) return null;
  const { west, south, east, north, geometry, ...plain } = row;
  return { ...plain, geometry: geometry as unknown as CutGeometry, bounds: [west, south, east, north] };
};

export type FetchedBoundary = Omit<StoredNamedBoundary, "id" | "bounds" | "fetchedAt"> & { fetchedAt: Date; validFrom: Date };

/** Keeps what was fetched, in place of what was fetched of it before. Two who fetch it at once keep one. */
export const saveFetchedBoundary = async (db: Db, id: string, { geometry, ...fetched }: FetchedBoundary): Promise<void> => {
  const [west, south, east, north] = boundsOf(geometry);
  const data = { ...fetched, geometry: geometry as unknown as Prisma.InputJsonValue, west, south, east, north };
  const update = () => db.prisma.boundary.updateMany({ where: { ...ofKey(fetched), fetchedAt: { not: null } }, data });
  if ((await update()).count > 0) return;
  try {
    await db.prisma.boundary.create({ data: { id, ...data } });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    await update();
  }
};

/** What was fetched of a set makes room for the file that brings it. */
export const forgetFetchedBoundaries = async (db: Db, set: string): Promise<void> => {
  await db.prisma.boundary.deleteMany({ where: { set, fetchedAt: { not: null } } });
};

/** The turf that boundaries have become, by set and id. */
export const listCutsOfBoundaries = async (db: Db, keys: readonly string[]): Promise<Map<string, string>> => {
  if (keys.length === 0) return new Map();
  const { rows } = await db.pool.query<{ id: string; key: string }>(
    `SELECT "id", "source" || '/' || "externalId" AS key FROM "Cut" WHERE "isOfficial" AND "source" || '/' || "externalId" = ANY($1)`,
    [keys],
  );
  return new Map(rows.map(({ id, key }) => [key, id]));
};
