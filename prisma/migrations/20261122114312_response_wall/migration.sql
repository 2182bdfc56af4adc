-- What Prisma cannot express.

-- May stand on a wall; the campaign decides besides. The same as isShownResponse in domain/influence.
CREATE FUNCTION "is_on_wall"(status "ResponseStatus", disputed_at timestamptz, confirmed_at timestamptz)
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN status = 'APPROVED' AND disputed_at IS NULL AND confirmed_at IS NOT NULL;

-- Whom a response is about: as letters name her, else by the name that was typed.
CREATE FUNCTION "wall_person"(recipient_key text, name text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(recipient_key, 'name:' || name);

-- One index for each order of the wall, and one for each order of one representative's replies. WallTally says which levels and types
-- there are, and a page merges the heads of those: any filter in any order reads only what it shows.
CREATE INDEX "RepresentativeResponse_wall_recent" ON "RepresentativeResponse"
  ("campaignId", "representativeLevel", "responseType", "createdAt" DESC, "id" DESC)
  WHERE "status" = 'APPROVED' AND "disputedAt" IS NULL AND "confirmedAt" IS NOT NULL;
CREATE INDEX "RepresentativeResponse_wall_upvoted" ON "RepresentativeResponse"
  ("campaignId", "representativeLevel", "responseType", "upvoteCount" DESC, "createdAt" DESC, "id" DESC)
  WHERE "status" = 'APPROVED' AND "disputedAt" IS NULL AND "confirmedAt" IS NOT NULL;
CREATE INDEX "RepresentativeResponse_wall_confirmed" ON "RepresentativeResponse"
  ("campaignId", "representativeLevel", "responseType", "isVerified" DESC, "createdAt" DESC, "id" DESC)
  WHERE "status" = 'APPROVED' AND "disputedAt" IS NULL AND "confirmedAt" IS NOT NULL;
CREATE INDEX "RepresentativeResponse_person_recent" ON "RepresentativeResponse"
  ("campaignId", wall_person("recipientKey", "representativeName"), "representativeLevel", "responseType", "createdAt" DESC, "id" DESC)
  WHERE "status" = 'APPROVED' AND "disputedAt" IS NULL AND "confirmedAt" IS NOT NULL;
CREATE INDEX "RepresentativeResponse_person_upvoted" ON "RepresentativeResponse"
  ("campaignId", wall_person("recipientKey", "representativeName"), "representativeLevel", "responseType", "upvoteCount" DESC, "createdAt" DESC, "id" DESC)
  WHERE "status" = 'APPROVED' AND "disputedAt" IS NULL AND "confirmedAt" IS NOT NULL;
CREATE INDEX "RepresentativeResponse_person_confirmed" ON "RepresentativeResponse"
  ("campaignId", wall_person("recipientKey", "representativeName"), "representativeLevel", "responseType", "isVerified" DESC, "createdAt" DESC, "id" DESC)
  WHERE "status" = 'APPROVED' AND "disputedAt" IS NULL AND "confirmedAt" IS NOT NULL;

-- Faces are looked up by name.
CREATE INDEX "Representative_name_with_face" ON "Representative" ("name") WHERE "photoKey" IS NOT NULL AND "photoKey" <> '';
CREATE INDEX "OfficeHolder_name_with_face" ON "OfficeHolder" ("name") WHERE "photoKey" IS NOT NULL AND "photoKey" <> '';

-- Once a statement, whatever writes responses; rows in one order, so that two statements never wait for each other in a ring.
CREATE FUNCTION "note_wall"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "WallTally" AS t ("campaignId", "personKey", "level", "type", "name", "title", "shown", "confirmed")
    SELECT "campaignId", wall_person("recipientKey", "representativeName"), "representativeLevel", "responseType",
           max("representativeName"), max("representativeTitle"), count(*), count(*) FILTER (WHERE "isVerified")
    FROM added WHERE is_on_wall("status", "disputedAt", "confirmedAt")
    GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
    ON CONFLICT ("campaignId", "personKey", "level", "type") DO UPDATE
      SET "shown" = t."shown" + excluded."shown", "confirmed" = t."confirmed" + excluded."confirmed",
          "name" = excluded."name", "title" = coalesce(excluded."title", t."title");
  ELSIF TG_OP = 'DELETE' THEN
    UPDATE "WallTally" t SET "shown" = t."shown" - gone."shown", "confirmed" = t."confirmed" - gone."confirmed"
    FROM (
      SELECT "campaignId", wall_person("recipientKey", "representativeName") AS "personKey", "representativeLevel", "responseType",
             count(*) AS "shown", count(*) FILTER (WHERE "isVerified") AS "confirmed"
      FROM removed WHERE is_on_wall("status", "disputedAt", "confirmedAt") GROUP BY 1, 2, 3, 4
    ) gone
    WHERE t."campaignId" = gone."campaignId" AND t."personKey" = gone."personKey" AND t."level" = gone."representativeLevel"
      AND t."type" = gone."responseType";
    DELETE FROM "WallTally" WHERE "shown" <= 0 AND "campaignId" IN (SELECT "campaignId" FROM removed);
  ELSE
    INSERT INTO "WallTally" AS t ("campaignId", "personKey", "level", "type", "name", "title", "shown", "confirmed")
    SELECT "campaignId", "personKey", "level", "type", (array_agg("name" ORDER BY way DESC))[1], (array_agg("title" ORDER BY way DESC))[1],
           sum(way), sum(way * verified)
    FROM (
      SELECT 1 AS way, "campaignId", wall_person("recipientKey", "representativeName") AS "personKey", "representativeLevel" AS "level",
             "responseType" AS "type", "representativeName" AS "name", "representativeTitle" AS "title", "isVerified"::int AS verified
      FROM added WHERE is_on_wall("status", "disputedAt", "confirmedAt")
      UNION ALL
      SELECT -1, "campaignId", wall_person("recipientKey", "representativeName"), "representativeLevel", "responseType",
             "representativeName", "representativeTitle", "isVerified"::int
      FROM removed WHERE is_on_wall("status", "disputedAt", "confirmedAt")
    ) changed
    GROUP BY 1, 2, 3, 4
    HAVING sum(way) <> 0 OR sum(way * verified) <> 0 OR count(DISTINCT ("name", "title")) > 1
    ORDER BY 1, 2, 3, 4
    ON CONFLICT ("campaignId", "personKey", "level", "type") DO UPDATE
      SET "shown" = t."shown" + excluded."shown", "confirmed" = t."confirmed" + excluded."confirmed",
          "name" = CASE WHEN excluded."shown" < 0 THEN t."name" ELSE excluded."name" END,
          "title" = CASE WHEN excluded."shown" < 0 THEN t."title" ELSE coalesce(excluded."title", t."title") END;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "RepresentativeResponse_wall_insert" AFTER INSERT ON "RepresentativeResponse" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "note_wall"();
CREATE TRIGGER "RepresentativeResponse_wall_update" AFTER UPDATE ON "RepresentativeResponse"
  REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "note_wall"();
CREATE TRIGGER "RepresentativeResponse_wall_delete" AFTER DELETE ON "RepresentativeResponse" REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION "note_wall"();

INSERT INTO "WallTally" ("campaignId", "personKey", "level", "type", "name", "title", "shown", "confirmed")
SELECT "campaignId", wall_person("recipientKey", "representativeName"), "representativeLevel", "responseType",
       max("representativeName"), max("representativeTitle"), count(*), count(*) FILTER (WHERE "isVerified")
FROM "RepresentativeResponse" WHERE is_on_wall("status", "disputedAt", "confirmedAt")
GROUP BY 1, 2, 3, 4;
