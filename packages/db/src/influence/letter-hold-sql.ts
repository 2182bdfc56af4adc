import { lastingHolds, type LetterHold } from "@cml/domain/influence";

// Pieces of the statements that decide when letters leave, so that release, claim and explanation cannot disagree. Each
// expects the moment as $1 and the tables under the names given here.

/** `house`: the pause button and zone of the whole house; `has`: whether the slower questions need asking at all. */
export const houseSql = `house AS (
    SELECT coalesce(bool_or("sendingPaused"), false) AS paused, coalesce(max("timeZone"), 'America/Edmonton') AS zone
    FROM "SiteSettings" WHERE "id" = 'default'
  ), has AS (
    SELECT EXISTS (SELECT 1 FROM "CampaignTarget" WHERE "handling" IN ('SKIP', 'THANK')) AS skips,
           EXISTS (SELECT 1 FROM "SittingBreak" WHERE "startsAt" <= $1 AND ("endsAt" IS NULL OR "endsAt" > $1)) AS breaks,
           EXISTS (SELECT 1 FROM "OfficeAccess" WHERE "digest") AS digests
  )`;

const today = `extract(isodow FROM l."at")::int`;
const yesterday = `extract(isodow FROM l."at" - interval '1 day')::int`;
const opensOn = (day: string) => `(cardinality(c."windowDays") = 0 OR ${day} = ANY (c."windowDays"))`;

/**
 * Joins `l`: the organisation's wall clock and the campaign's hours; AT TIME ZONE knows every change of the clocks. A window
 * over midnight belongs to the day on which it opens.
 */
export const localTimeSql = `CROSS JOIN LATERAL (
    SELECT $1::timestamptz AT TIME ZONE house.zone AS "at",
           ($1::timestamptz AT TIME ZONE house.zone)::time AS "time",
           coalesce(c."windowFrom", '00:00')::time AS "from",
           coalesce(c."windowTo", '24:00')::time AS "to"
  ) l`;

const windowOpen = `CASE
    WHEN l."from" < l."to" THEN l."time" >= l."from" AND l."time" < l."to" AND ${opensOn(today)}
    WHEN l."from" = l."to" THEN ${opensOn(today)}
    ELSE (l."time" >= l."from" AND ${opensOn(today)}) OR (l."time" < l."to" AND ${opensOn(yesterday)})
  END`;

/** Why all letters of campaign `c` wait, or null. Needs `house` and `l`. */
export const campaignHoldSql = `CASE
    WHEN house.paused THEN 'HOUSE_PAUSED'
    WHEN c."status" = 'ARCHIVED' THEN 'ENDED'
    WHEN c."status" <> 'ACTIVE' THEN 'CAMPAIGN_PAUSED'
    WHEN c."sendUntil" <= $1 THEN 'ENDED'
    WHEN c."sendFrom" > $1 THEN 'NOT_YET'
    WHEN NOT (${windowOpen}) THEN 'WINDOW'
  END`;

// Canada Post: the first letter is the province; X is shared by two territories (domain/kernel/postal-code-text).
const provinceOf = (code: string) => `CASE
    WHEN left(${code}, 3) IN ('X0A', 'X0B', 'X0C') THEN 'NU' WHEN left(${code}, 1) = 'X' THEN 'NT'
    WHEN left(${code}, 1) = 'A' THEN 'NL' WHEN left(${code}, 1) = 'B' THEN 'NS' WHEN left(${code}, 1) = 'C' THEN 'PE'
    WHEN left(${code}, 1) = 'E' THEN 'NB' WHEN left(${code}, 1) IN ('G', 'H', 'J') THEN 'QC'
    WHEN left(${code}, 1) IN ('K', 'L', 'M', 'N', 'P') THEN 'ON' WHEN left(${code}, 1) = 'R' THEN 'MB'
    WHEN left(${code}, 1) = 'S' THEN 'SK' WHEN left(${code}, 1) = 'T' THEN 'AB' WHEN left(${code}, 1) = 'V' THEN 'BC'
    WHEN left(${code}, 1) = 'Y' THEN 'YT'
  END`;

// Somebody who is thanked gets the letters that thank; those that still ask wait for a person's word.
export const stillAsksSql = `NOT EXISTS (SELECT 1 FROM "LetterVersion" v WHERE v."id" = e."letterVersionId" AND v."handling" = 'THANK')`;

/** The last of a letter's own holds: one that waits for this alone may leave in the week's mail. */
export const digestHold: LetterHold = "OFFICE_DIGEST";

/** Why letter `e` waits whatever its campaign does, or null. Needs `has`. */
export const letterHoldSql = `CASE
    WHEN has.skips AND e."letGoAt" IS NULL AND EXISTS (
      SELECT 1 FROM "CampaignTarget" t
      WHERE t."campaignId" = e."campaignId" AND t."recipientKey" = e."recipientKey"
        AND (t."handling" = 'SKIP' OR (t."handling" = 'THANK' AND ${stillAsksSql}))
    ) THEN 'TARGET_SKIPPED'
    WHEN has.breaks AND EXISTS (
      SELECT 1 FROM "SittingBreak" b
      WHERE b."level" = e."recipientLevel" AND b."startsAt" <= $1 AND (b."endsAt" IS NULL OR b."endsAt" > $1)
        AND (b."province" IS NULL OR b."province" = ${provinceOf(`upper(coalesce(e."userPostalCode", ''))`)})
    ) THEN 'NO_SITTING_MEMBERS'
    WHEN has.digests AND NOT e."isTest" AND EXISTS (
      SELECT 1 FROM "OfficeAccess" o WHERE o."campaignId" = e."campaignId" AND o."recipientKey" = e."recipientKey" AND o."digest"
    ) THEN '${digestHold}'
  END`;

/** Whether the recipient of `e` (or any address) is parked. */
export const parkedSql = (address: string) =>
  `EXISTS (SELECT 1 FROM "ParkedRecipient" p WHERE p."email" = lower(${address}) AND p."parkedAt" IS NOT NULL)`;

/** Holds that stand in a letter's history; those that pass by themselves would only fill it. */
export const lastingHoldsSql = `(${lastingHolds.map((hold) => `'${hold}'`).join(", ")})`;
