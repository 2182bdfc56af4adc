import type { Db } from "../client";

/**
 * Holds every campaign's slugs until the transaction ends: current and former ones stand in two tables, so no unique rule
 * covers both, and only one at a time may ask "is it free?" and take it.
 */
export const lockSlugs = async (db: Db): Promise<void> => {
  await db.prisma.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('campaign slugs'))`;
};

/** The campaign whose slug this is or was; null when it is free. */
export const findSlugHolder = async (db: Db, slug: string): Promise<string | null> => {
  const current = await db.prisma.campaign.findUnique({ where: { slug }, select: { id: true } });
  if (current !== null) return current.id;
  const former = await db.prisma.campaignSlug.findUnique({ where: { slug }, select: { campaignId: true } });
  return former?.campaignId ?? null;
};

export const listFormerSlugs = async (db: Db, campaignId: string): Promise<string[]> => {
  const rows = await db.prisma.campaignSlug.findMany({
    where: { campaignId },
    select: { slug: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return rows.map(({ slug }) => slug);
};

export type SlugChange = { id: string; campaignId: string; from: string; to: string; now: Date };

/** Gives a campaign another slug; the one it had goes on leading to it. */
export const replaceSlug = async (db: Db, { id, campaignId, from, to, now }: SlugChange): Promise<void> => {
  await db.prisma.campaignSlug.deleteMany({ where: { slug: to, campaignId } });
  await db.prisma.campaignSlug.create({ data: { id, slug: from, campaignId, createdAt: now } });
  await db.prisma.campaign.update({ where: { id: campaignId }, data: { slug: to, updatedAt: now } });
};
