import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

const neverRead = new Set(["node_modules", "dist", "generated", ".git", ".turbo", ".cache", ".data", "artifacts", "coverage"]);

/** All files under `folder` (or the file itself), sorted, relative to `base`, without what is made by builds. */
export const listFiles = (base, folder, wanted = (_file) => true) => {
  const here = path.join(base, folder);
  const found = fs.statSync(here, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (found.isFile()) return wanted(folder) ? [folder] : [];
  return fs
    .readdirSync(here, { withFileTypes: true })
    .filter((entry) => !neverRead.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = path.posix.join(folder, entry.name);
      if (entry.isDirectory()) return listFiles(base, name, wanted);
      return entry.isFile() && wanted(name) ? [name] : [];
    });
};

/** One hash of the names and contents of all `places`; times and owners do not count. */
export const hashOf = (base, places, wanted) => {
  const hash = createHash("sha256");
  for (const file of places.flatMap((place) => listFiles(base, place, wanted))) {
    const bytes = fs.readFileSync(path.join(base, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
};
