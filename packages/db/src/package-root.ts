import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of packages/db, whether this runs from src or from dist: migrations are read from the source tree beside it. */
export const packageRoot = (): string => {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!fs.existsSync(path.join(folder, "package.json"))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error("packages/db cannot find its own package.json");
    folder = parent;
  }
  return folder;
};
