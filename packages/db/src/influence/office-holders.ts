import { officeSchema, type Representative, type RepresentativeSource } from "@cml/domain/influence";
import type { Locale } from "@cml/domain/kernel";
import type { Db } from "../client";
import type { Prisma } from "../generated/client";

type Row = Prisma.OfficeHolderGetPayload<object>;

const toPerson = (row: Row): Representative => {
  const districtKey = row.boundarySet === null || row.boundaryId === null ? null : `${row.boundarySet}/${row.boundaryId}`;
  return {
    id: row.id,
    postalCode: "",
    name: row.name ?? "",
    email: row.email,
    level: row.level,
    districtName: row.districtName,
    electedOffice: row.electedOffice,
    partyName: row.partyName,
    representativeSetName: row.setName,
    url: row.url,
    photoUrl: row.photoUrl,
    offices: officeSchema.array().catch([]).parse(row.offices),
    boundaryUrl: districtKey === null ? null : `/boundaries/${districtKey}/`,
    districtKey,
    setSlug: row.setSlug,
    firstName: row.firstName ?? "",
    lastName: row.lastName ?? "",
    gender: row.gender,
    matchKind: null,
    preferredLocale: row.preferredLocale,
    contactUrl: row.contactUrl,
    isVacant: row.name === null,
    photoKey: row.photoKey === "" ? null : row.photoKey,
    source: row.source,
    cachedAt: row.fetchedAt,
  };
};

/** Everybody on one council by one source, in the order they were read. */
export const listOfficeHoldersOfSet = async (
  db: Db,
  { setSlug, source }: { setSlug: string; source: RepresentativeSource },
): Promise<Representative[]> =>
  (await db.prisma.officeHolder.findMany({ where: { setSlug, source }, orderBy: { id: "asc" } })).map(toPerson);

/** Who sits for these districts (boundary-set/id) by one source, and who sits for the whole of their councils. */
export const listOfficeHoldersOfDistricts = async (
  db: Db,
  { keys, source }: { keys: readonly string[]; source: RepresentativeSource },
): Promise<Representative[]> => {
  if (keys.length === 0) return [];
  const seats = keys.map((key) => ({ boundarySet: key.split("/")[0] ?? "", boundaryId: key.split("/")[1] ?? "" }));
  const orderBy = { id: "asc" as const };
  const inDistricts = await db.prisma.officeHolder.findMany({ where: { source, OR: seats }, orderBy });
  const setSlug = { in: [...new Set(inDistricts.map((row) => row.setSlug))] };
  const atLarge = await db.prisma.officeHolder.findMany({ where: { source, setSlug, boundarySet: null }, orderBy });
  return [...atLarge, ...inDistricts].map(toPerson);
};

export type CouncilSummary = { setSlug: string; setName: string; source: RepresentativeSource; members: number; fetchedAt: Date };

/** The councils whose people are kept here, by name. */
export const listCouncilSummaries = async (db: Db): Promise<CouncilSummary[]> => {
  const rows = await db.prisma.officeHolder.groupBy({
    by: ["setSlug", "setName", "source"],
    _count: true,
    _min: { fetchedAt: true },
    orderBy: { setName: "asc" },
  });
  return rows.map(({ setSlug, setName, source, _count, _min }) => ({
    setSlug,
    setName,
    source,
    members: _count,
    fetchedAt: _min.fetchedAt ?? new Date(0),
  }));
};

export type CouncilMember = Omit<Representative, "id" | "postalCode" | "matchKind" | "cachedAt" | "photoKey" | "boundaryUrl"> & {
  preferredLocale: Locale | null;
};

export type FreshCouncil = {
  setSlug: string;
  setName: string;
  source: RepresentativeSource;
  members: CouncilMember[];
  newId: () => string;
  now: Date;
};

const keyOf = ({ name, electedOffice, districtName }: Pick<CouncilMember, "name" | "electedOffice" | "districtName">): string =>
  JSON.stringify([name, electedOffice, districtName]);

/** Replaces a council that was read as a whole; who is still there keeps the row's id. Run inside a transaction. */
export const storeCouncil = async (db: Db, { setSlug, setName, source, members, newId, now }: FreshCouncil): Promise<void> => {
  const kept = new Map((await listOfficeHoldersOfSet(db, { setSlug, source })).map((one) => [keyOf(one), one.id]));
  for (const member of members) {
    const id = kept.get(keyOf(member)) ?? null;
    kept.delete(keyOf(member));
    const [boundarySet = null, boundaryId = null] = member.districtKey?.split("/") ?? [];
    const data = {
      source,
      setSlug,
      setName,
      boundarySet,
      boundaryId,
      districtName: member.districtName,
      name: member.isVacant ? null : member.name,
      firstName: member.firstName,
      lastName: member.lastName,
      electedOffice: member.electedOffice,
      level: member.level,
      partyName: member.partyName,
      email: member.email,
      gender: member.gender,
      url: member.url,
      contactUrl: member.contactUrl,
      photoUrl: member.photoUrl,
      offices: member.offices,
      preferredLocale: member.preferredLocale,
      fetchedAt: now,
    };
    if (id === null) await db.prisma.officeHolder.create({ data: { id: newId(), ...data } });
    else await db.prisma.officeHolder.update({ where: { id }, data });
  }
  await db.prisma.officeHolder.deleteMany({ where: { id: { in: [...kept.values()] } } });
};
