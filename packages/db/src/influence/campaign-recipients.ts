import type { Campaign } from "@cml/domain/influence";
import type { Db } from "../client";
import { Prisma } from "../generated/client";

export const countActiveCustomRecipients = (db: Db, campaignId: string): Promise<number> =>
  db.prisma.customRecipient.count({ where: { campaignId, isActive: true } });

/** Whether somebody on the list is for the residents of an area only. */
export const hasAreaRecipients = async (db: Db, campaignId: string): Promise<boolean> =>
  (await db.prisma.customRecipient.count({ where: { campaignId, isActive: true, areaSet: { not: null } }, take: 1 })) > 0;

type Copy = { from: string; to: Pick<Campaign, "id" | "slug"> };
const jsonOrNull = (value: Prisma.JsonValue) => value ?? Prisma.DbNull;

/** What staff worked out about whom to write to: own recipients, positions and letter versions, for a copy of the campaign. */
export const copyTargetWork = async (db: Db, { from, to }: Copy): Promise<void> => {
  const where = { campaignId: from };
  const [recipients, states, versions] = [
    await db.prisma.customRecipient.findMany({ where, omit: { id: true, createdAt: true, updatedAt: true } }),
    await db.prisma.campaignTarget.findMany({ where, omit: { id: true, updatedAt: true } }),
    await db.prisma.letterVersion.findMany({ where, omit: { id: true, createdAt: true, updatedAt: true } }),
  ];
  const moved = { campaignId: to.id };
  await db.prisma.customRecipient.createMany({
    data: recipients.map((row) => ({ ...row, ...moved, campaignSlug: to.slug, translations: jsonOrNull(row.translations) })),
  });
  await db.prisma.campaignTarget.createMany({ data: states.map((row) => ({ ...row, ...moved })) });
  await db.prisma.letterVersion.createMany({
    data: versions.map((row) => ({ ...row, ...moved, translations: jsonOrNull(row.translations) })),
  });
};
