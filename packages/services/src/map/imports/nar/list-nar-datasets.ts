import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { type Actor, AppError } from "@cml/domain/kernel";
import { type NarDataset, narReleaseOf, parseNarFileName } from "@cml/domain/map";
import type { Deps } from "../../../deps";
import { requireWholeMapFor } from "../../require-map-scope";
import { importFolder, isZip, registerFilesAt } from "./disk-files";

/** Registers in the server's import folder, the newest first. */
export const listNarDatasets = async (deps: Deps, actor: Actor): Promise<NarDataset[]> => {
  requireWholeMapFor(actor, "location.import");
  const folder = await importFolder(deps.config.dataDir);
  if (folder === null) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  const loose = entries.filter((entry) => entry.isFile() && parseNarFileName(entry.name) !== null);
  const zips = entries.filter((entry) => entry.isFile() && isZip(entry.name));
  const folders = entries.filter((entry) => entry.isDirectory());
  const found = await Promise.all([
    ...zips.map(({ name }) => describe(name, [path.join(folder, name)], "zip")),
    ...folders.map(async ({ name }) =>
      describe(
        name,
        (await registerFilesAt(path.join(folder, name))).map((file) => file.path),
        "folder",
      ),
    ),
    describe(".", loose.map(({ name }) => path.join(folder, name)), "folder"), // prettier-ignore
  ]);
  return found.filter((one) => one !== null).sort((a, b) => b.modifiedAt.getTime() - a.modifiedAt.getTime());
};

/** The path of a dataset by its name in the list. Throws INVALID `import.noFolderFile`, for names that lead elsewhere too. */
export const datasetPath = async (deps: Deps, name: string): Promise<string> => {
  const folder = await importFolder(deps.config.dataDir);
  const entries = folder === null ? [] : await readdir(folder, { withFileTypes: true });
  const isThere = name === "." || entries.some((entry) => entry.name === name && (entry.isFile() || entry.isDirectory()));
  if (folder === null || !isThere) throw new AppError("INVALID", "import.noFolderFile", { name });
  return path.join(folder, name);
};

const describe = async (name: string, files: readonly string[], kind: NarDataset["kind"]): Promise<NarDataset | null> => {
  if (files.length === 0) return null;
  const stats = await Promise.all(files.map((file) => stat(file)));
  return {
    name,
    kind,
    release: narReleaseOf(name),
    files: files.length,
    sizeBytes: stats.reduce((sum, { size }) => sum + size, 0),
    modifiedAt: new Date(Math.max(...stats.map(({ mtimeMs }) => mtimeMs))),
  };
};
