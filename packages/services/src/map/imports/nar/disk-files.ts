import { createReadStream } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { AppError } from "@cml/domain/kernel";
import { parseNarFileName } from "@cml/domain/map";
import type { RandomAccess } from "@cml/formats";

const deepest = 3;

/** A file of this machine read from any place. */
export const diskBytes = async (file: string): Promise<RandomAccess> => {
  const { size } = await stat(file);
  return {
    sizeBytes: size,
    read: (start, end) => Promise.resolve(createReadStream(file, { start, end: Math.max(start, end - 1), highWaterMark: 256 * 1024 })),
  };
};

/** Files of a register at a path: the file itself, or those below a folder, with their names from there. Throws INVALID `map.import.noSuchFile`. */
export const registerFilesAt = async (given: string): Promise<{ name: string; path: string }[]> => {
  const found = await stat(given).catch(() => null);
  if (found === null) throw new AppError("INVALID", "map.import.noSuchFile", { path: given });
  if (found.isFile()) return [{ name: path.basename(given), path: given }];
  const files = await below(given, 0);
  return files.map((file) => ({ name: path.relative(given, file).split(path.sep).join("/"), path: file }));
};

const below = async (folder: string, depth: number): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries
      .filter(({ name }) => !name.startsWith("."))
      .map(async (entry) => {
        const file = path.join(folder, entry.name);
        // A link is not followed: it could lead anywhere on this machine.
        if (entry.isDirectory()) return depth < deepest ? below(file, depth + 1) : [];
        return entry.isFile() && (parseNarFileName(entry.name) !== null || (depth > 0 && isZip(entry.name))) ? [file] : [];
      }),
  );
  return found.flat().sort();
};

export const isZip = (name: string): boolean => name.toLowerCase().endsWith(".zip");

/** The server's import folder; null when nobody made one. */
export const importFolder = (dataDir: string): Promise<string | null> => realpath(path.join(dataDir, "import")).catch(() => null);
