import type { Street } from "@cml/domain/map";
import type { PoolClient } from "pg";
import type { Db } from "../client";

/**
 * Adds the streets of buildings about to be written to the dictionary the LOCAL geocoder reads. Written in order of their
 * keys, so that two writers never wait for each other in a circle.
 */
export const rememberStreets = async (client: PoolClient, streets: readonly Street[]): Promise<void> => {
  const [known, towns] = valuesOf(streets);
  if (known.length > 0) await client.query(insertStreets, known);
  if (towns.length > 0) await client.query(insertAliases, towns);
};

/** The same within a transaction of Prisma's. */
export const rememberStreetsIn = async (db: Db, streets: readonly Street[]): Promise<void> => {
  const [known, towns] = valuesOf(streets);
  if (known.length > 0) await db.prisma.$executeRawUnsafe(insertStreets, ...known);
  if (towns.length > 0) await db.prisma.$executeRawUnsafe(insertAliases, ...towns);
};

/** Takes streets without a building, and other names of towns without a street, out of the dictionary. */
export const forgetEmptyStreets = async ({ prisma }: Db): Promise<void> => {
  await prisma.$executeRaw`
    DELETE FROM "Street" s WHERE NOT EXISTS (SELECT 1 FROM "Location" l WHERE l."streetKey" = s."key")`;
  await prisma.$executeRaw`
    DELETE FROM "TownAlias" t WHERE NOT EXISTS (
      SELECT 1 FROM "Street" s WHERE s."municipality" = t."municipality" AND s."province" = t."province")`;
};

const insertStreets = `INSERT INTO "Street" ("key", "name", "municipality", "province")
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) ON CONFLICT DO NOTHING`;
const insertAliases = `INSERT INTO "TownAlias" ("alias", "province", "municipality")
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) ON CONFLICT DO NOTHING`;

type Columns = string[][];

const valuesOf = (streets: readonly Street[]): [streets: Columns, aliases: Columns] => {
  const named = sortedByKey(new Map(streets.filter(({ name }) => name !== "").map((street) => [street.key, street])));
  const towns = sortedByKey(
    new Map(
      streets.flatMap(({ aliases, municipality, province }) =>
        aliases.map((alias) => [`${alias}|${province}|${municipality}`, { alias, province, municipality }] as const),
      ),
    ),
  );
  return [
    named.length === 0
      ? []
      : [
          named.map(({ key }) => key),
          named.map(({ name }) => name),
          named.map((one) => one.municipality),
          named.map((one) => one.province),
        ],
    towns.length === 0 ? [] : [towns.map(({ alias }) => alias), towns.map((one) => one.province), towns.map((one) => one.municipality)],
  ];
};

const sortedByKey = <T>(byKey: ReadonlyMap<string, T>): T[] => [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
