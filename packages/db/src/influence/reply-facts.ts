import { type PublicReplyFacts, replyFactsFloor, replyFactsRows } from "@cml/domain/influence";
import type { Db } from "../client";
import { rawTransaction } from "../transaction";
import { toldLettersSql } from "./told-letters-sql";

/** Facts that may be shown to everybody: of representatives with letters enough, those with most letters first. */
export const listPublicReplyFacts = async (db: Db, campaignId: string): Promise<PublicReplyFacts[]> => {
  const { rows } = await db.pool.query<PublicReplyFacts>(
    `SELECT "recipientKey", "name", "title", "level", "partyName", "position", "handedOver", "returned", "replies", "medianDays"
     FROM "ReplyFacts" WHERE "campaignId" = $1 AND "handedOver" - "returned" >= ${replyFactsFloor}
     ORDER BY "handedOver" - "returned" DESC, "name" LIMIT ${replyFactsRows}`,
    [campaignId],
  );
  return rows;
};

// Many at once: a representative about whom much was noted is counted once for all of it.
const batchSize = 200_000;
type Counting = { timeZone: string; now: Date };

/**
 * Brings the facts up to date with what triggers noted since the last time: letters by adding what changed, answers by counting
 * anew, and only of representatives about whose answers something changed. Gives how many notes were worked off. Days are those
 * of `timeZone`.
 */
export const countReplyFacts = async (db: Db, counting: Counting): Promise<number> => {
  let worked = 0;
  for (let batch = batchSize; batch === batchSize; worked += batch) batch = await workOff(db, counting);
  return worked;
};

const workOff = (db: Db, { timeZone, now }: Counting): Promise<number> =>
  rawTransaction(db, async (client) => {
    // Two that count at once would each miss what the other has taken.
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended('reply-facts', 0))");
    const { rows } = await client.query<{ notes: number }>(countSql, [timeZone, now]);
    return rows[0]?.notes ?? 0;
  });

const countsSql = `
  WITH told AS MATERIALIZED (
    SELECT *, greatest(0, "repliedOn" - "leftOn") AS "days" FROM (${toldLettersSql}) letters
  )
  SELECT count(*) FILTER (WHERE "replied")::int AS "replies",
         count(*) FILTER (WHERE NOT "replied" AND "outcome" = 'ACKNOWLEDGED')::int AS "acknowledged",
         count(*) FILTER (WHERE NOT "replied" AND "outcome" = 'NOTHING')::int AS "nothing",
         count(*) FILTER (WHERE "outcome" = 'NOT_SATISFACTORY')::int AS "notSatisfied",
         percentile_cont(0.5) WITHIN GROUP (ORDER BY "days") FILTER (WHERE "replied") AS "medianDays",
         (SELECT coalesce(jsonb_object_agg("repliedOn", n), '{}') FROM (
            SELECT "repliedOn", count(*) AS n FROM told WHERE "replied" AND "repliedOn" IS NOT NULL GROUP BY 1) by_day) AS "repliesByDay",
         (SELECT coalesce(jsonb_object_agg("days", n), '{}') FROM (
            SELECT "days", count(*) AS n FROM told WHERE "replied" AND "days" IS NOT NULL GROUP BY 1) after) AS "repliesAfter"
  FROM told`;

// One statement: notes go and sums grow together. Where nothing about answers changed, -1 stands for "as it was".
const countSql = `
  WITH taken AS (
    DELETE FROM "ReplyTally" WHERE "id" IN (SELECT "id" FROM "ReplyTally" ORDER BY "id" LIMIT ${batchSize})
    RETURNING "campaignId", "recipientKey", "handedOver", "returned", "replies"
  ), due AS (
    SELECT s.*, s."replies" OR f."id" IS NULL AS "recount"
    FROM (
      SELECT "campaignId", "recipientKey", sum("handedOver")::int AS "handedOver", sum("returned")::int AS "returned",
             bool_or("replies") AS "replies"
      FROM taken GROUP BY 1, 2
    ) s
    LEFT JOIN "ReplyFacts" f ON f."campaignId" = s."campaignId" AND f."recipientKey" = s."recipientKey"
    WHERE (f."id" IS NOT NULL OR s."handedOver" <> 0) AND EXISTS (SELECT 1 FROM "Campaign" c WHERE c."id" = s."campaignId")
  ), written AS (
    INSERT INTO "ReplyFacts" AS f ("id", "campaignId", "recipientKey", "name", "title", "level", "partyName", "position", "handedOver",
                                   "returned", "replies", "acknowledged", "nothing", "notSatisfied", "medianDays", "repliesByDay",
                                   "repliesAfter", "countedAt")
    SELECT gen_random_uuid(), d."campaignId", d."recipientKey", coalesce(t."name", l."recipientName", ''),
           coalesce(t."title", l."recipientTitle"), coalesce(t."level", l."recipientLevel"), coalesce(t."partyName", l."recipientParty"),
           coalesce(t."position", 'UNKNOWN'), d."handedOver", d."returned", CASE WHEN d."recount" THEN c."replies" ELSE -1 END,
           c."acknowledged", c."nothing", c."notSatisfied", c."medianDays",
           c."repliesByDay", c."repliesAfter", $2
    FROM due d
    LEFT JOIN "CampaignTarget" t ON t."campaignId" = d."campaignId" AND t."recipientKey" = d."recipientKey"
    LEFT JOIN LATERAL (
      SELECT "recipientName", "recipientTitle", "recipientLevel", "recipientParty" FROM "CampaignEmail" e
      WHERE e."campaignId" = d."campaignId" AND e."recipientKey" = d."recipientKey" LIMIT 1
    ) l ON true
    CROSS JOIN LATERAL (${countsSql}) c
    ON CONFLICT ("campaignId", "recipientKey") DO UPDATE SET
      "name" = excluded."name", "title" = excluded."title", "level" = excluded."level", "partyName" = excluded."partyName",
      "position" = excluded."position", "handedOver" = f."handedOver" + excluded."handedOver",
      "returned" = f."returned" + excluded."returned",
      "replies" = CASE WHEN excluded."replies" < 0 THEN f."replies" ELSE excluded."replies" END,
      "acknowledged" = CASE WHEN excluded."replies" < 0 THEN f."acknowledged" ELSE excluded."acknowledged" END,
      "nothing" = CASE WHEN excluded."replies" < 0 THEN f."nothing" ELSE excluded."nothing" END,
      "notSatisfied" = CASE WHEN excluded."replies" < 0 THEN f."notSatisfied" ELSE excluded."notSatisfied" END,
      "medianDays" = CASE WHEN excluded."replies" < 0 THEN f."medianDays" ELSE excluded."medianDays" END,
      "repliesByDay" = CASE WHEN excluded."replies" < 0 THEN f."repliesByDay" ELSE excluded."repliesByDay" END,
      "repliesAfter" = CASE WHEN excluded."replies" < 0 THEN f."repliesAfter" ELSE excluded."repliesAfter" END,
      "countedAt" = excluded."countedAt"
  )
  SELECT count(*)::int AS "notes" FROM taken`;
