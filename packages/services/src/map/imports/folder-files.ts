import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import type { Actor } from "@cml/domain/kernel";
import { type ImportFolderFile, importFileEndings, parseNarFileName } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { requireWholeMapFor } from "../require-map-scope";
import { importFolder } from "./nar/disk-files";

const known = [...new Set(Object.values(importFileEndings).flat())];
const isKnown = (name: string): boolean => known.some((ending) => name.toLowerCase().endsWith(ending));

/** Files in the server's import folder that a wizard can read, the newest first; parts of a register are listed as such elsewhere. */
export const listFolderFiles = async (deps: Deps, actor: Actor): Promise<ImportFolderFile[]> => {
  requireWholeMapFor(actor, "location.import");
  const folder = await importFolder(deps.config.dataDir);
  if (folder === null) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && isKnown(entry.name) && parseNarFileName(entry.name) === null);
  const files = await Promise.all(
    names.map(async ({ name }) => {
      const { size, mtime } = await stat(path.join(folder, name));
      return { name, sizeBytes: size, modifiedAt: mtime };
    }),
  );
  return files.sort((a, b) => b.modifiedAt.getTime() - a.modifiedAt.getTime());
};
