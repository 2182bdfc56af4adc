import { distanceM, type Page, sliceOf } from "@cml/domain/kernel";
import {
  type Address, type CutScope, type DuplicateGroup, type ListLocationsInput, type Location, type LocationDetail, type LocationFilter,
  type LocationStats, mapCellOf, readLocationSearch, streetOf,
} from "@cml/domain/map"; // prettier-ignore
import type { Db } from "../client";
import { type Address as AddressRow, Prisma } from "../generated/client";
import { toLocation } from "./rows";
import { rememberStreetsIn } from "./streets";
import { escapeLike } from "../escape-like";

export const toAddress = (row: AddressRow): Address => ({
  id: row.id,
  locationId: row.locationId,
  unitNumber: row.unitNumber,
  firstName: row.firstName,
  lastName: row.lastName,
  email: row.email,
  phone: row.phone,
  supportLevel: row.supportLevel,
  supportDeclined: row.supportDeclined,
  sign: row.sign,
  signSize: row.signSize,
  notes: row.notes,
  doNotContact: row.doNotContact,
  lastVisitedAt: row.lastVisitedAt,
  lastOutcome: row.lastOutcome,
});

const inScope = (scope: CutScope): Prisma.LocationWhereInput => (scope === "all" ? {} : { cuts: { some: { cutId: { in: [...scope] } } } });

const matching = (search: string): Prisma.LocationWhereInput => {
  const read = readLocationSearch(search);
  switch (read.kind) {
    case "none":
      return {};
    case "prefix":
      return { searchKey: { startsWith: read.prefix } };
    case "postalCode":
      return { postalCode: read.code };
    case "words":
      return { AND: read.words.map((word) => ({ searchKey: { contains: escapeLike(word) } })) };
  }
};

const filtered = (filter: LocationFilter, scope: CutScope): Prisma.LocationWhereInput => {
  const [west, south, east, north] = filter.bounds ?? [];
  return {
    archivedAt: null,
    AND: [
      inScope(scope),
      matching(filter.search),
      filter.cutId === null ? {} : { cuts: { some: { cutId: filter.cutId } } },
      filter.municipality === null ? {} : { municipality: { equals: filter.municipality, mode: "insensitive" } },
      filter.supportLevel === null ? {} : { addresses: { some: { supportLevel: filter.supportLevel } } },
      filter.visited === null ? {} : { lastVisitedAt: filter.visited ? { not: null } : null },
      filter.bounds === null ? {} : { longitude: { gte: west, lte: east }, latitude: { gte: south, lte: north } },
    ],
  };
};

const orders: Record<ListLocationsInput["sort"], (direction: Prisma.SortOrder) => Prisma.LocationOrderByWithRelationInput[]> = {
  address: (direction) => [{ streetName: direction }, { streetType: direction }, { civicNumber: direction }, { id: direction }],
  createdAt: (direction) => [{ createdAt: direction }, { id: direction }],
  lastVisitedAt: (direction) => [{ lastVisitedAt: { sort: direction, nulls: "last" } }, { id: direction }],
};

export const listLocations = async (db: Db, input: ListLocationsInput, scope: CutScope): Promise<Page<Location>> => {
  const where = filtered(input.filter, scope);
  const { offset, limit } = sliceOf(input);
  const orderBy = orders[input.sort](input.descending ? "desc" : "asc");
  const total = await db.prisma.location.count({ where });
  const rows = await db.prisma.location.findMany({ where, orderBy, skip: offset, take: limit });
  return { items: rows.map(toLocation), total, page: input.page, pageSize: input.pageSize };
};

/** With its units, its last hundred changes and the areas it lies in. */
export const findLocation = async (db: Db, id: string, scope: CutScope): Promise<LocationDetail | null> => {
  const row = await db.prisma.location.findFirst({
    where: { id, ...inScope(scope) },
    include: {
      addresses: { orderBy: [{ unitNumber: { sort: "asc", nulls: "first" } }, { id: "asc" }] },
      history: { orderBy: { createdAt: "desc" }, take: 100, include: { user: { select: { name: true } } } },
      cuts: { include: { cut: { select: { id: true, name: true } } } },
    },
  });
  if (row === null) return null;
  return {
    ...toLocation(row),
    buildingNotes: row.buildingNotes,
    addresses: row.addresses.map(toAddress),
    history: row.history.map(({ id: entryId, action, field, oldValue, newValue, user, createdAt }) => ({
      id: entryId,
      action,
      field,
      oldValue,
      newValue,
      userName: user?.name ?? null,
      createdAt,
    })),
    cuts: row.cuts.map(({ cut }) => cut),
  };
};

