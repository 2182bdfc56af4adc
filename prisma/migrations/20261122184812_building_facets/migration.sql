-- What Prisma cannot express.

-- All a filter may ask of a building that has few answers, in one number (its bits are read in location-facets.ts). Buildings have some
-- hundred different ones, so a page of any such filter in any order is merged from the beginnings of some hundred ranges.
CREATE FUNCTION "building_facets"(type "BuildingType", confidence int, provider "GeocodeProvider", outcome "VisitOutcome", visited timestamptz,
  signs smallint, one smallint, two smallint, three smallint, four smallint) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE type WHEN 'SINGLE_FAMILY' THEN 0 WHEN 'MULTI_UNIT' THEN 1 WHEN 'MIXED_USE' THEN 2 ELSE 3 END
    | CASE WHEN confidence IS NULL THEN 0 WHEN confidence < 60 THEN 4 WHEN confidence < 85 THEN 8 ELSE 12 END
    | CASE provider WHEN 'GOOGLE' THEN 16 WHEN 'MAPBOX' THEN 32 WHEN 'NOMINATIM' THEN 48 WHEN 'PHOTON' THEN 64 WHEN 'LOCATIONIQ' THEN 80
        WHEN 'ARCGIS' THEN 96 WHEN 'LOCAL' THEN 112 WHEN 'UNKNOWN' THEN 128 ELSE 0 END
    | CASE outcome WHEN 'SPOKE_WITH' THEN 256 WHEN 'NOT_HOME' THEN 512 WHEN 'REFUSED' THEN 768 WHEN 'MOVED' THEN 1024 WHEN 'ALREADY_VOTED' THEN 1280
        WHEN 'LEFT_LITERATURE' THEN 1536 WHEN 'COME_BACK_LATER' THEN 1792 WHEN 'WRONG_ADDRESS' THEN 2048 WHEN 'INACCESSIBLE' THEN 2304
        WHEN 'OTHER' THEN 2560 ELSE 0 END
    | CASE WHEN visited IS NULL THEN 0 ELSE 4096 END | CASE WHEN signs > 0 THEN 8192 ELSE 0 END
    | CASE WHEN one > 0 THEN 16384 ELSE 0 END | CASE WHEN two > 0 THEN 32768 ELSE 0 END
    | CASE WHEN three > 0 THEN 65536 ELSE 0 END | CASE WHEN four > 0 THEN 131072 ELSE 0 END
$$;
CREATE INDEX "Location_facets_address" ON "Location"(("building_facets"("buildingType", "geocodeConfidence", "geocodeProvider", "lastOutcome", "lastVisitedAt",
  "signUnits", "support1Units", "support2Units", "support3Units", "support4Units")), "streetKey", (coalesce("civicNumber", 0)), "id") WHERE "archivedAt" IS NULL;
CREATE INDEX "Location_facets_units" ON "Location"(("building_facets"("buildingType", "geocodeConfidence", "geocodeProvider", "lastOutcome", "lastVisitedAt",
  "signUnits", "support1Units", "support2Units", "support3Units", "support4Units")), "totalUnits", (coalesce("civicNumber", 0)), "id") WHERE "archivedAt" IS NULL;
CREATE INDEX "Location_facets_visited" ON "Location"(("building_facets"("buildingType", "geocodeConfidence", "geocodeProvider", "lastOutcome", "lastVisitedAt",
  "signUnits", "support1Units", "support2Units", "support3Units", "support4Units")), (coalesce("lastVisitedAt", TIMESTAMPTZ '-infinity')), (coalesce("civicNumber", 0)), "id")
  WHERE "archivedAt" IS NULL;
CREATE INDEX "Location_facets_confidence" ON "Location"(("building_facets"("buildingType", "geocodeConfidence", "geocodeProvider", "lastOutcome", "lastVisitedAt",
  "signUnits", "support1Units", "support2Units", "support3Units", "support4Units")), (coalesce("geocodeConfidence", -1)), (coalesce("civicNumber", 0)), "id")
  WHERE "archivedAt" IS NULL;
CREATE INDEX "Location_facets_created" ON "Location"(("building_facets"("buildingType", "geocodeConfidence", "geocodeProvider", "lastOutcome", "lastVisitedAt",
  "signUnits", "support1Units", "support2Units", "support3Units", "support4Units")), "id") WHERE "archivedAt" IS NULL;
-- Pages by kind of building and by provider are merged from these.
DROP INDEX "Location_type_units";
DROP INDEX "Location_provider_created";
