import { type GovernmentLevel, type ReplyStatistics, replyStatisticsRows } from "@cml/domain/influence";
import type { Db } from "../client";
import { toldLettersSql } from "./told-letters-sql";

type Told = {
  grouping: number;
  day: string | null;
  level: GovernmentLevel | null;
  partyName: string | null;
  replies: number;
  medianDays: number | null;
};
type Sums = { grouping: number; level: GovernmentLevel | null; partyName: string | null; representatives: number } & Pick<
  ReplyStatistics["total"],
  "handedOver" | "returned" | "replies" | "acknowledged" | "notSatisfied" | "nothing"
>;

/** What became of the letters of one campaign, days in `timeZone`. Only letters about which something is known are read. */
export const countReplyStatistics = async (db: Db, campaignId: string, timeZone: string): Promise<ReplyStatistics> => {
  const [sums, told, people, followUps] = await Promise.all([
    db.pool.query<Sums>(sumsSql, [campaignId]),
    db.pool.query<Told>(toldSql, [timeZone, campaignId]),
    db.pool.query<ReplyStatistics["representatives"][number] & { countedAt: Date }>(peopleSql, [campaignId]),
    db.pool.query<ReplyStatistics["followUps"]>(followUpsSql, [campaignId]),
  ]);
  const grouped = (grouping: number) => sums.rows.filter((row) => row.grouping === grouping);
  const median = (grouping: number, key: string | null) =>
    told.rows.find((row) => row.grouping === grouping && (row.level ?? row.partyName) === key)?.medianDays ?? null;
  const [all] = grouped(3);
  const representativeCount = all?.representatives ?? 0;
  return {
    total: {
      handedOver: all?.handedOver ?? 0,
      returned: all?.returned ?? 0,
      replies: all?.replies ?? 0,
      acknowledged: all?.acknowledged ?? 0,
      notSatisfied: all?.notSatisfied ?? 0,
      nothing: all?.nothing ?? 0,
      medianDays: median(7, null),
    },
    byLevel: grouped(1).map((row) => ({ ...countsOf(row), key: row.level, medianDays: median(5, row.level) })),
    byParty: grouped(2).map((row) => ({ ...countsOf(row), key: row.partyName, medianDays: median(6, row.partyName) })),
    representatives: people.rows,
    representativeCount,
    byDay: told.rows.flatMap(({ grouping, day, replies }) => (grouping === 3 && day !== null ? [{ day, replies }] : [])),
    followUps: followUps.rows[0] ?? { people: 0, asked: 0, answered: 0, stopped: 0 },
    countedAt: people.rows.reduce<Date | null>((last, { countedAt }) => (last === null || countedAt > last ? countedAt : last), null),
  };
};

const countsOf = ({ handedOver, returned, replies, representatives }: Sums) => ({ handedOver, returned, replies, representatives });

// In GROUPING() the first column is the highest bit, and a bit stands for a column that is summed over.
const sumsSql = `
  SELECT GROUPING("level", "partyName") AS grouping, "level", "partyName", count(*)::int AS representatives,
         coalesce(sum("handedOver"), 0)::int AS "handedOver", coalesce(sum("returned"), 0)::int AS "returned",
         coalesce(sum("replies"), 0)::int AS "replies", coalesce(sum("acknowledged"), 0)::int AS "acknowledged",
         coalesce(sum("notSatisfied"), 0)::int AS "notSatisfied", coalesce(sum("nothing"), 0)::int AS "nothing"
  FROM "ReplyFacts" WHERE "campaignId" = $1 AND "handedOver" > 0
  GROUP BY GROUPING SETS (("level"), ("partyName"), ()) ORDER BY 5 DESC`;

const toldSql = `
  SELECT GROUPING(told."repliedOn", d."level", d."partyName") AS grouping, to_char(told."repliedOn", 'YYYY-MM-DD') AS day, d."level",
         d."partyName", count(*)::int AS replies,
         percentile_cont(0.5) WITHIN GROUP (ORDER BY greatest(0, told."repliedOn" - told."leftOn")) AS "medianDays"
  FROM (SELECT *, true AS "recount" FROM "ReplyFacts" WHERE "campaignId" = $2 AND "replies" > 0) d
  CROSS JOIN LATERAL (${toldLettersSql}) told
  WHERE told."replied"
  GROUP BY GROUPING SETS ((told."repliedOn"), (d."level"), (d."partyName"), ())
  ORDER BY told."repliedOn"`;

const peopleSql = `
  SELECT "recipientKey", "name", "title", "level", "partyName", "position", "handedOver", "returned", "replies", "notSatisfied", "medianDays",
         "countedAt"
  FROM "ReplyFacts" WHERE "campaignId" = $1 AND "handedOver" > 0
  ORDER BY "handedOver" - "returned" DESC, "name" LIMIT ${replyStatisticsRows}`;

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
