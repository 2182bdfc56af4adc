import fs from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createDb, migrate, rawTransaction, type RootDb } from "@cml/db";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";

// What an import leaves behind, parents first. The run itself and the areas stand before the clock starts.
const given = ["ImportRun", "Cut"];
const tables = [
  "Street",
  "TownAlias",
  "Location",
  "Address",
  "LocationHistory",
  "CutLocation",
  "MapTileCount",
  "UnplacedAddress",
  "ImportReject",
];

/** Writes the rows an import left, as COPY gives them, one file for each table. */
export const dumpRows = async (db: RootDb, folder: string): Promise<void> => {
  for (const table of [...given, ...tables]) {
    const client = await db.pool.connect();
    try {
      await pipeline(client.query(copyTo(`COPY "${table}" TO STDOUT`)), fs.createWriteStream(path.join(folder, `${table}.copy`)));
    } finally {
      client.release();
    }
  }
};

/**
 * Seconds a raw COPY of those rows takes into an empty database with the same tables, indexes and foreign keys. Our triggers are off:
 * what they keep is among the rows.
 */
export const rawCopySeconds = async (url: string, folder: string): Promise<number> => {
  await migrate(url);
  const db = createDb(url);
  try {
    await rawTransaction(db, async (client) => {
      for (const table of tables) await client.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
      for (const table of given)
        await pipeline(fs.createReadStream(path.join(folder, `${table}.copy`)), client.query(copyFrom(`COPY "${table}" FROM STDIN`)));
    });
    const begun = performance.now();
    await rawTransaction(db, async (client) => {
      for (const table of tables)
        await pipeline(fs.createReadStream(path.join(folder, `${table}.copy`)), client.query(copyFrom(`COPY "${table}" FROM STDIN`)));
    });
    return (performance.now() - begun) / 1000;
  } finally {
    await db.close();
  }
};
