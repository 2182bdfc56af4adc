import type { Db } from "../client";

/** Which of these cover pictures a campaign still shows, its own or one it was copied from. */
export const findCoversInUse = async (db: Db, covers: readonly string[]): Promise<Set<string>> => {
  const rows = await db.prisma.campaign.findMany({ where: { coverPhoto: { in: [...covers] } }, select: { coverPhoto: true } });
  return new Set(rows.flatMap(({ coverPhoto }) => (coverPhoto === null ? [] : [coverPhoto])));
};
