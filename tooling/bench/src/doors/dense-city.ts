import type { RootDb } from "@cml/db";
import { foldTileDeltas } from "@cml/db/map";
import { type LatLng } from "@cml/domain/kernel";
import { mapCellOf } from "@cml/domain/map";

/** Montréal as it is to the eye: a middle of towers, quarters of triplexes around it, houses to the edge of the island. */
export const cityCentre: LatLng = { latitude: 45.508, longitude: -73.57 };
const metresPerDegree = 111_320;
const chunk = 20_000;

/** The same numbers each time. */
const dice = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

type Building = LatLng & { units: number };

const buildingAt = (roll: () => number): Building => {
  const inner = roll() < 0.45;
  // Nearer to the middle more stand on a square kilometre: a normal cloud there, an even disc around it.
  const metres = inner ? 3_200 * Math.sqrt(-2 * Math.log(1 - roll() * 0.9999)) : 16_000 * Math.sqrt(roll());
  const angle = roll() * 2 * Math.PI;
  const latitude = cityCentre.latitude + (metres * Math.sin(angle)) / metresPerDegree;
  const longitude = cityCentre.longitude + (metres * Math.cos(angle)) / (metresPerDegree * Math.cos((cityCentre.latitude * Math.PI) / 180));
  const kind = roll();
  const units =
    kind < 0.55 ? 1 : kind < 0.9 ? 2 + Math.floor(roll() * 4) : kind < 0.99 ? 6 + Math.floor(roll() * 12) : 40 + Math.floor(roll() * 160);
  return { latitude, longitude, units };
};

/**
 * One dense city of so many addresses, a tenth of them visited with support and a few signs, counted as a running product would have it.
 * Gives how many buildings that is.
 */
export const writeDenseCity = async (db: RootDb, addresses: number): Promise<number> => {
  const roll = dice(20_261_122);
  let [doors, buildings] = [0, 0];
  while (doors < addresses) {
    const made: Building[] = [];
    while (made.length < chunk && doors < addresses) {
      const building = buildingAt(roll);
      const units = Math.min(building.units, addresses - doors);
      made.push({ ...building, units });
      doors += units;
    }
    await writeChunk(db, made, buildings);
    buildings += made.length;
  }
  await foldTileDeltas(db);
  await db.pool.query("VACUUM (ANALYZE)");
  return buildings;
};

const writeChunk = async ({ pool }: RootDb, made: readonly Building[], from: number): Promise<void> => {
  await pool.query(
    `WITH rows AS (
       SELECT gen_random_uuid() AS id, b.*, $1::int + row_number() OVER () AS n
       FROM unnest($2::float8[], $3::float8[], $4::bigint[], $5::int[]) b(latitude, longitude, cell, units)
     ), buildings AS (
       INSERT INTO "Location" ("id", "latitude", "longitude", "mapCell", "totalUnits", "address", "civicNumber", "municipality", "province",
         "streetKey", "searchKey", "updatedAt")
       SELECT id, latitude, longitude, cell, units, n % 9000 || ' Rue ' || n / 90, n % 9000, 'Montréal', 'QC', 'rue ' || n / 90 || '|montreal|qc', '', now() FROM rows
     )
     INSERT INTO "Address" ("id", "locationId", "unitNumber", "supportLevel", "sign", "lastVisitedAt", "lastOutcome", "updatedAt")
     SELECT gen_random_uuid(), id, CASE WHEN units > 1 THEN u::text END,
       CASE WHEN (n + u) % 10 = 0 THEN (ARRAY['1', '2', '3', '4'])[1 + (n + u) / 10 % 4]::"SupportLevel" END, (n + u) % 200 = 0,
       CASE WHEN (n + u) % 10 = 0 THEN now() END, CASE WHEN (n + u) % 10 = 0 THEN 'SPOKE_WITH'::"VisitOutcome" END, now()
     FROM rows, generate_series(1, units) u`,
    [
      from,
      made.map(({ latitude }) => latitude),
      made.map(({ longitude }) => longitude),
      made.map((building) => mapCellOf(building).toString()),
      made.map(({ units }) => units),
    ],
  );
};
