-- What Prisma cannot express.

-- A letter was handed over when the recipient's server took it, or when it was in a bundle that was handed in; it was returned when
-- the server took it and it came back. What its writer says she sent herself is not among them: nobody here can know.
CREATE FUNCTION "was_returned"(status "CampaignEmailStatus", returned_at timestamptz, handed_in timestamptz)
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN status = 'FAILED' AND returned_at IS NOT NULL AND handed_in IS NULL;
CREATE FUNCTION "was_handed_over"(status "CampaignEmailStatus", method "EmailMethod", kept boolean, returned_at timestamptz,
                                  handed_in timestamptz, test boolean)
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN NOT test AND (handed_in IS NOT NULL
  OR (method = 'SMTP' AND NOT kept AND (status = 'SENT' OR (status = 'FAILED' AND returned_at IS NOT NULL))));

-- Once a statement, whatever writes letters, as with the other tallies.
CREATE FUNCTION "note_reply_letters"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "ReplyTally" ("campaignId", "recipientKey", "handedOver", "returned", "replies")
    SELECT "campaignId", "recipientKey", count(*), count(*) FILTER (WHERE was_returned("status", "returnedAt", "handedInAt")),
           count("returnedAt") + count("answeredAt") > 0
    FROM added
    WHERE "recipientKey" IS NOT NULL AND was_handed_over("status", "emailMethod", "keptLocally", "returnedAt", "handedInAt", "isTest")
    GROUP BY 1, 2;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO "ReplyTally" ("campaignId", "recipientKey", "handedOver", "returned", "replies")
    SELECT "campaignId", "recipientKey", -count(*), -count(*) FILTER (WHERE was_returned("status", "returnedAt", "handedInAt")), true
    FROM removed
    WHERE "recipientKey" IS NOT NULL AND was_handed_over("status", "emailMethod", "keptLocally", "returnedAt", "handedInAt", "isTest")
    GROUP BY 1, 2;
  ELSE
    INSERT INTO "ReplyTally" ("campaignId", "recipientKey", "handedOver", "returned", "replies")
    SELECT "campaignId", "recipientKey", sum(way), sum(way * back), sum(way) < 0 OR sum(way * back) <> 0 OR sum(way * answered) <> 0
    FROM (
      SELECT 1 AS way, "campaignId", "recipientKey", was_returned("status", "returnedAt", "handedInAt")::int AS back,
             ("answeredAt" IS NOT NULL)::int AS answered
      FROM added
      WHERE "recipientKey" IS NOT NULL AND was_handed_over("status", "emailMethod", "keptLocally", "returnedAt", "handedInAt", "isTest")
      UNION ALL
      SELECT -1, "campaignId", "recipientKey", was_returned("status", "returnedAt", "handedInAt")::int, ("answeredAt" IS NOT NULL)::int
      FROM removed
      WHERE "recipientKey" IS NOT NULL AND was_handed_over("status", "emailMethod", "keptLocally", "returnedAt", "handedInAt", "isTest")
    ) changed
    GROUP BY 1, 2
    HAVING sum(way) <> 0 OR sum(way * back) <> 0 OR sum(way * answered) <> 0;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "CampaignEmail_reply_insert" AFTER INSERT ON "CampaignEmail" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "note_reply_letters"();
CREATE TRIGGER "CampaignEmail_reply_update" AFTER UPDATE ON "CampaignEmail" REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "note_reply_letters"();
CREATE TRIGGER "CampaignEmail_reply_delete" AFTER DELETE ON "CampaignEmail" REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION "note_reply_letters"();

CREATE FUNCTION "note_letter_report"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "ReplyTally" ("campaignId", "recipientKey", "replies")
  SELECT r."campaignId", r."recipientKey", true
  FROM (SELECT (CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END).*) r WHERE r."recipientKey" IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER "LetterReport_reply" AFTER INSERT OR UPDATE OR DELETE ON "LetterReport"
  FOR EACH ROW EXECUTE FUNCTION "note_letter_report"();

