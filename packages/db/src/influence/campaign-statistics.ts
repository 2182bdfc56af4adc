import { type CampaignStatistics, type EmailMethod, type GovernmentLevel, type LetterFate, statisticsRows } from "@cml/domain/influence";
import type { Db } from "../client";

export type LetterCounts = Omit<CampaignStatistics, "byTarget" | "calls" | "byDay"> & {
  byDay: { day: string; letters: number }[];
  byRecipient: { recipientKey: string; letters: number }[];
};

// In the order of the GROUPING() call: the first is its highest bit, and a bit stands for a column that is summed over.
const columns = ["day", "recipientLevel", "emailMethod", "status", "source"] as const;
type Column = (typeof columns)[number];
const total = (1 << columns.length) - 1;
const groupingOf = (column: Column): number => total - (1 << (columns.length - 1 - columns.indexOf(column)));

type Group = {
  grouping: number;
  day: string | null;
  recipientLevel: GovernmentLevel | null;
  emailMethod: EmailMethod;
  status: LetterFate;
  source: string | null;
  letters: number;
  edited: number;
  shares: number;
};

/**
 * How the finished letters of one campaign are spread, days in `timeZone`. Read from the tallies that each change of a letter
 * keeps in its own transaction: exact at any moment, whatever the number of letters.
 */
export const countCampaignLetters = async (db: Db, campaignId: string, timeZone: string): Promise<LetterCounts> => {
  const [{ rows }, byRecipient] = await Promise.all([
    db.pool.query<Group>(
      `WITH placed AS MATERIALIZED (
         SELECT ("halfHour" AT TIME ZONE $2)::date AS day, "recipientLevel", "emailMethod", "source",
                CASE WHEN "status" = 'FAILED' AND "returned" THEN 'RETURNED' ELSE "status"::text END AS "status",
                sum("letters") AS letters, sum("edited") AS edited, sum("shares") AS shares
         FROM "LetterTally" WHERE "campaignId" = $1
         GROUP BY 1, 2, 3, 4, 5
       )
       SELECT GROUPING(day, "recipientLevel", "emailMethod", "status", "source") AS grouping,
              to_char(day, 'YYYY-MM-DD') AS day, "recipientLevel", "emailMethod", "status", "source",
              sum(letters)::int AS letters, sum(edited)::int AS edited, coalesce(sum(shares), 0)::float8 AS shares
       FROM placed WHERE "status" <> 'USER_INFO_CAPTURED'
       GROUP BY GROUPING SETS ((day), ("recipientLevel"), ("emailMethod"), ("status"), ("source"), ())
       HAVING sum(letters) > 0
       UNION ALL
       SELECT -1, NULL, NULL, NULL, NULL, NULL, coalesce(sum(letters), 0)::int, 0, 0 FROM placed WHERE "status" = 'USER_INFO_CAPTURED'
       ORDER BY letters DESC`,
      [campaignId, timeZone],
    ),
    countRecipients(db, campaignId),
  ]);
  return { ...spread(rows), byRecipient };
};

/** Letters for each recipient, most first. */
const countRecipients = async (db: Db, campaignId: string): Promise<LetterCounts["byRecipient"]> => {
  const { rows } = await db.pool.query<LetterCounts["byRecipient"][number]>(
    `SELECT "recipientKey", sum("letters")::int AS letters FROM "RecipientTally" WHERE "campaignId" = $1
     GROUP BY 1 HAVING sum("letters") > 0 ORDER BY 2 DESC LIMIT ${statisticsRows}`,
    [campaignId],
  );
  return rows;
};

