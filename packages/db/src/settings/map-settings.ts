import { translationsSchema } from "@cml/domain/kernel";
import type { MapSettings, UpdateMapSettingsInput } from "@cml/domain/settings";
import type { PoolClient } from "pg";
import type { Db } from "../client";
import { Prisma, type MapSettings as MapSettingsRow } from "../generated/client";

const singleton = { id: "default" } as const;

const toMapSettings = ({ id: _id, createdAt: _createdAt, createdBy: _createdBy, ...row }: MapSettingsRow): MapSettings => ({
  ...row,
  latitude: Number(row.latitude),
  longitude: Number(row.longitude),
  translations: row.translations === null ? null : translationsSchema.parse(row.translations),
});

/** A database that was never seeded has the defaults of the schema. */
export const findMapSettings = async (db: Db): Promise<MapSettings> => {
  const row = await db.prisma.mapSettings.findUnique({ where: singleton });
  return toMapSettings(row ?? (await db.prisma.mapSettings.upsert({ where: singleton, create: singleton, update: {} })));
};

type Changes = UpdateMapSettingsInput & { basemapFileKey?: string | null };

export const updateMapSettings = async (db: Db, { translations, ...changes }: Changes): Promise<MapSettings> => {
  const data = { ...changes, translations: translations === null ? Prisma.DbNull : translations };
  return toMapSettings(await db.prisma.mapSettings.upsert({ where: singleton, create: { ...singleton, ...data }, update: data }));
};

type Basemap = { basemapFileKey: string | null; basemapAttribution: string | null };

/** Lays the basemap before under maps again; false when another one lies there than the one to take away. */
export const putBasemapBack = async (
  client: PoolClient,
  key: string,
  { basemapFileKey, basemapAttribution }: Basemap,
): Promise<boolean> => {
  const { rowCount } = await client.query(
    `UPDATE "MapSettings" SET "basemapFileKey" = $2, "basemapAttribution" = $3, "updatedAt" = now() WHERE "basemapFileKey" = $1`,
    [key, basemapFileKey, basemapAttribution],
  );
  return rowCount === 1;
};
