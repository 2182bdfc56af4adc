import { createDb, type RootDb } from "@cml/db";
import { listLocationsInput, locationSorts } from "@cml/domain/map";
import { anActor, createTestDb, type TestDb, testDeps } from "@cml/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listLocations } from ".";

const rows = 20_000;
// Far below the table, far above a page with its count.
const mostRead = 9_000;

let test: TestDb;
// One connection, so that what it read is told when it is asked.
let db: RootDb;
beforeAll(async () => {
  test = await createTestDb();
  db = createDb(test.url, { max: 1 });
  // Most houses have one unit and all others have many: the order of units alone meets the first houses late, or the last ones.
  await db.pool.query(
    `INSERT INTO "Location" ("id", "latitude", "longitude", "address", "civicNumber", "streetName", "municipality", "province", "buildingType", "totalUnits",
       "geocodeConfidence", "geocodeProvider", "support1Units", "lastVisitedAt", "searchKey", "streetKey", "mapCell", "updatedAt")
     SELECT gen_random_uuid(), 45, -75, n || ' Elm St', n % 97, 'Elm' || n % 50, 'Town ' || n / 10000, 'ON',
       (CASE WHEN n % 10 < 8 THEN 'SINGLE_FAMILY' WHEN n % 10 = 8 THEN 'MULTI_UNIT' ELSE 'MIXED_USE' END)::"BuildingType", CASE WHEN n % 10 < 8 THEN 1 ELSE 4 + n % 50 END,
       CASE WHEN n < 10000 THEN 50 + n % 30 ELSE 90 END, (ARRAY['LOCAL','GOOGLE','NOMINATIM',NULL]::"GeocodeProvider"[])[1 + n / 5000], (n % 40 = 0)::int,
       CASE WHEN n % 5 = 0 THEN TIMESTAMPTZ '2031-06-01' - n * interval '10 minutes' END, n % 97 || '|elm' || n % 50, 'elm' || n % 50 || '|town ' || n / 10000 || '|on', n, now()
     FROM generate_series(0, $1::int - 1) n`,
    [rows],
  );
  await db.pool.query(`ANALYZE "Location"`);
});
afterAll(async () => {
  await db.close();
  await test.drop();
});

const readSoFar = async (): Promise<number> => {
  await db.pool.query("SELECT pg_stat_force_next_flush()");
  const { rows: told } = await db.pool.query<{ read: number }>(
    `SELECT (seq_tup_read + idx_tup_fetch)::int AS read FROM pg_stat_user_tables WHERE relname = 'Location'`,
  );
  return told[0]?.read ?? 0;
};

it("reads a small part of the table for any page of what has few answers, in every order and both ways", async () => {
  const deps = testDeps({ db });
  const admin = anActor("MAP_ADMIN");
  const filters = [
    {},
    { type: ["SINGLE_FAMILY"] },
    { support: ["none"] },
    { support: ["1"] },
    { band: ["high"] },
    { visited: "no" },
    { provider: ["none"] },
  ];
  for (const filter of filters)
    for (const sort of locationSorts)
      for (const descending of [false, true]) {
        let after: string | null = null;
        for (let number = 1; number <= 3; number += 1) {
          const before = await readSoFar();
          const page = await listLocations(deps, admin, listLocationsInput.parse({ filter, sort, descending, after }));
          expect(page.items).toHaveLength(50);
          const name = `${JSON.stringify(filter)} by ${sort} ${descending ? "down" : "up"}, page ${number}`;
          expect((await readSoFar()) - before, name).toBeLessThan(mostRead);
          after = page.next;
        }
      }
});