export type NewLocation = Pick<
  Location,
  "id" | "latitude" | "longitude" | "address" | "postalCode" | "municipality" | "province" | "buildingType"
> & {
  civicNumber: number | null;
  civicSuffix: string | null;
  streetName: string;
  streetType: string | null;
  streetDirection: string | null;
  searchKey: string;
  buildingNotes: string | null;
  /** One door each; a building without units has one door whose unit is null. */
  units: { id: string; unitNumber: string | null }[];
  cutIds: string[];
  createdByUserId: string | null;
  historyId: string;
  at: Date;
};

/** The building, its doors, its membership and the first line of its history. */
export const insertLocation = async (db: Db, given: NewLocation): Promise<void> => {
  const { units, cutIds, historyId, at, ...location } = given;
  const street = streetOf(location);
  await rememberStreetsIn(db, [street]);
  await db.prisma.location.create({
    data: {
      ...location,
      totalUnits: units.length,
      mapCell: mapCellOf(location),
      streetKey: street.key,
      geocodeProvider: null,
      createdAt: at,
      updatedAt: at,
      addresses: { create: units.map((unit) => ({ ...unit, createdByUserId: location.createdByUserId, createdAt: at, updatedAt: at })) },
      cuts: { create: cutIds.map((cutId) => ({ cutId })) },
      history: { create: { id: historyId, action: "CREATED", userId: location.createdByUserId, createdAt: at } },
    },
  });
};

type Counted = { key: string | null; count: bigint };

export const countLocations = async (db: Db, scope: CutScope): Promise<LocationStats> => {
  const inCuts =
    scope === "all"
      ? Prisma.sql`true`
      : Prisma.sql`EXISTS (SELECT 1 FROM "CutLocation" c WHERE c."locationId" = l."id" AND c."cutId" = ANY(${[...scope]}::uuid[]))`;
  const live = Prisma.sql`l."archivedAt" IS NULL AND ${inCuts}`;
  const [totals] = await db.prisma.$queryRaw<{ locations: bigint; visited: bigint }[]>`
    SELECT count(*) AS locations, count(l."lastVisitedAt") AS visited FROM "Location" l WHERE ${live}`;
  const types = await db.prisma.$queryRaw<Counted[]>`
    SELECT l."buildingType"::text AS key, count(*) AS count FROM "Location" l WHERE ${live} GROUP BY 1 ORDER BY 2 DESC`;
  const support = await db.prisma.$queryRaw<Counted[]>`
    SELECT a."supportLevel"::text AS key, count(*) AS count FROM "Address" a JOIN "Location" l ON l."id" = a."locationId" WHERE ${live} GROUP BY 1 ORDER BY 1`;
  const [groups] = await db.prisma.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) AS count FROM (SELECT 1 FROM "Location" l WHERE l."searchKey" <> '' AND ${live} GROUP BY l."searchKey" HAVING count(*) > 1) g`;
  return {
    locations: Number(totals?.locations ?? 0),
    addresses: support.reduce((sum, { count }) => sum + Number(count), 0),
    visited: Number(totals?.visited ?? 0),
    possibleDuplicateGroups: Number(groups?.count ?? 0),
    byBuildingType: types.map(({ key, count }) => ({ buildingType: key as Location["buildingType"], count: Number(count) })),
    // The database spells levels "1" to "4".
    bySupport: support.map(({ key, count }) => ({
      supportLevel: key === null ? null : (`LEVEL_${key}` as Address["supportLevel"]),
      count: Number(count),
    })),
  };
};

/** Buildings that read the same and stand apart, largest groups first. */
export const listDuplicateGroups = async (
  db: Db,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ groups: DuplicateGroup[]; total: number }> => {
  const keys = await db.prisma.$queryRaw<{ searchKey: string; total: bigint }[]>`
    SELECT "searchKey", count(*) OVER () AS total FROM "Location"
    WHERE "searchKey" <> '' AND "archivedAt" IS NULL GROUP BY "searchKey" HAVING count(*) > 1
    ORDER BY count(*) DESC, "searchKey" OFFSET ${offset} LIMIT ${limit}`;
  const wanted = keys.map(({ searchKey }) => searchKey);
  const rows = await db.prisma.location.findMany({ where: { searchKey: { in: wanted }, archivedAt: null }, orderBy: { id: "asc" } });
  const groups = wanted.map((searchKey) => {
    const locations = rows.filter((row) => row.searchKey === searchKey).map(toLocation);
    const farthestM = Math.max(...locations.flatMap((a) => locations.map((b) => distanceM(a, b))));
    return { address: locations[0]?.address ?? "", locations, farthestM };
  });
  return { groups, total: Number(keys[0]?.total ?? 0) };
};
