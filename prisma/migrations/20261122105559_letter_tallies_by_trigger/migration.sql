-- What Prisma cannot express.

-- What is not folded yet is found without reading what is.
CREATE INDEX "LetterTally_fresh_idx" ON "LetterTally" ("id") WHERE NOT "folded";
CREATE INDEX "RecipientTally_fresh_idx" ON "RecipientTally" ("id") WHERE NOT "folded";

-- Once a statement, whatever writes letters: what it took away is counted down, what it left is counted up. A statement that
-- changes nothing of what is counted leaves no row.
CREATE FUNCTION "tally_letters"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "LetterTally" ("campaignId", "halfHour", "recipientLevel", "emailMethod", "status", "source", "letters", "edited", "shares")
    SELECT "campaignId", date_bin('30 minutes', "createdAt", timestamptz 'epoch'), "recipientLevel", "emailMethod", "status", "source",
           count(*), count(*) FILTER (WHERE "editedShare" > 0), coalesce(sum("editedShare"), 0)
    FROM added WHERE NOT "isTest" GROUP BY 1, 2, 3, 4, 5, 6;
    INSERT INTO "RecipientTally" ("campaignId", "recipientKey", "letters")
    SELECT "campaignId", "recipientKey", count(*)
    FROM added WHERE NOT "isTest" AND "recipientKey" IS NOT NULL AND "status" <> 'USER_INFO_CAPTURED' GROUP BY 1, 2;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO "LetterTally" ("campaignId", "halfHour", "recipientLevel", "emailMethod", "status", "source", "letters", "edited", "shares")
    SELECT "campaignId", date_bin('30 minutes', "createdAt", timestamptz 'epoch'), "recipientLevel", "emailMethod", "status", "source",
           -count(*), -count(*) FILTER (WHERE "editedShare" > 0), -coalesce(sum("editedShare"), 0)
    FROM removed WHERE NOT "isTest" GROUP BY 1, 2, 3, 4, 5, 6;
    INSERT INTO "RecipientTally" ("campaignId", "recipientKey", "letters")
    SELECT "campaignId", "recipientKey", -count(*)
    FROM removed WHERE NOT "isTest" AND "recipientKey" IS NOT NULL AND "status" <> 'USER_INFO_CAPTURED' GROUP BY 1, 2;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO "LetterTally" ("campaignId", "halfHour", "recipientLevel", "emailMethod", "status", "source", "letters", "edited", "shares")
    SELECT "campaignId", date_bin('30 minutes', "createdAt", timestamptz 'epoch'), "recipientLevel", "emailMethod", "status", "source",
           sum(way), coalesce(sum(way) FILTER (WHERE "editedShare" > 0), 0), coalesce(sum(way * "editedShare"), 0)
    FROM (
      SELECT 1 AS way, "campaignId", "createdAt", "recipientLevel", "emailMethod", "status", "source", "editedShare", "recipientKey" FROM added WHERE NOT "isTest"
      UNION ALL SELECT -1, "campaignId", "createdAt", "recipientLevel", "emailMethod", "status", "source", "editedShare", "recipientKey" FROM removed WHERE NOT "isTest"
    ) changed
    GROUP BY 1, 2, 3, 4, 5, 6
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

CREATE TRIGGER "CampaignEmail_tally_insert" AFTER INSERT ON "CampaignEmail" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "tally_letters"();
CREATE TRIGGER "CampaignEmail_tally_update" AFTER UPDATE ON "CampaignEmail" REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "tally_letters"();
CREATE TRIGGER "CampaignEmail_tally_delete" AFTER DELETE ON "CampaignEmail" REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION "tally_letters"();
CREATE TRIGGER "CampaignEmail_tally_truncate" AFTER TRUNCATE ON "CampaignEmail"
  FOR EACH STATEMENT EXECUTE FUNCTION "tally_letters"();

-- The letters there are; creating a trigger keeps writers out until this is committed.
INSERT INTO "LetterTally" ("campaignId", "halfHour", "recipientLevel", "emailMethod", "status", "source", "letters", "edited", "shares", "folded")
SELECT "campaignId", date_bin('30 minutes', "createdAt", timestamptz 'epoch'), "recipientLevel", "emailMethod", "status", "source",
       count(*), count(*) FILTER (WHERE "editedShare" > 0), coalesce(sum("editedShare"), 0), true
FROM "CampaignEmail" WHERE NOT "isTest" GROUP BY 1, 2, 3, 4, 5, 6;
INSERT INTO "RecipientTally" ("campaignId", "recipientKey", "letters", "folded")
SELECT "campaignId", "recipientKey", count(*), true
FROM "CampaignEmail" WHERE NOT "isTest" AND "recipientKey" IS NOT NULL AND "status" <> 'USER_INFO_CAPTURED' GROUP BY 1, 2;

-- Its columns were for statistics from letters; the export still walks by day and id. Fewer columns make each change of a letter cheaper.
DROP INDEX "CampaignEmail_statistics_idx";
CREATE INDEX "CampaignEmail_export_idx" ON "CampaignEmail" ("campaignId", "createdAt", "id");

-- Hashes of IP addresses that must go after 30 days, found without reading the log.
CREATE INDEX "EmailLog_senderIp_idx" ON "EmailLog" ("sentAt") WHERE "senderIp" IS NOT NULL;
