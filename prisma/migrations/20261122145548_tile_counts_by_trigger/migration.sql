-- AlterTable
ALTER TABLE "Location" ADD COLUMN     "lastOutcome" "VisitOutcome";

-- What Prisma cannot express.

-- Emptied cells are found without reading the full ones.
CREATE INDEX "MapTileCount_empty_idx" ON "MapTileCount" ("zoom", "cell") WHERE "buildings" <= 0;

-- What its units came to, counted anew for each building given. The buildings are locked in one order first, so that the count, which
-- sees what was committed before it began, misses nobody who wrote a unit of the same building at the same time.
CREATE FUNCTION "count_units"(buildings uuid[]) RETURNS void LANGUAGE plpgsql SET enable_nestloop = on AS $$
BEGIN
  PERFORM 1 FROM "Location" WHERE "id" = ANY(buildings) ORDER BY "id" FOR NO KEY UPDATE;
  UPDATE "Location" l SET "visitedUnits" = u.visited, "signUnits" = u.signs, "support1Units" = u.one, "support2Units" = u.two,
    "support3Units" = u.three, "support4Units" = u.four, "lastOutcome" = u.outcome
  FROM (
    SELECT wanted."id", count(a."lastVisitedAt") AS visited, count(*) FILTER (WHERE a."sign") AS signs,
      count(*) FILTER (WHERE a."supportLevel" = '1') AS one, count(*) FILTER (WHERE a."supportLevel" = '2') AS two,
      count(*) FILTER (WHERE a."supportLevel" = '3') AS three, count(*) FILTER (WHERE a."supportLevel" = '4') AS four,
      (array_agg(a."lastOutcome" ORDER BY a."lastVisitedAt" DESC, a."id" DESC) FILTER (WHERE a."lastVisitedAt" IS NOT NULL))[1] AS outcome
    FROM unnest(buildings) wanted("id") LEFT JOIN "Address" a ON a."locationId" = wanted."id"
    GROUP BY 1
  ) u
  WHERE l."id" = u."id" AND (l."visitedUnits", l."signUnits", l."support1Units", l."support2Units", l."support3Units", l."support4Units", l."lastOutcome")
    IS DISTINCT FROM (u.visited, u.signs, u.one, u.two, u.three, u.four, u.outcome);
END $$;

