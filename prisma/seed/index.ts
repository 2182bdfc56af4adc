import type { Locale } from "@cml/domain/kernel";
import type { Db } from "@cml/db";
import { seedAdministrator, type Administrator, type AdministratorOptions } from "./admin";
import { seedEmailTemplates } from "./email-templates";
import { seedPageBlocks } from "./page-blocks";
import { seedSettings } from "./settings";

export { seedAdministrator, type Administrator, type AdministratorOptions } from "./admin";

/** Everything a new installation needs; safe to repeat at every start, and never over what people changed. */
export const seed = async (db: Db, options: AdministratorOptions = {}): Promise<Administrator> => {
  await seedReferenceData(db);
  return seedAdministrator(db, options);
};

/** What every installation has, people aside: settings, page blocks, system e-mail templates in both languages. */
export const seedReferenceData = async (db: Db): Promise<void> => {
  await seedSettings(db);
  const locale = await defaultLocale(db);
  await seedPageBlocks(db, locale);
  await seedEmailTemplates(db, locale);
};

const defaultLocale = async ({ prisma }: Db): Promise<Locale> =>
  (await prisma.siteSettings.findUniqueOrThrow({ where: { id: "default" } })).defaultLocale;
