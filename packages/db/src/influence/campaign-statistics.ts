import {
  type CampaignEmailStatus,
  type CampaignStatistics,
  type EmailMethod,
  type GovernmentLevel,
  statisticsRows,
} from "@cml/domain/influence";
import type { Db } from "../client";

export type LetterCounts = Omit<CampaignStatistics, "byTarget" | "calls" | "byDay"> & {
  byDay: { day: string; letters: number }[];
  byRecipient: { recipientKey: string; letters: number }[];
};

// In the order of the GROUPING() call: the first is its highest bit, and a bit stands for a column that is summed over.
const columns = ["day", "recipientKey", "recipientLevel", "emailMethod", "status", "source"] as const;
type Column = (typeof columns)[number];
const total = (1 << columns.length) - 1;
const groupingOf = (column: Column): number => total - (1 << (columns.length - 1 - columns.indexOf(column)));

type Group = {
  grouping: number;
  day: string | null;
  recipientKey: string | null;
  recipientLevel: GovernmentLevel | null;
  emailMethod: EmailMethod;
  status: CampaignEmailStatus;
  source: string | null;
  letters: number;
  edited: number;
  meanShare: number;
};

/**
 * How the finished letters of one campaign are spread, days in `timeZone`: one pass over an index that holds all it asks for
 * (CampaignEmail_statistics_idx), whatever the letters' texts weigh.
 */
export const countCampaignLetters = async (db: Db, campaignId: string, timeZone: string): Promise<LetterCounts> => {
  const [{ rows }, unfinished] = await Promise.all([
    db.pool.query<Group>(
      `SELECT GROUPING(day, "recipientKey", "recipientLevel", "emailMethod", "status", "source") AS grouping,
              to_char(day, 'YYYY-MM-DD') AS day, "recipientKey", "recipientLevel", "emailMethod", "status", "source",
              count(*)::int AS letters, count(*) FILTER (WHERE "editedShare" > 0)::int AS edited,
              coalesce(avg("editedShare") FILTER (WHERE "editedShare" > 0), 0)::float8 AS "meanShare"
       FROM (
         SELECT ("createdAt" AT TIME ZONE $2)::date AS day, "recipientKey", "recipientLevel", "emailMethod", "status", "source", "editedShare"
         FROM "CampaignEmail" WHERE "campaignId" = $1 AND NOT "isTest" AND "status" <> 'USER_INFO_CAPTURED'
       ) finished
       GROUP BY GROUPING SETS ((day), ("recipientKey"), ("recipientLevel"), ("emailMethod"), ("status"), ("source"), ())
       ORDER BY letters DESC`,
      [campaignId, timeZone],
    ),
    db.prisma.campaignEmail.count({ where: { campaignId, status: "USER_INFO_CAPTURED", isTest: false } }),
  ]);
  return { ...spread(rows), unfinished };
};

const spread = (rows: Group[]): Omit<LetterCounts, "unfinished"> => {
  const groups = (column: Column) => rows.filter(({ grouping }) => grouping === groupingOf(column));
  const all = rows.find(({ grouping }) => grouping === total);
  return {
    letters: all?.letters ?? 0,
    edited: { letters: all?.edited ?? 0, meanShare: all?.meanShare ?? 0 },
    byDay: groups("day")
      .flatMap(({ day, letters }) => (day === null ? [] : [{ day, letters }]))
      .sort((one, another) => (one.day < another.day ? -1 : 1)),
    byLevel: groups("recipientLevel").map(({ recipientLevel, letters }) => ({ key: recipientLevel, letters })),
    byMethod: groups("emailMethod").map(({ emailMethod, letters }) => ({ key: emailMethod, letters })),
    byStatus: groups("status").map(({ status, letters }) => ({ key: status, letters })),
    bySource: groups("source")
      .slice(0, statisticsRows)
      .map(({ source, letters }) => ({ key: source, letters })),
    byRecipient: groups("recipientKey")
      .flatMap(({ recipientKey, letters }) => (recipientKey === null ? [] : [{ recipientKey, letters }]))
      .slice(0, statisticsRows),
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
