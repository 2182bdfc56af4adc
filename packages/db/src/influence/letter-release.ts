import type { Db } from "../client";
import { campaignHoldSql, houseSql, lastingHoldsSql, letterHoldSql, localTimeSql, parkedSql } from "./letter-hold-sql";

export type ReleaseRule = {
  now: Date;
  /** Letters on the queue at once. */
  atMost: number;
  /** Released before this and not taken: its job is lost. */
  lostBefore: Date;
};

const due = `e."status" = 'QUEUED' AND e."emailMethod" = 'SMTP'
  AND (e."nextAttemptAt" IS NULL OR e."nextAttemptAt" <= $1) AND (e."queuedAt" IS NULL OR e."queuedAt" < $2)`;
const waits = `"status" = 'QUEUED' AND "emailMethod" = 'SMTP'`;

/**
 * Everybody letters wait for, with why she gets none now (`hold`) or how many she may get (`room`, null is no limit). The
 * pairs of campaign and recipient are found by jumping through the index, not by reading all that waits.
 */
const peopleSql = `pair AS (
    (SELECT "campaignId", "recipientEmail" FROM "CampaignEmail" WHERE ${waits} ORDER BY "campaignId", "recipientEmail" LIMIT 1)
    UNION ALL
    SELECT n."campaignId", n."recipientEmail" FROM pair CROSS JOIN LATERAL (
      SELECT "campaignId", "recipientEmail" FROM "CampaignEmail"
      WHERE ${waits} AND ("campaignId", "recipientEmail") > (pair."campaignId", pair."recipientEmail")
      ORDER BY "campaignId", "recipientEmail" LIMIT 1
    ) n
  ), ${houseSql}, camp AS MATERIALIZED (
    SELECT c."id", c."recipientPerHour", c."recipientTotal", ${campaignHoldSql} AS hold,
           c."lettersPerHour" - CASE WHEN c."lettersPerHour" IS NULL THEN NULL ELSE (
             SELECT count(*) FROM "CampaignEmail" x WHERE x."campaignId" = c."id" AND x."queuedAt" > $1::timestamptz - interval '1 hour'
           )::int END AS room
    FROM "Campaign" c CROSS JOIN house ${localTimeSql}
    WHERE c."id" IN (SELECT "campaignId" FROM pair)
  ), hourly AS (
    SELECT x."campaignId", x."recipientEmail", count(*)::int AS n
    FROM "CampaignEmail" x JOIN camp ON camp."id" = x."campaignId" AND camp.hold IS NULL AND camp."recipientPerHour" IS NOT NULL
    WHERE x."queuedAt" > $1::timestamptz - interval '1 hour' GROUP BY 1, 2
  ), crowd AS MATERIALIZED (
    -- Put together by grouping, because a join of two lists nobody has statistics of may go through all of one for each of the other.
    SELECT "campaignId", "recipientEmail", sum(n)::int AS "lastHour"
    FROM (SELECT "campaignId", "recipientEmail", 0 AS n, true AS waits FROM pair
          UNION ALL SELECT "campaignId", "recipientEmail", n, false FROM hourly) waiting
    GROUP BY 1, 2 HAVING bool_or(waits)
  ), person AS MATERIALIZED (
    SELECT crowd."campaignId", crowd."recipientEmail", camp.hold AS "campaignHold", camp.room AS "campaignRoom",
           ${parkedSql(`crowd."recipientEmail"`)} AS parked,
           camp."recipientTotal" - total.n AS "totalRoom",
           camp."recipientPerHour" - crowd."lastHour" AS "hourRoom"
    FROM crowd JOIN camp ON camp."id" = crowd."campaignId"
    LEFT JOIN LATERAL (
      SELECT count(*)::int AS n FROM "CampaignEmail" x
      WHERE camp."recipientTotal" IS NOT NULL AND x."recipientEmail" = crowd."recipientEmail" AND x."campaignId" = crowd."campaignId"
        AND (x."status" IN ('SENDING', 'SENT', 'UNCERTAIN') OR (x."status" = 'QUEUED' AND x."queuedAt" >= $2))
    ) total ON true
  )`;

