import fs from "node:fs/promises";
import path from "node:path";
import { createDb, migrate, rawTransaction, type RootDb, startEmbeddedPostgres } from "@cml/db";
import { insertCut } from "@cml/db/map";
import { makeNar } from "@cml/scripts/make-nar";
import { v7 as newId } from "uuid";
import { atMost, type Figure } from "../figure";
import { withFolder } from "../running";
import { type ImportDone, inOwnProcess } from "./import-process";
import { edited, shuffled } from "./other-register";
import { dumpRows, rawCopySeconds } from "./raw-copy";

const bench = "doors";
const millionRows = 1_000_000;
const cutsAcross = [10, 5] as const;

type House = { folder: string; databaseUrl: string; register: string; dataDir: string };

const withHouse = <T>(rows: number, work: (house: House) => Promise<T>): Promise<T> =>
  withFolder("doors", async (folder) => {
    const postgres = await startEmbeddedPostgres({ folder: path.join(folder, "postgres") });
    try {
      const register = path.join(folder, "register");
      await makeNar({ rows, out: register, vintage: "202606", city: ["ottawa"], parts: 1, seed: 1, zip: false });
      await migrate(postgres.url);
      return await work({ folder, databaseUrl: postgres.url, register, dataDir: path.join(folder, "data") });
    } finally {
      await postgres.stop();
    }
  });

/** Fifty areas over the made city, side by side, each with a border of a few hundred corners as real ones have. */
const drawCuts = async (db: RootDb): Promise<void> => {
  const [columns, lines] = cutsAcross;
  const west = -76.05;
  const south = 45.2;
  const width = 0.08;
  const height = 0.06;
  const edge = (from: readonly [number, number], to: readonly [number, number]) =>
    Array.from({ length: 60 }, (_, step): [number, number] => [
      from[0] + ((to[0] - from[0]) * step) / 60 + Math.sin(step * 1.7) * 0.0004,
      from[1] + ((to[1] - from[1]) * step) / 60 + Math.cos(step * 2.3) * 0.0004,
    ]);
  await rawTransaction(db, async (client) => {
    for (let index = 0; index < columns * lines; index += 1) {
      const x = west + (index % columns) * width;
      const y = south + Math.floor(index / columns) * height;
      const corners = [[x, y], [x + width, y], [x + width, y + height], [x, y + height]] as const; // prettier-ignore
      const ring = corners.flatMap((corner, at) => edge(corner, corners[(at + 1) % 4] ?? corner));
      const first = ring[0] ?? [x, y];
      const looks = { description: null, color: "#3388ff", opacity: 0.3, category: "CUSTOM" as const, isPublic: false, isOfficial: false };
      const marks = { source: "drawn", externalId: null, importRunId: null, createdByUserId: null, at: new Date() };
      await insertCut(client, {
        id: newId(),
        name: `Turf ${index}`,
        geometry: { type: "Polygon", coordinates: [[...ring, first]] },
        ...looks,
        ...marks,
      });
    }
  });
};

/** An import of a register beside a raw COPY of what it left; the same rows again in another order; some edited; and the way back. */
export const importRegister = ({ rows = millionRows }: { rows?: number | undefined } = {}): Promise<Figure[]> =>
  withHouse(rows, async (house) => {
    const { folder, databaseUrl, register, dataDir } = house;
    const db = createDb(databaseUrl);
    const run = (work: "import" | "compare" | "undo", what: string): Promise<ImportDone> =>
      inOwnProcess({ work, databaseUrl, dataDir, what });
    try {
      await drawCuts(db);
      const compared = await run("compare", register);
      const first = await run("import", register);
      const { rows: members } = await db.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM "CutLocation"`);
      process.stderr.write(`${JSON.stringify({ first, members: members[0]?.n })}\n`);
      const dump = path.join(folder, "dump");
      await fs.mkdir(dump);
      await dumpRows(db, dump);
      await db.pool.query(`CREATE DATABASE raw`);
      const raw = await rawCopySeconds(databaseUrl.replace(/\/[^/?]*(\?|$)/, "/raw$1"), dump);
      await fs.rm(dump, { recursive: true });
      const other = path.join(folder, "shuffled");
      await shuffled(register, other);
      const again = await run("import", other);
      const changed = path.join(folder, "edited");
      const expected = await edited(register, changed);
      const third = await run("import", changed);
      const back = await run("undo", first.importId);
      process.stderr.write(`${JSON.stringify({ compared, again, third, expected, back })}\n`);
      const name = `${rows.toLocaleString("en-CA")} addresses of a register`;
      return [
        timesOf({
          figure: `import of ${name} in 50 areas, beside a raw COPY of its rows`,
          seconds: first.seconds,
          reference: raw,
          most: 2.5,
        }),
        atMost({ bench, figure: `peak memory of the process that imports ${name}`, value: first.peakMegabytes, unit: "MB" }, 400),
        timesOf({
          figure: `comparison of ${name} before anything changes, beside the import`,
          seconds: compared.seconds,
          reference: first.seconds,
          most: 1,
        }),
        timesOf({ figure: "the same rows in another order, beside the import", seconds: again.seconds, reference: first.seconds, most: 1 }),
        atMost(
          {
            bench,
            figure: "rows changed or made by the same rows in another order",
            value: again.counts.changed + again.counts.created,
            unit: "rows",
          },
          0,
        ),
        timesOf({ figure: "1 % of the rows edited, beside the import", seconds: third.seconds, reference: first.seconds, most: 1 }),
        atMost(
          {
            bench,
            figure: `rows changed beside the ${expected} that were edited`,
            value: Math.abs(third.counts.changed - expected),
            unit: "rows",
          },
          0,
        ),
        timesOf({ figure: "undo of the import, beside the import", seconds: back.seconds, reference: first.seconds, most: 1 }),
      ];
    } finally {
      await db.close();
    }
  });

/** The memory of an import five times as large. */
export const largeImport = ({ rows = 5 * millionRows }: { rows?: number | undefined } = {}): Promise<Figure[]> =>
  withHouse(rows, async ({ databaseUrl, register, dataDir }) => {
    const { peakMegabytes: value } = await inOwnProcess({ work: "import", databaseUrl, dataDir, what: register });
    return [
      atMost(
        { bench, figure: `peak memory of the process that imports ${rows.toLocaleString("en-CA")} addresses`, value, unit: "MB" },
        400,
      ),
    ];
  });

type Timed = { figure: string; seconds: number; reference: number; most: number };

const timesOf = ({ figure, seconds, reference, most }: Timed): Figure => {
  const ratio = Number((seconds / reference).toPrecision(3));
  const round = (value: number): number => Number(value.toPrecision(4));
  return {
    bench,
    figure,
    value: round(seconds),
    target: `<= ${most} x the reference`,
    pass: ratio <= most,
    unit: "s",
    reference: round(reference),
    ratio,
  };
};
