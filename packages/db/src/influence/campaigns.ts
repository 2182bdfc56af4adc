import {
  type Campaign,
  type CampaignOwner,
  type CampaignSort,
  type CampaignSummary,
  campaignSummarySchema,
  type CreateCampaignInput,
  type ListCampaignsInput,
  targetRulesSchema,
} from "@cml/domain/influence";
import { type Page, sliceOf, translationsSchema } from "@cml/domain/kernel";
import type { Db } from "../client";
import { findSlugHolder, lockSlugs } from "./campaign-slugs";
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

export const findCampaigns = async (db: Db, ids: string[]): Promise<Campaign[]> =>
  (await db.prisma.campaign.findMany({ where: { id: { in: ids } } })).map(toCampaign);

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

const summaryColumns = Object.fromEntries(Object.keys(campaignSummarySchema.shape).map((name) => [name, true])) as Record<
  keyof CampaignSummary,
  true
>;

/** Natural direction and its reverse; the id decides between equals, so that no row is on two pages. */
const orderOf = (sort: CampaignSort, reversed: boolean): Prisma.CampaignOrderByWithRelationInput[] => {
  const down = reversed ? "asc" : "desc";
  const up = reversed ? "desc" : "asc";
  const orders: Record<CampaignSort, Prisma.CampaignOrderByWithRelationInput> = {
    newest: { createdAt: down },
    updated: { updatedAt: down },
    title: { title: up },
    letters: { emailCount: down },
    calls: { callCount: down },
  };
  return [orders[sort], { id: down }];
};

/** `ownerId` null lists everybody's. Counts are the stored ones, so nothing is asked of the letters. */
export const listCampaigns = async (
  db: Db,
  ownerId: string | null,
  input: Omit<ListCampaignsInput, "ownerId">,
): Promise<Page<CampaignSummary>> => {
  const { search, status, level, sort, reversed, page, pageSize } = input;
  const { offset, limit } = sliceOf(input);
  const contains = { contains: escapeLike(search), mode: "insensitive" as const };
  const where: Prisma.CampaignWhereInput = {
    ...(ownerId === null ? {} : { createdByUserId: ownerId }),
    ...(status === null ? {} : { status }),
    ...(level === null ? {} : { targetGovernmentLevels: { has: level } }),
    ...(search === "" ? {} : { OR: [{ title: contains }, { description: contains }, { slug: contains }] }),
  };
  const [items, total] = await Promise.all([
    db.prisma.campaign.findMany({ where, select: summaryColumns, orderBy: orderOf(sort, reversed), skip: offset, take: limit }),
    db.prisma.campaign.count({ where }),
  ]);
  return { items, total, page, pageSize };
};

/** Whose campaigns there are, most campaigns first. */
export const listCampaignOwners = async (db: Db): Promise<CampaignOwner[]> => {
  const groups = await db.prisma.campaign.groupBy({ by: ["createdByUserId"], _count: true, where: { createdByUserId: { not: null } } });
  const counts = new Map(groups.flatMap(({ createdByUserId, _count }) => (createdByUserId === null ? [] : [[createdByUserId, _count]])));
  const users = await db.prisma.user.findMany({ where: { id: { in: [...counts.keys()] } }, select: { id: true, name: true } });
  return users
    .map(({ id, name }) => ({ id, name, campaigns: counts.get(id) ?? 0 }))
    .sort((one, another) => another.campaigns - one.campaigns || (one.name < another.name ? -1 : 1))
    .slice(0, 200);
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

/** Null when the slug is taken, be it as another campaign's former one. Name and address of the author are kept beside the id, as the seed has them. */
export const insertCampaign = async (db: Db, { now, translations, ...campaign }: NewCampaign): Promise<Campaign | null> => {
  const author =
    campaign.createdByUserId === null
      ? null
      : await db.prisma.user.findUnique({ where: { id: campaign.createdByUserId }, select: { id: true, email: true, name: true } });
  // Asked first: inside a transaction a broken unique rule would end it; the rule still holds against a race.
  await lockSlugs(db);
  if ((await findSlugHolder(db, campaign.slug)) !== null) return null;
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
  Partial<Pick<Campaign, "status" | "translations" | "publishedAt" | "previewVersion">> & { updatedAt: Date };

export const updateCampaign = async (db: Db, id: string, { translations, ...changes }: CampaignChanges): Promise<Campaign> => {
  const data = { ...changes, ...(translations === undefined ? {} : { translations: jsonOrNull(translations) }) };
  return toCampaign(await db.prisma.campaign.update({ where: { id }, data }));
};

/** Locks the row until the transaction ends, so that two changes of status follow one another. */
export const lockCampaign = async (db: Db, id: string): Promise<Campaign | null> => {
  await db.prisma.$queryRaw`SELECT 1 FROM "Campaign" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return findCampaign(db, id);
};