-- Once a statement. New doors nobody was at, the million rows of an import, are looked through and leave nothing.
-- Its plans are kept; one made for a single row must not meet a million with a nested loop.
CREATE FUNCTION "note_units"() RETURNS trigger LANGUAGE plpgsql SET enable_nestloop = off SET jit = off AS $$
DECLARE
  touched uuid[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(DISTINCT "locationId") INTO touched FROM added
    WHERE "lastVisitedAt" IS NOT NULL OR "sign" OR "supportLevel" IS NOT NULL;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(DISTINCT "locationId") INTO touched FROM removed
    WHERE "lastVisitedAt" IS NOT NULL OR "sign" OR "supportLevel" IS NOT NULL;
  ELSIF TG_OP = 'UPDATE' THEN
    SELECT array_agg(DISTINCT c."locationId") INTO touched FROM (
      SELECT o."locationId" AS before, n."locationId" AS after
      FROM removed o JOIN added n ON n."id" = o."id"
      WHERE (o."locationId", o."lastVisitedAt", o."lastOutcome", o."sign", o."supportLevel")
        IS DISTINCT FROM (n."locationId", n."lastVisitedAt", n."lastOutcome", n."sign", n."supportLevel")
    ) m, unnest(ARRAY[m.before, m.after]) c("locationId");
  ELSE
    SELECT array_agg("id") INTO touched FROM "Location"
    WHERE "visitedUnits" + "signUnits" + "support1Units" + "support2Units" + "support3Units" + "support4Units" > 0;
  END IF;
  IF touched IS NOT NULL THEN PERFORM "count_units"(touched); END IF;
  RETURN NULL;
END $$;

-- What stands is counted before anybody listens.
UPDATE "Location" l SET "visitedUnits" = u.visited, "signUnits" = u.signs, "support1Units" = u.one, "support2Units" = u.two,
  "support3Units" = u.three, "support4Units" = u.four, "lastOutcome" = u.outcome
FROM (
  SELECT "locationId", count("lastVisitedAt") AS visited, count(*) FILTER (WHERE "sign") AS signs,
    count(*) FILTER (WHERE "supportLevel" = '1') AS one, count(*) FILTER (WHERE "supportLevel" = '2') AS two,
    count(*) FILTER (WHERE "supportLevel" = '3') AS three, count(*) FILTER (WHERE "supportLevel" = '4') AS four,
    (array_agg("lastOutcome" ORDER BY "lastVisitedAt" DESC, "id" DESC) FILTER (WHERE "lastVisitedAt" IS NOT NULL))[1] AS outcome
  FROM "Address" WHERE "lastVisitedAt" IS NOT NULL OR "sign" OR "supportLevel" IS NOT NULL GROUP BY 1
) u WHERE l."id" = u."locationId";

CREATE TRIGGER "Address_units_insert" AFTER INSERT ON "Address" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "note_units"();
CREATE TRIGGER "Address_units_update" AFTER UPDATE ON "Address" REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "note_units"();
CREATE TRIGGER "Address_units_delete" AFTER DELETE ON "Address" REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION "note_units"();
CREATE TRIGGER "Address_units_truncate" AFTER TRUNCATE ON "Address"
  FOR EACH STATEMENT EXECUTE FUNCTION "note_units"();

-- Changes of cells, appended; a job folds them into MapTileCount. A change that moves no count but something a tile shows or filters
-- by leaves a row of noughts: what was folded last is the version tiles are kept by.
CREATE FUNCTION "note_cells"() RETURNS trigger LANGUAGE plpgsql SET enable_nestloop = off SET jit = off AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "MapTileDelta" ("cell", "buildings", "doors", "visited", "signs", "support1", "support2", "support3", "support4", "latitude", "longitude")
    SELECT "mapCell" >> 26, count(*), sum("totalUnits"), sum("visitedUnits"), sum("signUnits"), sum("support1Units"), sum("support2Units"),
      sum("support3Units"), sum("support4Units"), sum("latitude"), sum("longitude")
    FROM added WHERE "archivedAt" IS NULL GROUP BY 1;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO "MapTileDelta" ("cell", "buildings", "doors", "visited", "signs", "support1", "support2", "support3", "support4", "latitude", "longitude")
    SELECT "mapCell" >> 26, -count(*), -sum("totalUnits"), -sum("visitedUnits"), -sum("signUnits"), -sum("support1Units"), -sum("support2Units"),
      -sum("support3Units"), -sum("support4Units"), -sum("latitude"), -sum("longitude")
    FROM removed WHERE "archivedAt" IS NULL GROUP BY 1;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO "MapTileDelta" ("cell", "buildings", "doors", "visited", "signs", "support1", "support2", "support3", "support4", "latitude", "longitude")
    SELECT "mapCell" >> 26, sum(way), sum(way * "totalUnits"), sum(way * "visitedUnits"), sum(way * "signUnits"), sum(way * "support1Units"),
      sum(way * "support2Units"), sum(way * "support3Units"), sum(way * "support4Units"), sum(way * "latitude"), sum(way * "longitude")
    FROM (
      SELECT 1 AS way, "mapCell", "totalUnits", "visitedUnits", "signUnits", "support1Units", "support2Units", "support3Units", "support4Units", "latitude", "longitude"
      FROM added WHERE "archivedAt" IS NULL
      UNION ALL SELECT -1, "mapCell", "totalUnits", "visitedUnits", "signUnits", "support1Units", "support2Units", "support3Units", "support4Units", "latitude", "longitude"
      FROM removed WHERE "archivedAt" IS NULL
    ) changed
    GROUP BY 1
    HAVING (sum(way), sum(way * "totalUnits"), sum(way * "visitedUnits"), sum(way * "signUnits"), sum(way * "support1Units"),
      sum(way * "support2Units"), sum(way * "support3Units"), sum(way * "support4Units"), sum(way * "latitude"), sum(way * "longitude"))
      <> (0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    IF NOT FOUND AND EXISTS (
      SELECT 1 FROM removed o JOIN added n ON n."id" = o."id"
      WHERE (o."mapCell", o."latitude", o."longitude", o."archivedAt", o."totalUnits", o."visitedUnits", o."signUnits", o."support1Units", o."support2Units", o."support3Units", o."support4Units", o."lastOutcome", o."lastVisitedAt", o."address", o."searchKey", o."postalCode", o."municipality", o."municipalityFr", o."federalDistrict", o."buildingType", o."geocodeConfidence", o."geocodeProvider")
        IS DISTINCT FROM (n."mapCell", n."latitude", n."longitude", n."archivedAt", n."totalUnits", n."visitedUnits", n."signUnits", n."support1Units", n."support2Units", n."support3Units", n."support4Units", n."lastOutcome", n."lastVisitedAt", n."address", n."searchKey", n."postalCode", n."municipality", n."municipalityFr", n."federalDistrict", n."buildingType", n."geocodeConfidence", n."geocodeProvider")
    ) THEN
      INSERT INTO "MapTileDelta" ("cell", "buildings", "doors", "visited", "signs", "support1", "support2", "support3", "support4", "latitude", "longitude")
      VALUES (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    END IF;
  ELSE
    -- Nobody folds meanwhile: what a fold has not committed yet could not be taken away here.
    PERFORM pg_advisory_xact_lock(7301003);
    DELETE FROM "MapTileDelta";
    DELETE FROM "MapTileCount";
    INSERT INTO "MapTileDelta" ("cell", "buildings", "doors", "visited", "signs", "support1", "support2", "support3", "support4", "latitude", "longitude")
    VALUES (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "Location_cells_insert" AFTER INSERT ON "Location" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "note_cells"();
CREATE TRIGGER "Location_cells_update" AFTER UPDATE ON "Location" REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION "note_cells"();
CREATE TRIGGER "Location_cells_delete" AFTER DELETE ON "Location" REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION "note_cells"();
CREATE TRIGGER "Location_cells_truncate" AFTER TRUNCATE ON "Location"
  FOR EACH STATEMENT EXECUTE FUNCTION "note_cells"();

-- Which doors an area holds decides whose tiles they are in: a row of noughts, because a row all writers update would make them wait.
CREATE FUNCTION "note_membership"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "MapTileDelta" ("cell", "buildings", "doors", "visited", "signs", "support1", "support2", "support3", "support4", "latitude", "longitude")
  VALUES (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  RETURN NULL;
END $$;
CREATE TRIGGER "CutLocation_cells" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "CutLocation"
  FOR EACH STATEMENT EXECUTE FUNCTION "note_membership"();

-- Shapes of areas and lines are kept drawn until one of them changes.
INSERT INTO "MapVersion" ("topic") VALUES ('doors'), ('cuts'), ('lines');
CREATE FUNCTION "move_map_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "MapVersion" ("topic", "version") VALUES (TG_ARGV[0], 1)
  ON CONFLICT ("topic") DO UPDATE SET "version" = "MapVersion"."version" + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER "Cut_version" AFTER INSERT OR DELETE OR TRUNCATE
    OR UPDATE OF "name", "color", "opacity", "isPublic", "geojson", "translations", "showLocations" ON "Cut"
  FOR EACH STATEMENT EXECUTE FUNCTION "move_map_version"('cuts');
CREATE TRIGGER "MapLine_version" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "MapLine"
  FOR EACH STATEMENT EXECUTE FUNCTION "move_map_version"('lines');

-- The buildings there are; creating a trigger keeps writers out until this is committed.
INSERT INTO "MapTileDelta" ("cell", "buildings", "doors", "visited", "signs", "support1", "support2", "support3", "support4", "latitude", "longitude")
SELECT "mapCell" >> 26, count(*), sum("totalUnits"), sum("visitedUnits"), sum("signUnits"), sum("support1Units"), sum("support2Units"),
  sum("support3Units"), sum("support4Units"), sum("latitude"), sum("longitude")
FROM "Location" WHERE "archivedAt" IS NULL GROUP BY 1;
