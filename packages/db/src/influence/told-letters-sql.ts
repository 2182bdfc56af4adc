/*
 * SQL about letters of `d`, a row with a campaign and one of its representatives ("campaignId", "recipientKey"), about which something
 * is known; where d."recount" is false nothing is read. $1 is the zone whose days are counted.
 */
const arrived = `was_handed_over(e."status", e."emailMethod", e."keptLocally", e."returnedAt", e."handedInAt", e."isTest")
  AND NOT was_returned(e."status", e."returnedAt", e."handedInAt")`;
const letter = `e."id", (coalesce(e."sentAt", e."handedInAt") AT TIME ZONE $1)::date AS "leftOn", e."answeredAt"`;

// Once for each way it is known.
const newsSql = `
  SELECT ${letter}, r."outcome", r."repliedOn", r."reportedAt", NULL::timestamptz AS "toAllAt"
  FROM "LetterReport" r JOIN "CampaignEmail" e ON e."id" = r."letterId"
  WHERE d."recount" AND r."campaignId" = d."campaignId" AND r."recipientKey" = d."recipientKey" AND ${arrived}
  UNION ALL
  SELECT ${letter}, NULL, NULL, NULL, NULL FROM "CampaignEmail" e
  WHERE d."recount" AND e."campaignId" = d."campaignId" AND e."recipientKey" = d."recipientKey" AND e."answeredAt" IS NOT NULL AND ${arrived}
  UNION ALL
  SELECT ${letter}, NULL, NULL, NULL, coalesce(a."moderatedAt", a."createdAt")
  FROM "OfficeAccess" o JOIN "OfficeAnswer" a ON a."officeId" = o."id" AND a."status" = 'APPROVED'
  JOIN "CampaignEmail" e ON e."campaignId" = o."campaignId" AND e."recipientKey" = o."recipientKey"
  WHERE d."recount" AND o."campaignId" = d."campaignId" AND o."recipientKey" = d."recipientKey"
    AND coalesce(e."sentAt", e."handedInAt") <= coalesce(a."moderatedAt", a."createdAt") AND ${arrived}`;

// The writer's own word goes before what a mail looked like: "we got your letter" by a person is no reply to her. A later mail is.
const repliedSql = `coalesce("outcome" IN ('ANSWERED', 'NOT_SATISFACTORY'), false) OR "toAllAt" IS NOT NULL
  OR ("answeredAt" IS NOT NULL AND ("outcome" IS DISTINCT FROM 'ACKNOWLEDGED' OR "answeredAt" > "reportedAt"))`;

/** One row a letter: when it left, what its writer says, whether it was answered, and on which day. */
export const toldLettersSql = `
  SELECT "leftOn", "outcome", (${repliedSql}) AS "replied",
           least("repliedOn", ("answeredAt" AT TIME ZONE $1)::date, ("toAllAt" AT TIME ZONE $1)::date) AS "repliedOn"
    FROM (
      SELECT min("leftOn") AS "leftOn", max("answeredAt") AS "answeredAt", max("outcome") AS "outcome", max("repliedOn") AS "repliedOn",
             max("reportedAt") AS "reportedAt", min("toAllAt") AS "toAllAt"
      FROM (${newsSql}) news GROUP BY "id"
    ) letters`;
