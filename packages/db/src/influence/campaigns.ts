import { type Campaign, type CreateCampaignInput, type ListCampaignsInput, targetRulesSchema } from "@cml/domain/influence";
import { type Page, sliceOf, translationsSchema } from "@cml/domain/kernel";
import type { Db } from "../client";
import { isUniqueViolation } from "../errors";
import { Prisma } from "../generated/client";
import { escapeLike } from "../escape-like";

type Row = Prisma.CampaignGetPayload<object>;
// The columns are ours and typed by Prisma; only the JSON needs reading.
export const toCampaign = (row: Row): Campaign => ({
  ...row,
  translations: translationsSchema.nullable().catch(null).parse(row.translations),
  targets: targetRulesSchema.parse(row.targets),
});
const jsonOrNull = (value: object | null) => value ?? Prisma.DbNull;

export const findCampaign = async (db: Db, id: string): Promise<Campaign | null> => {
  const row = await db.prisma.campaign.findUnique({ where: { id } });
  return row === null ? null : toCampaign(row);
};

export const findCampaignBySlug = async (db: Db, slug: string): Promise<Campaign | null> => {
  const row = await db.prisma.campaign.findUnique({ where: { slug } });
  return row === null ? null : toCampaign(row);
};

/** The campaign whose slug this is or was. */
export const findCampaignByAnySlug = async (db: Db, slug: string): Promise<Campaign | null> => {
  const current = await findCampaignBySlug(db, slug);
  if (current !== null) return current;
  const former = await db.prisma.campaignSlug.findUnique({ where: { slug }, select: { campaign: true } });
  return former === null ? null : toCampaign(former.campaign);
};

/** `ownerId` null lists everybody's. Counts are the stored ones. */
export const listCampaigns = async (db: Db, ownerId: string | null, input: ListCampaignsInput): Promise<Page<Campaign>> => {
  const { search, status, level, sort, page, pageSize } = input;
  const { offset, limit } = sliceOf(input);
  const contains = { contains: escapeLike(search), mode: "insensitive" as const };
  const where: Prisma.CampaignWhereInput = {
    ...(ownerId === null ? {} : { createdByUserId: ownerId }),
    ...(status === null ? {} : { status }),
    ...(level === null ? {} : { targetGovernmentLevels: { has: level } }),
    ...(search === "" ? {} : { OR: [{ title: contains }, { description: contains }, { slug: contains }] }),
  };
  const orders: Record<typeof sort, Prisma.CampaignOrderByWithRelationInput[]> = {
    newest: [{ createdAt: "desc" }, { id: "desc" }],
    title: [{ title: "asc" }, { id: "asc" }],
    letters: [{ emailCount: "desc" }, { id: "desc" }],
  };
  const [rows, total] = await Promise.all([
    db.prisma.campaign.findMany({ where, orderBy: orders[sort], skip: offset, take: limit }),
    db.prisma.campaign.count({ where }),
  ]);
  return { items: rows.map(toCampaign), total, page, pageSize };
};

/** Live campaigns that are not past their end, highlighted ones first. Uses the index on status, highlightCampaign, createdAt. */
export const listActiveCampaigns = async (
  db: Db,
  { now, ...input }: { page: number; pageSize: number; now: Date },
): Promise<Page<Campaign>> => {
  const { offset, limit } = sliceOf(input);
  const where = { status: "ACTIVE" as const, OR: [{ endsAt: null }, { endsAt: { gt: now } }] };
  const [rows, total] = await Promise.all([
    db.prisma.campaign.findMany({
      where,
      orderBy: [{ highlightCampaign: "desc" }, { createdAt: "desc" }, { id: "desc" }],
      skip: offset,
      take: limit,
    }),
    db.prisma.campaign.count({ where }),
  ]);
  return { items: rows.map(toCampaign), total, ...input };
};

export type NewCampaign = CreateCampaignInput & {
  id: string;
  slug: string;
  createdByUserId: string | null;
  isDemo?: boolean;
  now: Date;
};

/** Null when the slug is taken. Name and address of the author are kept beside the id, as the seed has them. */
export const insertCampaign = async (db: Db, { now, translations, ...campaign }: NewCampaign): Promise<Campaign | null> => {
  const author =
    campaign.createdByUserId === null
      ? null
      : await db.prisma.user.findUnique({ where: { id: campaign.createdByUserId }, select: { id: true, email: true, name: true } });
  // Asked first: inside a transaction a broken unique rule would end it; the rule still holds against a race.
  if ((await db.prisma.campaign.count({ where: { slug: campaign.slug } })) > 0) return null;
  const data = {
    ...campaign,
    translations: jsonOrNull(translations),
    createdByUserId: author?.id ?? null,
    createdByUserEmail: author?.email ?? null,
    createdByUserName: author?.name ?? null,
    createdAt: now,
    updatedAt: now,
  };
  try {
    return toCampaign(await db.prisma.campaign.create({ data }));
  } catch (error) {
    if (isUniqueViolation(error, "slug")) return null;
    throw error;
  }
};

export type CampaignChanges = Partial<Omit<CreateCampaignInput, "translations">> &
  Partial<Pick<Campaign, "status" | "translations" | "publishedAt">> & { updatedAt: Date };

export const updateCampaign = async (db: Db, id: string, { translations, ...changes }: CampaignChanges): Promise<Campaign> => {
  const data = { ...changes, ...(translations === undefined ? {} : { translations: jsonOrNull(translations) }) };
  return toCampaign(await db.prisma.campaign.update({ where: { id }, data }));
};

/** Locks the row until the transaction ends, so that two changes of status follow one another. */
export const lockCampaign = async (db: Db, id: string): Promise<Campaign | null> => {
  await db.prisma.$queryRaw`SELECT 1 FROM "Campaign" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return findCampaign(db, id);
};
