import type { Db } from "@cml/db";

/** The two settings rows, with the defaults of the schema; an existing one is left as it is. */
export const seedSettings = async ({ prisma }: Db): Promise<void> => {
  await prisma.siteSettings.createMany({ data: [{ id: "default" }], skipDuplicates: true });
  await prisma.mapSettings.createMany({ data: [{ id: "default" }], skipDuplicates: true });
};
