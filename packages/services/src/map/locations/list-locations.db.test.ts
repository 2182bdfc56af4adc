import { listLocationIds, locationConditions } from "@cml/db/map";
import {
  buildingTypes, confidenceBands, geocodeProviders, listLocationsInput, type LocationFilter, locationFilterSchema, locationSorts, noFilter,
  supportChoices, visitOutcomes,
} from "@cml/domain/map"; // prettier-ignore
import { anActor, createTestDb, fakeClock, type TestDb, testDeps } from "@cml/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listLocations } from ".";

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
  const { pool } = test.db;
  // Every answer of every list, in mixtures; some out of use.
  await pool.query(
    `INSERT INTO "Location" ("id", "latitude", "longitude", "address", "civicNumber", "streetName", "municipality", "province", "postalCode", "buildingType",
       "totalUnits", "geocodeConfidence", "geocodeProvider", "lastVisitedAt", "lastOutcome", "support1Units", "support2Units", "support3Units", "support4Units",
       "signUnits", "searchKey", "streetKey", "mapCell", "archivedAt", "updatedAt")
     SELECT gen_random_uuid(), 45, -75, n || ' Elm' || h % 5 || ' St', n % 9, 'Elm' || h % 5, 'Town ' || h % 3, 'ON', 'K1A0A' || h % 10, ($1::"BuildingType"[])[1 + h % 4],
       h % 7, (ARRAY[NULL, 0, 40, 59, 60, 70, 84, 85, 90, 100])[1 + h / 3 % 10], ($2::"GeocodeProvider"[])[1 + h / 5 % 10],
       CASE WHEN h / 7 % 3 > 0 THEN TIMESTAMPTZ '2031-06-01' - (h % 300) * interval '1 day' END,
       CASE WHEN h / 7 % 3 > 0 THEN ($3::"VisitOutcome"[])[1 + h / 11 % 10] END, (h / 13 % 4 = 0)::int, (h / 17 % 4 = 0)::int, (h / 19 % 4 = 0)::int,
       (h / 23 % 4 = 0)::int, (h / 29 % 2), n % 9 || '|elm' || h % 5, 'elm' || h % 5 || '|town ' || h % 3 || '|on', n,
       CASE WHEN h / 31 % 10 = 0 THEN now() END, now()
     FROM (SELECT n, abs(hashint4(n)) AS h FROM generate_series(1, 600) n) made`,
    [buildingTypes, geocodeProviders, visitOutcomes],
  );
  await pool.query(
    `INSERT INTO "Street" ("key", "name", "municipality", "province")
     SELECT DISTINCT "streetKey", split_part("streetKey", '|', 1), split_part("streetKey", '|', 2), split_part("streetKey", '|', 3) FROM "Location"`,
  );
  await pool.query(`ANALYZE "Location"`);
});
afterAll(() => test.drop());

const now = new Date("2031-06-01T12:00:00Z");
const each = <T>(name: keyof LocationFilter, values: readonly T[]) => values.map((value) => ({ [name]: [value] }));
const filters: object[] = [
  ...each("type", buildingTypes),
  ...each("band", confidenceBands),
  ...each("provider", [...geocodeProviders, "none"]),
  ...each("outcome", visitOutcomes),
  ...each("support", supportChoices),
  { support: ["1", "none"] },
  { support: ["2", "4"], type: ["COMMERCIAL", "MIXED_USE"], sign: "yes" },
  { sign: "no", visited: "yes" },
  { visited: "no", band: ["high", "none"] },
  { visited: "in90" },
  { visited: "before90", provider: ["GOOGLE", "none"] },
  { municipality: "Town 1", support: ["1"] },
  { q: "elm2" },
  { q: "4 elm" },
  { postal: "K1A0A3", sign: "yes" },
];

it("merges and gathers exactly what the conditions of a filter let through, in every order", async () => {
  const deps = testDeps({ db: test.db, clock: fakeClock("2031-06-01T12:00:00Z") });
  const admin = anActor("MAP_ADMIN");
  for (const given of filters) {
    const filter = locationFilterSchema.parse({ ...noFilter, ...given });
    const { gathered } = await locationConditions(test.db, { filter, scope: "all", now });
    const wanted = (await listLocationIds(test.db, { where: gathered, ids: null, limit: 1000 })).sort();
    expect(wanted.length, JSON.stringify(given)).toBeGreaterThan(0);
    for (const sort of locationSorts) {
      const seen: string[] = [];
      const totals = new Set<number>();
      for (let after: string | null = null, isOn = true; isOn; isOn = after !== null) {
        const page = await listLocations(deps, admin, listLocationsInput.parse({ filter, sort, descending: true, after, pageSize: 100 }));
        seen.push(...page.items.map(({ id }) => id));
        totals.add(page.total);
        after = page.next;
      }
      expect([...seen].sort(), `${JSON.stringify(given)} by ${sort}`).toEqual(wanted);
      expect([...totals]).toEqual([wanted.length]);
      const units = await test.db.prisma.location.findMany({ where: { id: { in: seen } }, select: { id: true, totalUnits: true } });
      const unitsOf = new Map(units.map(({ id, totalUnits }) => [id, totalUnits]));
      if (sort === "units") expect(seen.map((id) => unitsOf.get(id))).toEqual(units.map((one) => one.totalUnits).sort((a, b) => b - a));
    }
  }
});
