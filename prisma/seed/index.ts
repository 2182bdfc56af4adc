import type { Db } from "@cml/db";
import { seedSettings } from "./settings";

/** What every installation has, people aside: settings, page blocks, system e-mail templates. Safe to repeat. */
export const seedReferenceData = async (db: Db): Promise<void> => {
  await seedSettings(db);
};
