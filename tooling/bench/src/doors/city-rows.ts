import type { RootDb } from "@cml/db";

/**
 * Buildings as imports leave them: 25 towns of different size one after another, each with its ridings, streets of one name in many
 * towns, every fourth file geocoded worse, a fifth of the doors visited town by town in the last year.
 */
export const writeBuildings = async ({ pool }: RootDb, rows: number): Promise<void> => {
  await pool.query(
    `INSERT INTO "Location" ("id", "latitude", "longitude", "address", "civicNumber", "streetName", "streetType", "municipality", "province",
       "postalCode", "federalDistrict", "buildingType", "totalUnits", "geocodeConfidence", "geocodeProvider", "lastVisitedAt", "lastOutcome",
       "visitedUnits", "support1Units", "support2Units", "support3Units", "support4Units", "signUnits", "searchKey", "streetKey", "mapCell",
       "createdAt", "updatedAt")
     SELECT (lpad(to_hex(1750000000000 + n), 12, '0') || '7' || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 4, 15))::uuid,
       45 + town * 0.1 + (h % 1000) * 0.0001, -75 - town * 0.1 - (h / 1000 % 1000) * 0.0001, civic || ' Street' || street || ' St', civic, 'Street' || street,
       'St', 'Town ' || town, 'ON', 'K' || town % 10 || chr(65 + street % 20) || h % 10 || 'A' || h / 10 % 10, 'Riding ' || town * 3 + h % 3,
       (ARRAY['SINGLE_FAMILY','SINGLE_FAMILY','SINGLE_FAMILY','SINGLE_FAMILY','SINGLE_FAMILY','SINGLE_FAMILY','MULTI_UNIT','MULTI_UNIT','MIXED_USE','COMMERCIAL']::"BuildingType"[])[1 + h % 10],
       CASE WHEN h % 10 IN (6, 7) THEN 4 + h % 200 ELSE 1 END, CASE WHEN town % 4 = 0 THEN 40 + h % 40 WHEN h % 50 = 0 THEN NULL ELSE 90 + h % 11 END,
       (ARRAY['LOCAL','NOMINATIM','GOOGLE',NULL]::"GeocodeProvider"[])[1 + town % 4],
       CASE WHEN h % 5 = 0 THEN now() - town * interval '14 days' - (h % 1000) * interval '10 minutes' END,
       CASE WHEN h % 5 = 0 THEN (ARRAY['SPOKE_WITH','NOT_HOME','REFUSED']::"VisitOutcome"[])[1 + h % 3] END, CASE WHEN h % 5 = 0 THEN 1 ELSE 0 END,
       (h % 35 = 0)::int, (h % 45 = 0)::int, (h % 55 = 0)::int, (h % 65 = 0)::int, (h % 100 = 0)::int,
       civic || '|street' || street || '|st||town ' || town || '|on', 'street' || street || '|town ' || town || '|on', town::bigint << 50 | n, now(), now()
     FROM (
       SELECT n, floor(25 * power(n::float8 / $1, 1.4))::int AS town, abs(hashint4(n)) AS h, 1 + abs(hashint4(n + 7)) % 3000 AS civic, abs(hashint4(n + 13)) % 1200 AS street
       FROM generate_series(1, $1::int) n
     ) made`,
    [rows],
  );
  await pool.query(
    `INSERT INTO "Street" ("key", "name", "municipality", "province")
     SELECT DISTINCT "streetKey", split_part("streetKey", '|', 1), split_part("streetKey", '|', 2), split_part("streetKey", '|', 3) FROM "Location"`,
  );
  await pool.query(
    `INSERT INTO "Cut" ("id", "name", "geojson", "updatedAt") SELECT gen_random_uuid(), 'Ward ' || n, '{"type":"Polygon","coordinates":[]}', now() FROM generate_series(0, 49) n`,
  );
  await pool.query(
    `INSERT INTO "CutLocation" ("cutId", "locationId") SELECT c."id", l."id" FROM "Location" l
     JOIN (SELECT "id", substr("name", 6)::int AS ward FROM "Cut") c ON c.ward = substr(l."municipality", 6)::int * 2 + l."civicNumber" % 2`,
  );
  await pool.query(`VACUUM ANALYZE`);
};
