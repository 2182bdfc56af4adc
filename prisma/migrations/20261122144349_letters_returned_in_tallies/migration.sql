-- No letter changes between the old way of counting and the new one.
LOCK TABLE "CampaignEmail" IN SHARE ROW EXCLUSIVE MODE;

-- AlterTable
ALTER TABLE "LetterTally" ADD COLUMN     "returned" BOOLEAN NOT NULL DEFAULT false;

-- What Prisma cannot express: as before, and whether a letter came back is counted apart.
CREATE OR REPLACE FUNCTION "tally_letters"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "LetterTally" ("campaignId", "halfHour", "recipientLevel", "emailMethod", "status", "source", "returned", "letters", "edited", "shares")
    SELECT "campaignId", date_bin('30 minutes', "createdAt", timestamptz 'epoch'), "recipientLevel", "emailMethod", "status", "source", "returnedAt" IS NOT NULL,
           count(*), count(*) FILTER (WHERE "editedShare" > 0), coalesce(sum("editedShare"), 0)
    FROM added WHERE NOT "isTest" GROUP BY 1, 2, 3, 4, 5, 6, 7;
    INSERT INTO "RecipientTally" ("campaignId", "recipientKey", "letters")
    SELECT "campaignId", "recipientKey", count(*)
    FROM added WHERE NOT "isTest" AND "recipientKey" IS NOT NULL AND "status" <> 'USER_INFO_CAPTURED' GROUP BY 1, 2;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO "LetterTally" ("campaignId", "halfHour", "recipientLevel", "emailMethod", "status", "source", "returned", "letters", "edited", "shares")
    SELECT "campaignId", date_bin('30 minutes', "createdAt", timestamptz 'epoch'), "recipientLevel", "emailMethod", "status", "source", "returnedAt" IS NOT NULL,
           -count(*), -count(*) FILTER (WHERE "editedShare" > 0), -coalesce(sum("editedShare"), 0)
    FROM removed WHERE NOT "isTest" GROUP BY 1, 2, 3, 4, 5, 6, 7;
    INSERT INTO "RecipientTally" ("campaignId", "recipientKey", "letters")
    SELECT "campaignId", "recipientKey", -count(*)
    FROM removed WHERE NOT "isTest" AND "recipientKey" IS NOT NULL AND "status" <> 'USER_INFO_CAPTURED' GROUP BY 1, 2;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO "LetterTally" ("campaignId", "halfHour", "recipientLevel", "emailMethod", "status", "source", "returned", "letters", "edited", "shares")
    SELECT "campaignId", date_bin('30 minutes', "createdAt", timestamptz 'epoch'), "recipientLevel", "emailMethod", "status", "source", "returnedAt" IS NOT NULL,
           sum(way), coalesce(sum(way) FILTER (WHERE "editedShare" > 0), 0), coalesce(sum(way * "editedShare"), 0)
    FROM (
      SELECT 1 AS way, "campaignId", "createdAt", "recipientLevel", "emailMethod", "status", "source", "returnedAt", "editedShare"
        FROM added WHERE NOT "isTest"
      UNION ALL SELECT -1, "campaignId", "createdAt", "recipientLevel", "emailMethod", "status", "source", "returnedAt", "editedShare"
        FROM removed WHERE NOT "isTest"
    ) changed
    GROUP BY 1, 2, 3, 4, 5, 6, 7
    HAVING sum(way) <> 0 OR coalesce(sum(way) FILTER (WHERE "editedShare" > 0), 0) <> 0 OR coalesce(sum(way * "editedShare"), 0) <> 0;
    INSERT INTO "RecipientTally" ("campaignId", "recipientKey", "letters")
    SELECT "campaignId", "recipientKey", sum(way)
    FROM (
      SELECT 1 AS way, "campaignId", "recipientKey" FROM added
        WHERE NOT "isTest" AND "recipientKey" IS NOT NULL AND "status" <> 'USER_INFO_CAPTURED'
      UNION ALL SELECT -1, "campaignId", "recipientKey" FROM removed
        WHERE NOT "isTest" AND "recipientKey" IS NOT NULL AND "status" <> 'USER_INFO_CAPTURED'
    ) changed
    GROUP BY 1, 2 HAVING sum(way) <> 0;
  ELSE
    DELETE FROM "LetterTally";
    DELETE FROM "RecipientTally";
  END IF;
  RETURN NULL;
END $$;

-- The letters that came back already: counted over, from the one to the other.
INSERT INTO "LetterTally" ("campaignId", "halfHour", "recipientLevel", "emailMethod", "status", "source", "returned", "letters", "edited", "shares")
SELECT "campaignId", date_bin('30 minutes', "createdAt", timestamptz 'epoch'), "recipientLevel", "emailMethod", "status", "source", way > 0,
       sum(way), coalesce(sum(way) FILTER (WHERE "editedShare" > 0), 0), coalesce(sum(way * "editedShare"), 0)
FROM "CampaignEmail" CROSS JOIN (VALUES (1), (-1)) counted(way)
WHERE NOT "isTest" AND "returnedAt" IS NOT NULL
GROUP BY 1, 2, 3, 4, 5, 6, 7;

-- Tests are in no tally: where they count, they are read one by one.
CREATE INDEX "CampaignEmail_tests_idx" ON "CampaignEmail" ("campaignId") WHERE "isTest";
