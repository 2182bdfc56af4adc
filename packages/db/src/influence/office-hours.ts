import { type GovernmentLevel, type OfficeHours, officeHoursSchema, type OfficeWeek, officeWeekSchema } from "@cml/domain/influence";
import type { Db } from "../client";

/** The site's default week; null while nobody set one. */
export const findDefaultOfficeWeek = async (db: Db): Promise<OfficeWeek | null> => {
  const row = await db.prisma.siteSettings.findUnique({ where: { id: "default" }, select: { officeHours: true } });
  return officeWeekSchema.safeParse(row?.officeHours).data ?? null;
};

export const setDefaultOfficeWeek = async (db: Db, week: OfficeWeek): Promise<void> => {
  await db.prisma.siteSettings.upsert({ where: { id: "default" }, create: { officeHours: week }, update: { officeHours: week } });
};

export const listOfficeHours = async (db: Db): Promise<OfficeHours[]> =>
  (await db.prisma.officeHours.findMany({ orderBy: { name: "asc" }, take: 500 })).map((row) => officeHoursSchema.parse(row));

export const findOfficeHours = async (db: Db, recipientKeys: readonly string[]): Promise<OfficeHours[]> =>
  (await db.prisma.officeHours.findMany({ where: { recipientKey: { in: [...recipientKeys] } } })).map((row) =>
    officeHoursSchema.parse(row),
  );

export const saveOfficeHours = async (db: Db, { id, ...hours }: OfficeHours): Promise<void> => {
  const { recipientKey } = hours;
  await db.prisma.officeHours.upsert({ where: { recipientKey }, create: { id, ...hours }, update: hours });
};

export const deleteOfficeHours = async (db: Db, id: string): Promise<boolean> =>
  (await db.prisma.officeHours.deleteMany({ where: { id } })).count === 1;

/** People with a telephone number among the cached ones and the campaigns' own, whose name holds `search`. */
export const listPeopleByName = async (
  db: Db,
  search: string,
): Promise<{ name: string; level: GovernmentLevel | null; districtName: string }[]> => {
  const contains = { contains: search, mode: "insensitive" as const };
  const [cached, own] = await Promise.all([
    db.prisma.representative.findMany({
      where: { name: contains, isDemo: false },
      distinct: ["name", "level", "districtName"],
      select: { name: true, level: true, districtName: true },
      take: 20,
    }),
    db.prisma.customRecipient.findMany({
      where: { recipientName: contains },
      distinct: ["recipientName", "level"],
      select: { recipientName: true, level: true },
      take: 20,
    }),
  ]);
  return [
    ...cached.map(({ name, level, districtName }) => ({ name, level, districtName: districtName ?? "" })),
    ...own.map(({ recipientName, level }) => ({ name: recipientName, level, districtName: "" })),
  ];
};
