import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { ImportOptions, ImportPreview } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { requireWholeMapFor } from "../require-map-scope";
import { previewAddresses } from "./preview-import";

/** For the shell: how a table of this machine was read and how its first rows would land; leaves nothing behind. Throws as the import would. */
export const previewImportFile = async (
  deps: Deps,
  actor: Actor,
  { path, options }: { path: string; options: ImportOptions },
): Promise<ImportPreview> => {
  requireWholeMapFor(actor, "location.import");
  const file = await stat(path).catch(() => null);
  if (file === null || !file.isFile()) throw new AppError("INVALID", "map.import.noSuchFile", { path });
  const key = `imports/${deps.newId()}`;
  await deps.storage.put(key, createReadStream(path), "application/octet-stream");
  try {
    return await previewAddresses(deps, { uploadKey: key, fileName: basename(path), ...options });
  } finally {
    await deps.storage.remove(key);
  }
};
