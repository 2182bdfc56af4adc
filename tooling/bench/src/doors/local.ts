import path from "node:path";
import { createDb, migrate, type RootDb, startEmbeddedPostgres } from "@cml/db";
import { makeNar } from "@cml/scripts/make-nar";
import { geocodeLocally } from "@cml/services/map";
import { atLeast, atMost, type Figure } from "../figure";
import { machine } from "../machine";
import { percentile } from "../pace";
import { withFolder } from "../running";
import { inOwnProcess } from "./import-process";
import { askingKinds, askOf, type RealRow } from "./local-questions";

const bench = "doors";
const millionRows = 1_000_000;
const questionsOfEach = 1_500;
const warmUp = 300;
/** Right answers out of a hundred. */
const least = { clean: 99, abbreviated: 98, accentless: 98, typo: 95 } as const;

/**
 * Questions made from rows of the register itself, asked one after the other: right is the building they were made from, or one that
 * reads the same. Several cities, so that streets of one name stand in two towns.
 */
export const geocodeLocal = ({ rows = millionRows }: { rows?: number | undefined } = {}): Promise<Figure[]> =>
  withFolder("local", async (folder) => {
    const postgres = await startEmbeddedPostgres({ folder: path.join(folder, "postgres") });
    try {
      const register = path.join(folder, "register");
      await makeNar({ rows, out: register, vintage: "202606", city: ["ottawa", "gatineau", "edmonton"], parts: 1, seed: 1, zip: false });
      await migrate(postgres.url);
      await inOwnProcess({ work: "import", databaseUrl: postgres.url, dataDir: path.join(folder, "data"), what: register });
      const db = createDb(postgres.url);
      try {
        await db.pool.query(`ANALYZE "Location", "Street", "TownAlias", "Address"`);
        return await measure(db, rows);
      } finally {
        await db.close();
      }
    } finally {
      await postgres.stop();
    }
  });

const measure = async (db: RootDb, rows: number): Promise<Figure[]> => {
  const real = await someRows(db, questionsOfEach + warmUp);
  const times: number[] = [];
  const figures: Figure[] = [];
  for (const row of real.slice(0, warmUp)) await geocodeLocally(db, { text: askOf("clean", row, 0).text });
  for (const kind of askingKinds) {
    let right = 0;
    for (const [n, row] of real.slice(warmUp).entries()) {
      const asked = askOf(kind, row, n);
      const begun = performance.now();
      const { candidates } = await geocodeLocally(db, { text: asked.text });
      times.push(performance.now() - begun);
      if (await isRight(db, candidates[0]?.locationId ?? null, row)) right += 1;
      else
        process.stderr.write(
          `${kind}: ${asked.text}  (${row.address}, ${row.municipality}) -> ${candidates[0]?.address ?? "nothing"} ${candidates[0]?.municipality ?? ""} ${candidates[0]?.confidence ?? ""}\n`,
        );
    }
    const figure = `LOCAL on ${rows} addresses, right for ${kind} questions, of ${real.length - warmUp} with a town or a postal code`;
    figures.push(atLeast({ bench, figure, value: (right / (real.length - warmUp)) * 100, unit: "%" }, least[kind]));
  }
  const figure = `LOCAL on ${rows} addresses, a question, p95 of ${times.length} (${machine()})`;
  return [atMost({ bench, figure, value: percentile(times, 0.95), unit: "ms" }, 20), ...figures];
};

/** Two buildings may read the same to the last word: then either is right. */
const isRight = async (db: RootDb, id: string | null, row: RealRow): Promise<boolean> => {
  if (id === null || id === row.id) return id !== null;
  const { rows } = await db.pool.query(`SELECT 1 FROM "Location" WHERE "id" = $1 AND "searchKey" = $2`, [id, row.searchKey]);
  return rows.length > 0;
};

/** Rows from all over the register, the same ones for the same register. */
const someRows = async (db: RootDb, count: number): Promise<RealRow[]> => {
  const { rows } = await db.pool.query<RealRow>(
    `SELECT "id", "address", "municipality", "province", "postalCode", "searchKey", "streetType", "streetDirection"
     FROM "Location" WHERE "civicNumber" IS NOT NULL AND "postalCode" IS NOT NULL AND "municipality" IS NOT NULL ORDER BY md5("address" || "postalCode") LIMIT $1`,
    [count],
  );
  return rows;
};
