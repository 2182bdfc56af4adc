import {
  type ListReplyRecordsInput,
  medianOfDays,
  mergeHistograms,
  type ReplyHistogram,
  type ReplyRecord,
  type ReplyRecordDetail,
} from "@cml/domain/influence";
import { type Page, sliceOf } from "@cml/domain/kernel";
import type { Db } from "../client";
import { escapeLike } from "../escape-like";

type Counted = Omit<ReplyRecord, "medianDays">;

const order = {
  LETTERS: `"handedOver" DESC, "name"`,
  REPLIES: `"replies" DESC, "handedOver" DESC, "name"`,
  NAME: `"name", "recipientKey"`,
};

// A person may be named differently in each campaign: the newest count names her.
const groupedSql = `
  SELECT f."recipientKey", (array_agg(f."name" ORDER BY f."countedAt" DESC))[1] AS "name",
         (array_agg(f."title" ORDER BY f."countedAt" DESC))[1] AS "title", (array_agg(f."level" ORDER BY f."countedAt" DESC))[1] AS "level",
         (array_agg(f."partyName" ORDER BY f."countedAt" DESC))[1] AS "partyName", count(*)::int AS "campaigns",
         sum(f."handedOver")::int AS "handedOver", sum(f."returned")::int AS "returned", sum(f."replies")::int AS "replies"
  FROM "ReplyFacts" f JOIN "Campaign" c ON c."id" = f."campaignId"
  WHERE ($1::uuid IS NULL OR c."createdByUserId" = $1) AND f."handedOver" > 0`;

type Asked = ListReplyRecordsInput & { ownerId: string | null };

/** Representatives over the campaigns of one owner (null: everybody's), a page at a time. */
export const listReplyRecords = async (db: Db, { ownerId, ...asked }: Asked): Promise<Page<ReplyRecord>> => {
  const { page, pageSize, search, level, sort } = asked;
  const { offset, limit } = sliceOf(asked);
  const { rows } = await db.pool.query<Counted & { total: number }>(
    `SELECT *, count(*) OVER ()::int AS total FROM (
       ${groupedSql} AND ($2::text IS NULL OR f."name" ILIKE $2 OR f."title" ILIKE $2) AND ($3::"GovernmentLevel" IS NULL OR f."level" = $3)
       GROUP BY f."recipientKey"
     ) people ORDER BY ${order[sort]} OFFSET $4 LIMIT $5`,
    [ownerId, search === "" ? null : `%${escapeLike(search)}%`, level, offset, limit],
  );
  const keys = rows.map(({ recipientKey }) => recipientKey);
  const days = await medianDaysOf(db, { keys, ownerId });
  const items = rows.map(({ total: _total, ...row }) => ({ ...row, medianDays: days.get(row.recipientKey) ?? null }));
  return { items, total: rows[0]?.total ?? 0, page, pageSize };
};

/** One representative over campaigns; null where nobody wrote to her in any of them. */
export const findReplyRecord = async (
  db: Db,
  { recipientKey, ownerId }: { recipientKey: string; ownerId: string | null },
): Promise<ReplyRecordDetail | null> => {
  const { rows } = await db.pool.query<Counted>(`${groupedSql} AND f."recipientKey" = $2 GROUP BY f."recipientKey"`, [
    ownerId,
    recipientKey,
  ]);
  const [record] = rows;
  if (record === undefined) return null;
  const [days, byCampaign] = await Promise.all([
    medianDaysOf(db, { keys: [recipientKey], ownerId }),
    db.pool.query<ReplyRecordDetail["byCampaign"][number]>(byCampaignSql, [ownerId, recipientKey]),
  ]);
  return { ...record, medianDays: days.get(recipientKey) ?? null, byCampaign: byCampaign.rows };
};

const byCampaignSql = `
  SELECT f."campaignId", c."title" AS "campaignTitle", c."status", f."position", t."positionSource", f."handedOver", f."returned", f."replies",
         f."acknowledged", f."notSatisfied", f."nothing", f."medianDays"
  FROM "ReplyFacts" f JOIN "Campaign" c ON c."id" = f."campaignId"
  LEFT JOIN "CampaignTarget" t ON t."campaignId" = f."campaignId" AND t."recipientKey" = f."recipientKey"
  WHERE ($1::uuid IS NULL OR c."createdByUserId" = $1) AND f."recipientKey" = $2 AND f."handedOver" > 0
  ORDER BY c."createdAt" DESC LIMIT 200`;

/** Medians over letters, not over campaigns: a campaign with three letters must not weigh as much as one with three thousand. */
const medianDaysOf = async (db: Db, { keys, ownerId }: { keys: string[]; ownerId: string | null }): Promise<Map<string, number | null>> => {
  const { rows } = await db.pool.query<{ recipientKey: string; histograms: ReplyHistogram[] }>(
    `SELECT f."recipientKey", jsonb_agg(f."repliesAfter") AS histograms FROM "ReplyFacts" f JOIN "Campaign" c ON c."id" = f."campaignId"
     WHERE f."recipientKey" = ANY ($1) AND f."replies" > 0 AND ($2::uuid IS NULL OR c."createdByUserId" = $2) GROUP BY 1`,
    [keys, ownerId],
  );
  return new Map(rows.map(({ recipientKey, histograms }) => [recipientKey, medianOfDays(mergeHistograms(histograms))]));
};
