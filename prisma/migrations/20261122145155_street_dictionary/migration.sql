-- DropIndex
DROP INDEX "Street_name_idx";

-- DropIndex
DROP INDEX "Street_municipality_province_idx";

-- CreateTable
CREATE TABLE "TownAlias" (
    "alias" TEXT NOT NULL,
    "province" TEXT NOT NULL,
    "municipality" TEXT NOT NULL,

    CONSTRAINT "TownAlias_pkey" PRIMARY KEY ("alias","province","municipality")
);

-- CreateIndex
CREATE INDEX "Street_name_idx" ON "Street"("name" text_pattern_ops);

-- CreateIndex
CREATE INDEX "Street_municipality_province_name_idx" ON "Street"("municipality", "province", "name" text_pattern_ops);

-- What Prisma cannot express: a misspelled name keeps its beginning or its end.
CREATE INDEX "Street_municipality_province_reversed_idx" ON "Street"("municipality", "province", reverse("name") text_pattern_ops);

-- Rows that stand: the parts of the search key are folded already; `foldName` in domain/map writes them from now on.
CREATE FUNCTION pg_temp.fold_name(folded text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(folded, '\m(saint)\M', 'st', 'g'), '\m(sainte)\M', 'ste', 'g'), '\m(mount)\M', 'mt', 'g'), '\m(fort)\M', 'ft', 'g'), '\m(first|premiere|premier)\M', '1', 'g'), '\m(second|deuxieme)\M', '2', 'g'), '\m(third|troisieme)\M', '3', 'g'), '\m(fourth|quatrieme)\M', '4', 'g'), '\m(fifth|cinquieme)\M', '5', 'g'), '\m(sixth|sixieme)\M', '6', 'g'), '\m(seventh|septieme)\M', '7', 'g'), '\m(eighth|huitieme)\M', '8', 'g'), '\m(ninth|neuvieme)\M', '9', 'g'), '\m(tenth|dixieme)\M', '10', 'g'), '\m(eleventh)\M', '11', 'g'), '\m(twelfth)\M', '12', 'g'), '\m([0-9]+)(st|nd|rd|th|re|er|e|eme|ieme)\M', '\1', 'g') $$;
UPDATE "Location" SET "streetKey" = pg_temp.fold_name(split_part("searchKey", '|', 2)) || '|' || pg_temp.fold_name(split_part("searchKey", '|', 5)) || '|' || split_part("searchKey", '|', 6)
WHERE "searchKey" <> '';
INSERT INTO "Street" ("key", "name", "municipality", "province")
SELECT DISTINCT "streetKey", split_part("streetKey", '|', 1), split_part("streetKey", '|', 2), split_part("streetKey", '|', 3)
FROM "Location" WHERE "streetKey" <> '' AND split_part("streetKey", '|', 1) <> '' ON CONFLICT DO NOTHING;