const spread = (rows: Group[]): Omit<LetterCounts, "byRecipient"> => {
  const groups = (column: Column) => rows.filter(({ grouping }) => grouping === groupingOf(column));
  const all = rows.find(({ grouping }) => grouping === total);
  const edited = all?.edited ?? 0;
  return {
    letters: all?.letters ?? 0,
    unfinished: rows.find(({ grouping }) => grouping === -1)?.letters ?? 0,
    edited: { letters: edited, meanShare: edited === 0 ? 0 : (all?.shares ?? 0) / edited },
    byDay: groups("day")
      .flatMap(({ day, letters }) => (day === null ? [] : [{ day, letters }]))
      .sort((one, another) => (one.day < another.day ? -1 : 1)),
    byLevel: groups("recipientLevel").map(({ recipientLevel, letters }) => ({ key: recipientLevel, letters })),
    byMethod: groups("emailMethod").map(({ emailMethod, letters }) => ({ key: emailMethod, letters })),
    byStatus: groups("status").map(({ status, letters }) => ({ key: status, letters })),
    bySource: groups("source")
      .slice(0, statisticsRows)
      .map(({ source, letters }) => ({ key: source, letters })),
  };
};

/** Who recipient keys are, as the newest letter or call names them. */
export const nameRecipients = async (
  db: Db,
  campaignId: string,
  keys: readonly string[],
): Promise<Map<string, { name: string; title: string }>> => {
  const { rows } = await db.pool.query<{ key: string; name: string; title: string | null }>(
    `SELECT k.key, coalesce(l."recipientName", c."representativeName", '') AS name,
            coalesce(l."recipientTitle", c."representativeTitle") AS title
     FROM unnest($2::text[]) AS k(key)
     LEFT JOIN LATERAL (
       SELECT "recipientName", "recipientTitle" FROM "CampaignEmail" e
       WHERE e."campaignId" = $1 AND e."recipientKey" = k.key LIMIT 1
     ) l ON true
     LEFT JOIN LATERAL (
       SELECT "representativeName", "representativeTitle" FROM "Call" c
       WHERE l."recipientName" IS NULL AND c."campaignId" = $1 AND c."recipientKey" = k.key LIMIT 1
     ) c ON true`,
    [campaignId, keys],
  );
  return new Map(rows.map(({ key, name, title }) => [key, { name, title: title ?? "" }]));
};

export type CallCounts = {
  total: number;
  byDay: { day: string; calls: number }[];
  byOutcome: { outcome: string | null; calls: number }[];
  byRecipient: { recipientKey: string; calls: number }[];
};

/** The campaign's calls: all results by outcome; days and people only of those with an outcome in `counted`. */
export const countCampaignCalls = async (
  db: Db,
  campaignId: string,
  { timeZone, counted }: { timeZone: string; counted: readonly string[] },
): Promise<CallCounts> => {
  type Row = { grouping: number; day: string | null; outcome: string | null; recipientKey: string | null; calls: number; counted: number };
  const { rows } = await db.pool.query<Row>(
    `SELECT GROUPING(day, "outcome", "recipientKey") AS grouping, to_char(day, 'YYYY-MM-DD') AS day, "outcome", "recipientKey",
            count(*)::int AS calls, count(*) FILTER (WHERE "outcome" = ANY($3::text[]))::int AS counted
     FROM (SELECT ("calledAt" AT TIME ZONE $2)::date AS day, "outcome", "recipientKey" FROM "Call" WHERE "campaignId" = $1) made
     GROUP BY GROUPING SETS ((day), ("outcome"), ("recipientKey"), ())
     ORDER BY counted DESC, calls DESC`,
    [campaignId, timeZone, counted],
  );
  const heard = rows.filter((row) => row.counted > 0);
  return {
    total: rows.find(({ grouping }) => grouping === 7)?.counted ?? 0,
    byDay: heard.flatMap(({ grouping, day, counted: calls }) => (grouping === 3 && day !== null ? [{ day, calls }] : [])),
    byOutcome: rows.filter(({ grouping }) => grouping === 5).map(({ outcome, calls }) => ({ outcome, calls })),
    byRecipient: heard.flatMap(({ grouping, recipientKey, counted: calls }) =>
      grouping === 6 && recipientKey !== null ? [{ recipientKey, calls }] : [],
    ),
  };
};