CREATE FUNCTION "note_office_answer"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "ReplyTally" ("campaignId", "recipientKey", "replies")
  SELECT o."campaignId", o."recipientKey", true FROM "OfficeAccess" o
  WHERE o."id" = (CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END)."officeId";
  RETURN NULL;
END $$;
CREATE TRIGGER "OfficeAnswer_reply" AFTER INSERT OR DELETE OR UPDATE OF "status", "moderatedAt", "mailedAt" ON "OfficeAnswer"
  FOR EACH ROW EXECUTE FUNCTION "note_office_answer"();

-- Name, office and position are copied into the facts; a target nobody wrote to has none.
CREATE FUNCTION "note_target"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "ReplyTally" ("campaignId", "recipientKey") VALUES (NEW."campaignId", NEW."recipientKey");
  RETURN NULL;
END $$;
CREATE TRIGGER "CampaignTarget_reply" AFTER UPDATE OF "position", "name", "title", "level", "partyName" ON "CampaignTarget"
  FOR EACH ROW WHEN (OLD."position" IS DISTINCT FROM NEW."position" OR OLD."name" IS DISTINCT FROM NEW."name"
    OR OLD."title" IS DISTINCT FROM NEW."title" OR OLD."level" IS DISTINCT FROM NEW."level"
    OR OLD."partyName" IS DISTINCT FROM NEW."partyName")
  EXECUTE FUNCTION "note_target"();
CREATE TRIGGER "CampaignTarget_reply_insert" AFTER INSERT ON "CampaignTarget" FOR EACH ROW EXECUTE FUNCTION "note_target"();

-- The few letters with an answer are found without the many without.
DROP INDEX "CampaignEmail_answered_idx";
CREATE INDEX "CampaignEmail_answered_idx" ON "CampaignEmail" ("campaignId", "recipientKey") WHERE "answeredAt" IS NOT NULL;

-- What is due, without what is done.
CREATE INDEX "FollowUp_first_idx" ON "FollowUp" ("firstDueAt")
  WHERE "firstSentAt" IS NULL AND "answeredAt" IS NULL AND "stoppedAt" IS NULL AND "closedAt" IS NULL;
CREATE INDEX "FollowUp_second_idx" ON "FollowUp" ("secondDueAt")
  WHERE "firstSentAt" IS NOT NULL AND "secondSentAt" IS NULL AND "answeredAt" IS NULL AND "stoppedAt" IS NULL AND "closedAt" IS NULL;
CREATE INDEX "FollowUp_result_idx" ON "FollowUp" ("campaignId", "email") WHERE "resultSentAt" IS NULL AND "stoppedAt" IS NULL;

-- The letters there are; creating a trigger keeps writers out until this is committed.
INSERT INTO "ReplyTally" ("campaignId", "recipientKey", "handedOver", "returned", "replies")
SELECT "campaignId", "recipientKey", count(*), count(*) FILTER (WHERE was_returned("status", "returnedAt", "handedInAt")), true
FROM "CampaignEmail"
WHERE "recipientKey" IS NOT NULL AND was_handed_over("status", "emailMethod", "keptLocally", "returnedAt", "handedInAt", "isTest")
GROUP BY 1, 2;

-- Who ticked the box before there was this question.
INSERT INTO "FollowUp" ("id", "campaignId", "submissionId", "email", "locale", "firstDueAt", "secondDueAt")
SELECT gen_random_uuid(), e."campaignId", e."submissionId", min(c."email"), min(c."locale"::text)::"Locale",
       coalesce(min(e."sentAt"), max(c."givenAt")) + interval '14 days', coalesce(min(e."sentAt"), max(c."givenAt")) + interval '21 days'
FROM "Consent" c JOIN "CampaignEmail" e ON e."campaignId" = c."campaignId" AND e."userEmail" = c."email"
WHERE c."kind" = 'tellHowItEnds' AND c."withdrawnAt" IS NULL AND e."submissionId" IS NOT NULL AND NOT e."isTest"
GROUP BY e."campaignId", e."submissionId";