const releaseSql = `WITH RECURSIVE ${peopleSql}, places AS (
    SELECT greatest(0, $3::int - count(*))::int AS n FROM "CampaignEmail" WHERE "status" = 'QUEUED' AND "queuedAt" >= $2
  ), open AS (
    SELECT "campaignId", "recipientEmail", "campaignRoom", least("totalRoom", "hourRoom") AS room FROM person
    WHERE "campaignHold" IS NULL AND NOT parked AND coalesce("campaignRoom", 1) > 0
      AND coalesce("totalRoom", 1) > 0 AND coalesce("hourRoom", 1) > 0
  ), each AS (
    -- Enough of everybody's letters to fill the queue several times over, without reading all of them.
    SELECT greatest(20, 4 * (SELECT n FROM places) / greatest(1, (SELECT count(*) FROM open)))::bigint AS most
  ), candidate AS (
    SELECT open."campaignId", open."campaignRoom", l."id", l."createdAt", l."heldReason",
           row_number() OVER (PARTITION BY open."campaignId", open."recipientEmail" ORDER BY l."createdAt", l."id") AS place
    FROM open CROSS JOIN has CROSS JOIN LATERAL (
      SELECT e."id", e."createdAt", e."heldReason" FROM "CampaignEmail" e
      WHERE e."campaignId" = open."campaignId" AND e."recipientEmail" = open."recipientEmail" AND ${due} AND ${letterHoldSql} IS NULL
      ORDER BY e."createdAt", e."id" LIMIT least(open.room, (SELECT most FROM each))
    ) l
  ), turns AS (
    -- First everybody's oldest letter, then everybody's second; and the campaigns in turn.
    SELECT "id", "campaignRoom", "heldReason", row_number() OVER (PARTITION BY "campaignId" ORDER BY place, "createdAt", "id") AS turn
    FROM candidate
  ), allowed AS (
    SELECT "id", "heldReason", turn FROM turns WHERE "campaignRoom" IS NULL OR turn <= "campaignRoom"
    ORDER BY turn, "id" LIMIT (SELECT n FROM places)
  ), released AS (
    UPDATE "CampaignEmail" e SET "queuedAt" = $1, "heldReason" = NULL
    FROM allowed WHERE e."id" = allowed."id" AND e."status" = 'QUEUED' RETURNING e."id", allowed.turn, allowed."heldReason"
  ), noted AS (
    INSERT INTO "LetterEvent" ("id", "letterId", "kind", "at")
    SELECT gen_random_uuid(), "id", 'RELEASED', $1 FROM released WHERE "heldReason" IN ${lastingHoldsSql}
  )
  SELECT "id" FROM released ORDER BY turn, "id"`;

/**
 * Marks due letters as released and gives their ids in the order in which they should leave. Windows, rates, caps, breaks,
 * parked recipients and pauses are decided here, so they hold on every queue backend; everybody's letters take turns, so one
 * recipient or campaign never holds up the others. Run under a lock: two at once would each fill the queue.
 */
export const releaseDueLetters = async (db: Db, { now, atMost, lostBefore }: ReleaseRule): Promise<string[]> => {
  // Never a named statement: its plan would be kept from the days when nothing waited, and hang on the first thousands.
  const { rows } = await db.pool.query<{ id: string }>(releaseSql, [now, lostBefore, atMost]);
  return rows.map(({ id }) => id);
};

const explainSql = `WITH RECURSIVE ${peopleSql}, told AS (
    SELECT l."id", l.hold FROM person CROSS JOIN has CROSS JOIN LATERAL (
      SELECT e."id", h.hold FROM "CampaignEmail" e CROSS JOIN LATERAL (
        SELECT coalesce(person."campaignHold", ${letterHoldSql}, CASE
          WHEN person.parked THEN 'RECIPIENT_PARKED' WHEN person."totalRoom" <= 0 THEN 'RECIPIENT_TOTAL'
          WHEN person."campaignRoom" <= 0 THEN 'RATE' WHEN person."hourRoom" <= 0 THEN 'RECIPIENT_RATE' END) AS hold
      ) h
      WHERE e."campaignId" = person."campaignId" AND e."recipientEmail" = person."recipientEmail" AND ${due}
        AND e."heldReason" IS DISTINCT FROM h.hold
      LIMIT $3
    ) l LIMIT $3
  ), held AS (
    UPDATE "CampaignEmail" e SET "heldReason" = told.hold FROM told WHERE e."id" = told."id" AND e."status" = 'QUEUED'
    RETURNING e."id", e."heldReason"
  ), noted AS (
    INSERT INTO "LetterEvent" ("id", "letterId", "kind", "at", "words")
    SELECT gen_random_uuid(), "id", 'HELD', $1, "heldReason" FROM held WHERE "heldReason" IN ${lastingHoldsSql}
  )
  SELECT count(*)::int AS n FROM held`;

/** Writes to due letters why they wait (`heldReason`, and HELD in their history), at most so many at once. Gives how many changed. */
export const explainWaitingLetters = async (
  db: Db,
  { now, lostBefore, atMost }: { now: Date; lostBefore: Date; atMost: number },
): Promise<number> => {
  const { rows } = await db.pool.query<{ n: number }>(explainSql, [now, lostBefore, atMost]);
  return rows[0]?.n ?? 0;
};
