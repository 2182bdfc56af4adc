import type { Db } from "../client";

/** The IANA zone in which days and shifts are reckoned. */
export const findTimeZone = async (db: Db): Promise<string> => {
  const row = await db.prisma.siteSettings.findUnique({ where: { id: "default" }, select: { timeZone: true } });
  return row?.timeZone ?? "America/Edmonton";
};
