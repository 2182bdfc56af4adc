import {
  type District,
  type FoundRepresentative,
  type Representative,
  type RepresentativeCache,
  type CurrentSet,
  currentSetsOf,
  districtKeyOf,
  districtSchema,
  matchKinds,
  officeSchema,
  preferredLocaleOf,
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

export type CachedPlace = {
  city: string;
  province: string;
  known: boolean;
  centroid: LatLng | null;
  districts: District[];
  fetchedAt: Date;
};

export const findCachedPlace = async (db: Db, postalCode: string): Promise<CachedPlace | null> => {
  const row = await db.prisma.postalCodeCache.findUnique({ where: { postalCode } });
  if (row === null) return null;
  const { centroidLat, centroidLng } = row;
  return {
    city: row.city ?? "",
    province: row.province ?? "",
    known: row.isKnown,
    centroid: centroidLat === null || centroidLng === null ? null : { latitude: Number(centroidLat), longitude: Number(centroidLng) },
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
 * refresh can still be sent. Districts that a street proved, and their people, stay. Run inside a transaction. Gives who
 * sat before.
 */
export const storeLookUp = async (db: Db, fresh: FreshLookUp): Promise<Representative[]> => {
  const { postalCode, now } = fresh;
  const cached = await findCachedPlace(db, postalCode);
  const listed = new Set(fresh.districts.map(({ key }) => key));
  const proved = (cached?.districts ?? []).filter(({ key, match }) => match === "STREET" && !listed.has(key));
  const place = {
    city: fresh.city,
    province: fresh.province,
    centroidLat: fresh.centroid?.latitude ?? null,
    centroidLng: fresh.centroid?.longitude ?? null,
    isKnown: fresh.known,
    boundaries: [...fresh.districts, ...proved],
    lastUpdated: now,
  };
  await db.prisma.postalCodeCache.upsert({ where: { postalCode }, create: { id: fresh.newId(), postalCode, ...place }, update: place });
  const before = await listRepresentatives(db, postalCode);
  const left = await storePeople(db, { ...fresh, people: fresh.representatives.map(rowOf) }, before);
  const provedKeys = new Set(proved.map(({ key }) => key));
  const gone = left.filter(({ matchKind, districtKey }) => matchKind !== "STREET" || districtKey === null || !provedKeys.has(districtKey));
  await db.prisma.representative.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
  return before.filter(({ matchKind }) => matchKind !== "STREET");
};

type FreshPeople = { postalCode: string; people: PersonRow[]; newId: () => string; now: Date };

/** Writes people of a code over those that are there; gives the rows that none of them took. */
const storePeople = async (db: Db, { postalCode, people, newId, now }: FreshPeople, before: readonly Representative[]) => {
  const kept = new Map(before.map((row) => [keyOf(row), row]));
  for (const person of people) {
    const known = kept.get(keyOf(person));
    kept.delete(keyOf(person));
    const data = { ...person, postalCode, cachedAt: now };
    if (known === undefined) {
      await db.prisma.representative.create({ data: { id: newId(), ...data } });
    } else {
      // A photo that could not be had is tried again with each answer, and so is another one.
      const face = known.photoKey === null || known.photoUrl !== person.photoUrl ? { photoKey: null } : {};
      await db.prisma.representative.update({ where: { id: known.id }, data: { ...data, ...face } });
    }
  }
  return [...kept.values()];
};

type PersonRow = ReturnType<typeof rowOf>;

const rowOf = (person: FoundRepresentative) => ({
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
  preferredLocale: preferredLocaleOf(person.preferredLanguages),
});

const mostProved = 24;
const notAsked = new Date(0);

/** Fields of a person who came without being kept, as a row holds them. */
const rowOfPerson = (person: Representative): PersonRow => {
  const { id: _id, postalCode: _code, districtKey: _key, photoKey: _face, source: _source, cachedAt: _at, ...row } = person;
  return { ...row, matchKind: "STREET" };
};

type Proved = { postalCode: string; districts: readonly District[]; people: readonly Representative[]; newId: () => string; now: Date };

/**
 * Adds districts that somebody's street proved to lie in this code to those one may choose from, with their people where
 * Represent named them (imported people are found by their district). Run inside a transaction.
 */
export const addStreetDistricts = async (db: Db, { postalCode, districts, people, newId, now }: Proved): Promise<void> => {
  const cached = await findCachedPlace(db, postalCode);
  const listed = new Set((cached?.districts ?? []).map(({ key }) => key));
  const added = districts.filter(({ key }) => !listed.has(key)).map((one) => ({ ...one, match: "STREET" as const }));
  if (added.length === 0) return;
  const boundaries = [...(cached?.districts ?? []), ...added].slice(0, mostProved);
  // A code that only our own files answered for was never asked of Represent: it stays to be asked.
  const create = { id: newId(), postalCode, boundaries, isKnown: false, lastUpdated: notAsked };
  await db.prisma.postalCodeCache.upsert({ where: { postalCode }, create, update: { boundaries } });
  const keys = new Set(added.map(({ key }) => key));
  const newcomers = people.filter(({ source, districtKey }) => source === "REPRESENT" && keys.has(districtKey ?? "")).map(rowOfPerson);
  await storePeople(db, { postalCode, people: newcomers, newId, now }, await listRepresentatives(db, postalCode));
};

/** The sets that representatives read lately belong to, so that an empty seat is known for one where it stands alone. */
export const listCurrentSets = async (db: Db, since: Date): Promise<CurrentSet[]> => {
  const rows = await db.prisma.$queryRaw<
    { boundaryUrl: string; level: CurrentSet["level"]; setSlug: string; setName: string; office: string; seen: Date }[]
  >`
    SELECT min("boundaryUrl") AS "boundaryUrl", "level"::text AS "level", coalesce("setSlug", '') AS "setSlug",
      coalesce(min("representativeSetName"), '') AS "setName", min("electedOffice") AS "office", max("cachedAt") AS "seen"
    FROM "Representative"
    WHERE "boundaryUrl" IS NOT NULL AND NOT "isVacant" AND NOT "isDemo" AND "cachedAt" > ${since} AND "level" IS NOT NULL
    GROUP BY split_part("boundaryUrl", '/', 3), "level", "setSlug" ORDER BY "seen" DESC`;
  const newest = rows.filter(
    // A legislature sits in one set of districts at a time: the one that was seen last.
    (row, index) => row.level === "MUNICIPAL" || rows.findIndex((one) => one.level === row.level && one.setSlug === row.setSlug) === index,
  );
  return currentSetsOf(
    newest.map(({ level, boundaryUrl, setSlug, setName, office }) => ({
      level,
      boundaryUrl,
      setSlug,
      representativeSetName: setName,
      electedOffice: office,
    })),
  );
};

/**
 * Known codes last asked before a moment, that senders of live campaigns live in; the oldest first. Asked every few minutes:
 * each code is one probe of an index, and no letter is read.
 */
export const listStaleCodesInUse = async (db: Db, { before, limit }: { before: Date; limit: number }): Promise<string[]> => {
  const rows = await db.prisma.$queryRaw<{ postalCode: string }[]>`
    SELECT p."postalCode" FROM "PostalCodeCache" p
    WHERE p."lastUpdated" < ${before} AND p."isKnown" AND EXISTS (
      SELECT FROM "CampaignEmail" e JOIN "Campaign" c ON c."id" = e."campaignId"
      WHERE e."userPostalCode" = p."postalCode" AND c."status" = 'ACTIVE' AND NOT c."isDemo")
    ORDER BY p."lastUpdated" LIMIT ${limit}`;
  return rows.map(({ postalCode }) => postalCode);
};

/** One code, or with null everything that did not come with the demo. */
export const deleteLookUps = async (db: Db, postalCode: string | null): Promise<number> => {
  const where = postalCode === null ? {} : { postalCode };
  await db.prisma.representative.deleteMany({ where: { ...where, isDemo: false } });
  return (await db.prisma.postalCodeCache.deleteMany({ where })).count;
};

export const countRepresentativeCache = async (db: Db, now: Date): Promise<RepresentativeCache> => {
  const day = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const [postalCodes, unknownPostalCodes, representatives, withoutEmail, ages, counted] = await Promise.all([
    db.prisma.postalCodeCache.count(),
    db.prisma.postalCodeCache.count({ where: { isKnown: false } }),
    db.prisma.representative.count({ where: { isDemo: false, isVacant: false } }),
    db.prisma.representative.count({ where: { email: null, isDemo: false, isVacant: false } }),
    db.prisma.postalCodeCache.aggregate({ _min: { lastUpdated: true }, _max: { lastUpdated: true } }),
    db.prisma.$queryRaw<{ today: number; week: number; month: number; older: number }[]>`
      SELECT count(*) FILTER (WHERE "lastUpdated" > ${day(1)})::int AS "today",
        count(*) FILTER (WHERE "lastUpdated" <= ${day(1)} AND "lastUpdated" > ${day(7)})::int AS "week",
        count(*) FILTER (WHERE "lastUpdated" <= ${day(7)} AND "lastUpdated" > ${day(30)})::int AS "month",
        count(*) FILTER (WHERE "lastUpdated" <= ${day(30)})::int AS "older" FROM "PostalCodeCache"`,
  ]);
  const { _min, _max } = ages;
  const byAge = counted[0] ?? { today: 0, week: 0, month: 0, older: 0 };
  return { postalCodes, unknownPostalCodes, representatives, withoutEmail, oldest: _min.lastUpdated, newest: _max.lastUpdated, byAge };
};
