import { medianOfDays, mergeHistograms, type ReplyHistogram, type ReplyStatistics, replyStatisticsRows } from "@cml/domain/influence";
import type { Db } from "../client";

type Facts = ReplyStatistics["representatives"][number] & {
  acknowledged: number;
  nothing: number;
  repliesByDay: ReplyHistogram;
  repliesAfter: ReplyHistogram;
  countedAt: Date;
};

type HandOvers = { day: string; handedOver: number };

/** What became of the letters of one campaign. Only what was counted and an index are read, never letters; days are those of `timeZone`. */
export const readReplyStatistics = async (db: Db, campaignId: string, timeZone: string): Promise<ReplyStatistics> => {
  const [facts, handOvers, followUps] = await Promise.all([
    db.pool.query<Facts>(factsSql, [campaignId]),
    db.pool.query<HandOvers>(handOversSql, [campaignId, timeZone]),
    db.pool.query<ReplyStatistics["followUps"]>(followUpsSql, [campaignId]),
  ]);
  const { rows } = facts;
  return {
    total: {
      ...sumOf(rows),
      acknowledged: sum(rows, "acknowledged"),
      notSatisfied: sum(rows, "notSatisfied"),
      nothing: sum(rows, "nothing"),
    },
    byLevel: groupsOf(rows, "level"),
    byParty: groupsOf(rows, "partyName"),
    representatives: rows.slice(0, replyStatisticsRows),
    representativeCount: rows.length,
    byDay: daysOf(handOvers.rows, mergeHistograms(rows.map(({ repliesByDay }) => repliesByDay))),
    followUps: followUps.rows[0] ?? { people: 0, asked: 0, answered: 0, stopped: 0 },
    countedAt: rows.reduce<Date | null>((last, { countedAt }) => (last === null || countedAt > last ? countedAt : last), null),
  };
};

const daysOf = (handOvers: readonly HandOvers[], replies: ReplyHistogram): ReplyStatistics["byDay"] => {
  const days = new Map(handOvers.map(({ day, handedOver }) => [day, { day, handedOver, replies: 0 }]));
  for (const [day, count] of Object.entries(replies)) days.set(day, { day, handedOver: days.get(day)?.handedOver ?? 0, replies: count });
  return [...days.values()].sort((one, other) => (one.day < other.day ? -1 : 1));
};

type Summed = "handedOver" | "returned" | "replies" | "acknowledged" | "notSatisfied" | "nothing";
const sum = (rows: readonly Facts[], what: Summed): number => rows.reduce((all, row) => all + row[what], 0);

const sumOf = (rows: readonly Facts[]) => ({
  handedOver: sum(rows, "handedOver"),
  returned: sum(rows, "returned"),
  replies: sum(rows, "replies"),
  medianDays: medianOfDays(mergeHistograms(rows.map(({ repliesAfter }) => repliesAfter))),
});

/** Sums for each level or party, most letters first. */
const groupsOf = <K extends "level" | "partyName">(rows: readonly Facts[], by: K) => {
  const groups = new Map<Facts[K], Facts[]>();
  for (const row of rows) groups.set(row[by], [...(groups.get(row[by]) ?? []), row]);
  return [...groups]
    .map(([key, members]) => ({ key, representatives: members.length, ...sumOf(members) }))
    .sort((one, other) => other.handedOver - one.handedOver);
};

const factsSql = `
  SELECT "recipientKey", "name", "title", "level", "partyName", "position", "handedOver", "returned", "replies", "acknowledged",
         "notSatisfied", "nothing", "medianDays", "repliesByDay", "repliesAfter", "countedAt"
  FROM "ReplyFacts" WHERE "campaignId" = $1 AND "handedOver" > 0
  ORDER BY "handedOver" - "returned" DESC, "name"`;

const handOversSql = `
  SELECT to_char(coalesce("sentAt", "handedInAt") AT TIME ZONE $2, 'YYYY-MM-DD') AS "day", count(*)::int AS "handedOver"
  FROM "CampaignEmail"
  WHERE "campaignId" = $1 AND "recipientKey" IS NOT NULL AND coalesce("sentAt", "handedInAt") IS NOT NULL
    AND was_handed_over("status", "emailMethod", "keptLocally", "returnedAt", "handedInAt", "isTest")
  GROUP BY 1`;

const followUpsSql = `
  SELECT count(*)::int AS people, count("firstSentAt")::int AS asked,
         count(*) FILTER (WHERE "answeredAt" IS NOT NULL)::int AS answered, count("stoppedAt")::int AS stopped
  FROM "FollowUp" WHERE "campaignId" = $1`;

/** A row of the export: one representative in one campaign. */
export type ExportedReplyFacts = ReplyStatistics["representatives"][number] & {
  campaignTitle: string;
  acknowledged: number;
  nothing: number;
  countedAt: Date;
};

const rowsAtOnce = 1_000;

/** All facts of a campaign, or of a representative in the campaigns of one owner (null: everybody's), read in pieces by key. */
export async function* streamReplyFacts(
  db: Db,
  {
    campaignId = null,
    recipientKey = null,
    ownerId = null,
  }: { campaignId?: string | null; recipientKey?: string | null; ownerId?: string | null },
): AsyncGenerator<ExportedReplyFacts> {
  let after: string | null = null;
  for (;;) {
    const { rows }: { rows: (ExportedReplyFacts & { id: string })[] } = await db.pool.query<ExportedReplyFacts & { id: string }>(
      `SELECT f."id", f."recipientKey", f."name", f."title", f."level", f."partyName", f."position", f."handedOver", f."returned",
              f."replies", f."acknowledged", f."notSatisfied", f."nothing", f."medianDays", f."countedAt", c."title" AS "campaignTitle"
       FROM "ReplyFacts" f JOIN "Campaign" c ON c."id" = f."campaignId"
       WHERE ($1::uuid IS NULL OR f."campaignId" = $1) AND ($2::text IS NULL OR f."recipientKey" = $2)
         AND ($3::uuid IS NULL OR c."createdByUserId" = $3) AND f."handedOver" > 0 AND ($4::uuid IS NULL OR f."id" > $4)
       ORDER BY f."id" LIMIT ${rowsAtOnce}`,
      [campaignId, recipientKey, ownerId, after],
    );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < rowsAtOnce) return;
    after = last.id;
  }
}
