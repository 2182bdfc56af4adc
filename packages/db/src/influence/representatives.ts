import {
  type District,
  type FoundRepresentative,
  type Representative,
  type RepresentativeCache,
  districtKeyOf,
  districtSchema,
  matchKinds,
  officeSchema,
} from "@cml/domain/influence";
import type { LatLng } from "@cml/domain/kernel";
import type { Db } from "../client";
import { type Prisma } from "../generated/client";

type Row = Prisma.RepresentativeGetPayload<object>;

export const toRepresentative = (row: Row): Representative => ({
  id: row.id,
  postalCode: row.postalCode,
  name: row.name,
  email: row.email,
  level: row.level ?? "MUNICIPAL",
  districtName: row.districtName ?? "",
  electedOffice: row.electedOffice ?? "",
  partyName: row.partyName,
  representativeSetName: row.representativeSetName ?? "",
  url: row.url,
  photoUrl: row.photoUrl,
  offices: officeSchema.array().catch([]).parse(row.offices),
  boundaryUrl: row.boundaryUrl,
  districtKey: districtKeyOf(row.boundaryUrl),
  setSlug: row.setSlug,
  firstName: row.firstName ?? "",
  lastName: row.lastName ?? "",
  gender: row.gender,
  matchKind: matchKinds.find((kind) => kind === row.matchKind) ?? null,
  preferredLocale: row.preferredLocale,
  contactUrl: row.contactUrl,
  isVacant: row.isVacant,
  photoKey: row.photoKey === "" ? null : row.photoKey,
  source: row.source,
  cachedAt: row.cachedAt,
});

export type CachedPlace = { city: string; province: string; known: boolean; districts: District[]; fetchedAt: Date };

export const findCachedPlace = async (db: Db, postalCode: string): Promise<CachedPlace | null> => {
  const row = await db.prisma.postalCodeCache.findUnique({ where: { postalCode } });
  if (row === null) return null;
  return {
    city: row.city ?? "",
    province: row.province ?? "",
    known: row.isKnown,
    districts: districtSchema.array().catch([]).parse(row.boundaries),
    fetchedAt: row.lastUpdated,
  };
};

/** People of a code in the order Represent's answer gave them. */
export const listRepresentatives = async (db: Db, postalCode: string): Promise<Representative[]> =>
  (await db.prisma.representative.findMany({ where: { postalCode }, orderBy: [{ level: "asc" }, { id: "asc" }] })).map(toRepresentative);

export type FreshLookUp = {
  postalCode: string;
  city: string;
  province: string;
  centroid: LatLng | null;
  known: boolean;
  districts: District[];
  representatives: FoundRepresentative[];
  newId: () => string;
  now: Date;
};

const keyOf = (one: { name: string; electedOffice: string | null; districtName: string | null }): string =>
  JSON.stringify([one.name, one.electedOffice ?? "", one.districtName ?? ""]);

/**
 * Replaces what is kept for a code; a person who is still there keeps the row's id, so that a page opened before the
 * refresh can still be sent. Run inside a transaction.
 */
export const storeLookUp = async (db: Db, fresh: FreshLookUp): Promise<void> => {
  const { postalCode, now } = fresh;
  const place = {
    city: fresh.city,
    province: fresh.province,
    centroidLat: fresh.centroid?.latitude ?? null,
    centroidLng: fresh.centroid?.longitude ?? null,
    isKnown: fresh.known,
    boundaries: fresh.districts,
    lastUpdated: now,
  };
  await db.prisma.postalCodeCache.upsert({ where: { postalCode }, create: { id: fresh.newId(), postalCode, ...place }, update: place });
  const kept = new Map((await db.prisma.representative.findMany({ where: { postalCode } })).map((row) => [keyOf(row), row.id]));
  for (const person of fresh.representatives) {
    const id = kept.get(keyOf(person)) ?? null;
    kept.delete(keyOf(person));
    const data = {
      postalCode,
      name: person.name,
      email: person.email,
      districtName: person.districtName,
      electedOffice: person.electedOffice,
      partyName: person.partyName,
      representativeSetName: person.representativeSetName,
      url: person.url,
      photoUrl: person.photoUrl,
      offices: person.offices,
      level: person.level,
      boundaryUrl: person.boundaryUrl,
      setSlug: person.setSlug,
      firstName: person.firstName,
      lastName: person.lastName,
      gender: person.gender,
      matchKind: person.match,
      contactUrl: person.contactUrl,
      isVacant: person.isVacant,
      preferredLocale: preferredLocale(person.preferredLanguages),
      cachedAt: now,
    };
    if (id === null) await db.prisma.representative.create({ data: { id: fresh.newId(), ...data } });
    else await db.prisma.representative.update({ where: { id }, data });
  }
  await db.prisma.representative.deleteMany({ where: { id: { in: [...kept.values()] } } });
};

// Only one language says anything; "English French" leaves the choice to the writer.
const preferredLocale = (languages: readonly string[]): "en" | "fr" | null => {
  const [only, ...others] = languages.map((word) => word.toLowerCase());
  if (others.length > 0) return null;
  return only === "french" || only === "français" ? "fr" : only === "english" || only === "anglais" ? "en" : null;
};

/** One code, or with null everything that did not come with the demo. */
export const deleteLookUps = async (db: Db, postalCode: string | null): Promise<number> => {
  const where = postalCode === null ? {} : { postalCode };
  await db.prisma.representative.deleteMany({ where: { ...where, isDemo: false } });
  return (await db.prisma.postalCodeCache.deleteMany({ where })).count;
};

export const countRepresentativeCache = async (db: Db): Promise<RepresentativeCache> => {
  const [postalCodes, unknownPostalCodes, representatives, withoutEmail, ages] = await Promise.all([
    db.prisma.postalCodeCache.count(),
    db.prisma.postalCodeCache.count({ where: { isKnown: false } }),
    db.prisma.representative.count(),
    db.prisma.representative.count({ where: { email: null } }),
    db.prisma.postalCodeCache.aggregate({ _min: { lastUpdated: true }, _max: { lastUpdated: true } }),
  ]);
  return { postalCodes, unknownPostalCodes, representatives, withoutEmail, oldest: ages._min.lastUpdated, newest: ages._max.lastUpdated };
};
