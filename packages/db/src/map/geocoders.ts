import { type GeocodeProvider, geocoderFacts, type OutsideGeocoder, outsideGeocoders } from "@cml/domain/map";
import type { Db } from "../client";

/** How one geocoder of others is asked; its key is sealed. */
export type StoredGeocoder = {
  provider: OutsideGeocoder;
  isEnabled: boolean;
  baseUrl: string | null;
  keySealed: string | null;
  perMinute: number;
  perDay: number | null;
  failures: number;
  restUntil: Date | null;
  lastError: string | null;
};

/** All six in the order they are asked; those nobody touched come last, switched off. */
export const listGeocoders = async (db: Db): Promise<StoredGeocoder[]> => {
  const rows = await db.prisma.geocoderConfig.findMany({ orderBy: { position: "asc" } });
  const known = rows.flatMap(({ provider, position: _position, updatedAt: _at, ...row }) =>
    isOutside(provider) ? [{ ...row, provider }] : [],
  );
  const others = outsideGeocoders.filter((provider) => !known.some((row) => row.provider === provider));
  return [...known, ...others.map(untouched)];
};

const isOutside = (provider: GeocodeProvider): provider is OutsideGeocoder => (outsideGeocoders as readonly string[]).includes(provider);

const untouched = (provider: OutsideGeocoder): StoredGeocoder => ({
  provider,
  isEnabled: false,
  baseUrl: null,
  keySealed: null,
  perMinute: geocoderFacts[provider].perMinute,
  perDay: geocoderFacts[provider].perDay,
  failures: 0,
  restUntil: null,
  lastError: null,
});

export type GeocoderChange = Pick<StoredGeocoder, "provider" | "isEnabled" | "baseUrl" | "perMinute" | "perDay"> & {
  /** Undefined leaves the key as it is. */
  keySealed?: string | null | undefined;
};

/** Writes all in their new order; one that was left alone is tried again, because its settings may be why it failed. */
export const saveGeocoders = async (db: Db, changes: readonly GeocoderChange[]): Promise<void> => {
  for (const [position, { provider, keySealed, ...change }] of changes.entries()) {
    const data = { ...change, position, failures: 0, restUntil: null, lastError: null, ...(keySealed === undefined ? {} : { keySealed }) };
    await db.prisma.geocoderConfig.upsert({ where: { provider }, create: { provider, ...data }, update: data });
  }
};

type Rest = { after: number; until: Date };

/** One failure more, for all processes; after so many in a row the provider is left alone for a while. */
export const recordGeocoderFailure = async (
  db: Db,
  { provider, error, rest }: { provider: OutsideGeocoder; error: string; rest: Rest },
): Promise<void> => {
  await db.prisma.$executeRaw`
    UPDATE "GeocoderConfig" SET "failures" = "failures" + 1, "lastError" = ${error},
      "restUntil" = CASE WHEN "failures" + 1 >= ${rest.after} THEN ${rest.until} ELSE "restUntil" END
    WHERE "provider" = ${provider}::"GeocodeProvider"`;
};

export const recordGeocoderSuccess = async (db: Db, provider: OutsideGeocoder): Promise<void> => {
  await db.prisma.geocoderConfig.updateMany({
    where: { provider, OR: [{ failures: { gt: 0 } }, { lastError: { not: null } }] },
    data: { failures: 0, restUntil: null, lastError: null },
  });
};

export type Asked = { provider: GeocodeProvider; day: string; found: boolean; failed: boolean; confidence: number };

/** Adds one question to the day's tally. */
export const tallyGeocode = async (db: Pick<Db, "pool">, { provider, day, found, failed, confidence }: Asked): Promise<void> => {
  await db.pool.query(
    `INSERT INTO "GeocodeTally" ("day", "provider", "asked", "found", "failed", "sureness") VALUES ($1::date, $2::"GeocodeProvider", 1, $3, $4, $5)
     ON CONFLICT ("day", "provider") DO UPDATE SET "asked" = "GeocodeTally"."asked" + 1, "found" = "GeocodeTally"."found" + excluded."found",
       "failed" = "GeocodeTally"."failed" + excluded."failed", "sureness" = "GeocodeTally"."sureness" + excluded."sureness"`,
    [day, provider, found ? 1 : 0, failed ? 1 : 0, found ? confidence : 0],
  );
};

export type TallyRow = { provider: GeocodeProvider; asked: number; found: number; failed: number; sureness: number };

/** What each provider was asked since a day. */
export const sumGeocodes = async (db: Db, since: string): Promise<TallyRow[]> =>
  db.prisma.$queryRaw<TallyRow[]>`
    SELECT "provider"::text AS provider, sum("asked")::int AS asked, sum("found")::int AS found, sum("failed")::int AS failed, sum("sureness")::int AS sureness
    FROM "GeocodeTally" WHERE "day" >= ${since}::date GROUP BY 1 ORDER BY 2 DESC`;

/** An answer that is still fresh; undefined when none is kept. A kept null says that nothing was found. */
export const findCachedGeocode = async (db: Db, key: string, now: Date): Promise<unknown> => {
  const row = await db.prisma.geocodeCache.findFirst({ where: { key, expiresAt: { gt: now } } });
  return row === null ? undefined : (row.answer as { place: unknown }).place;
};

export const keepGeocode = async (
  db: Db,
  { key, provider, place, expiresAt }: { key: string; provider: OutsideGeocoder; place: object | null; expiresAt: Date },
): Promise<void> => {
  const answer = { place: place === null ? null : { ...place } };
  await db.prisma.geocodeCache.upsert({ where: { key }, create: { key, provider, answer, expiresAt }, update: { answer, expiresAt } });
};

export const purgeGeocodes = async (db: Db, now: Date): Promise<number> => {
  const { count } = await db.prisma.geocodeCache.deleteMany({ where: { expiresAt: { lte: now } } });
  return count;
};
