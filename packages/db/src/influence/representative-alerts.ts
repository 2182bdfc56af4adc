import { type RepresentativeAlert, representativeAlertSchema, type RepresentativeChange } from "@cml/domain/influence";
import { type Page, type PageInput, sliceOf } from "@cml/domain/kernel";
import type { Db } from "../client";

/** Live campaigns that write to this person: letters were written to her, staff decided about her, or her whole council is a target. */
export const listCampaignsWritingTo = async (
  db: Db,
  { recipientKey, setSlug }: { recipientKey: string; setSlug: string | null },
): Promise<string[]> => {
  const rows = await db.prisma.$queryRaw<{ id: string }[]>`
    SELECT c."id" FROM "Campaign" c
    WHERE c."status" = 'ACTIVE' AND NOT c."isDemo" AND (
      EXISTS (SELECT 1 FROM "CampaignEmail" e WHERE e."campaignId" = c."id" AND e."recipientKey" = ${recipientKey})
      OR EXISTS (SELECT 1 FROM "CampaignTarget" t WHERE t."campaignId" = c."id" AND t."recipientKey" = ${recipientKey})
      OR (${setSlug}::text IS NOT NULL AND c."targets" @> jsonb_build_array(jsonb_build_object('kind', 'WHOLE_COUNCIL', 'setSlug', ${setSlug}::text)))
    )`;
  return rows.map(({ id }) => id);
};

/** One unseen alert for each campaign, person and kind: the same member comes back for every code of her district. */
export const insertAlert = async (
  db: Db,
  { id, campaignId, change, now }: { id: string; campaignId: string; change: RepresentativeChange; now: Date },
): Promise<boolean> => {
  const { kind, ...facts } = change;
  const rows = await db.prisma.$executeRaw`
    INSERT INTO "RepresentativeAlert" ("id", "campaignId", "kind", "facts", "createdAt")
    SELECT ${id}::uuid, ${campaignId}::uuid, ${kind}, ${JSON.stringify(facts)}::jsonb, ${now}
    WHERE NOT EXISTS (
      SELECT 1 FROM "RepresentativeAlert" a
      WHERE a."campaignId" = ${campaignId}::uuid AND a."kind" = ${kind} AND a."seenAt" IS NULL AND a."facts"->>'recipientKey' = ${facts.recipientKey}
        AND a."facts"->>'after' IS NOT DISTINCT FROM ${facts.after} AND a."facts"->>'emailAfter' IS NOT DISTINCT FROM ${facts.emailAfter}
    )`;
  return rows === 1;
};

/** Those of one owner's campaigns, or all with null. */
const ofOwner = (ownerId: string | null) => (ownerId === null ? {} : { campaign: { createdByUserId: ownerId } });

/** Unseen first, then the newest. */
export const listAlerts = async (db: Db, ownerId: string | null, input: PageInput): Promise<Page<RepresentativeAlert>> => {
  const { offset, limit } = sliceOf(input);
  const where = ofOwner(ownerId);
  const total = await db.prisma.representativeAlert.count({ where });
  const rows = await db.prisma.representativeAlert.findMany({
    where,
    include: { campaign: { select: { title: true } } },
    orderBy: [{ seenAt: { sort: "desc", nulls: "first" } }, { createdAt: "desc" }, { id: "desc" }],
    skip: offset,
    take: limit,
  });
  const items = rows.map(({ facts, campaign, ...row }) =>
    representativeAlertSchema.parse({ ...(facts as object), ...row, campaignTitle: campaign?.title ?? null }),
  );
  return { items, total, page: input.page, pageSize: input.pageSize };
};

export const countUnseenAlerts = (db: Db, ownerId: string | null): Promise<number> =>
  db.prisma.representativeAlert.count({ where: { seenAt: null, ...ofOwner(ownerId) } });

/** One alert, or with null all that nobody has seen. */
export const markAlertsSeen = async (
  db: Db,
  { id, ownerId, userId, now }: { id: string | null; ownerId: string | null; userId: string | null; now: Date },
): Promise<number> => {
  const where = { seenAt: null, ...(id === null ? {} : { id }), ...ofOwner(ownerId) };
  return (await db.prisma.representativeAlert.updateMany({ where, data: { seenAt: now, seenByUserId: userId } })).count;
};
