import {
  inboundModeSchema,
  smtpProviderSchema,
  type SiteSettings,
  storedSetupSchema,
  type StoredSetup,
  type UpdateSiteSettingsInput,
} from "@cml/domain/settings";
import { translationsSchema } from "@cml/domain/kernel";
import type { Db } from "../client";
import { Prisma, type SiteSettings as SettingsRow } from "../generated/client";

const singleton = { id: "default" } as const;

/** The settings with what never leaves the server: the sealed passwords, and how far the first steps are. */
export type StoredSettings = {
  settings: SiteSettings;
  smtpPassSealed: string | null;
  inboundImapPassSealed: string | null;
  setup: StoredSetup;
};

const toStored = ({ id: _id, createdAt: _createdAt, smtpPass, inboundImapPass, setupSteps, ...row }: SettingsRow): StoredSettings => ({
  settings: {
    ...row,
    translations: row.translations === null ? null : translationsSchema.parse(row.translations),
    smtpActiveProvider: smtpProviderSchema.parse(row.smtpActiveProvider),
    smtpPassSet: smtpPass !== null,
    inboundMode: inboundModeSchema.parse(row.inboundMode),
    inboundImapPassSet: inboundImapPass !== null,
  },
  smtpPassSealed: smtpPass,
  inboundImapPassSealed: inboundImapPass,
  setup: storedSetupSchema.parse(setupSteps),
});

/** A database that was never seeded has the defaults of the schema. */
export const findSiteSettings = async (db: Db): Promise<StoredSettings> => {
  const row = await db.prisma.siteSettings.findUnique({ where: singleton });
  return toStored(row ?? (await db.prisma.siteSettings.upsert({ where: singleton, create: singleton, update: {} })));
};

export type SiteSettingsChanges = Omit<UpdateSiteSettingsInput, "smtpPass" | "inboundImapPass"> & {
  smtpPassSealed?: string | null;
  inboundImapPassSealed?: string | null;
};

export const updateSiteSettings = async (
  db: Db,
  { smtpPassSealed, inboundImapPassSealed, translations, ...changes }: SiteSettingsChanges,
): Promise<StoredSettings> => {
  const data = {
    ...changes,
    smtpPass: smtpPassSealed,
    inboundImapPass: inboundImapPassSealed,
    translations: translations === null ? Prisma.DbNull : translations,
  };
  return toStored(await db.prisma.siteSettings.upsert({ where: singleton, create: { ...singleton, ...data }, update: data }));
};

/** Writes one step's outcome without touching the others that somebody may be answering at the same time. */
export const updateSetupSteps = async (db: Db, steps: StoredSetup): Promise<void> => {
  await db.prisma.$executeRaw`
    UPDATE "SiteSettings" SET "setupSteps" = "setupSteps" || ${JSON.stringify(steps)}::jsonb WHERE "id" = ${singleton.id}`;
};
