import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { transaction } from "@cml/db";
import { findMapSettings, updateMapSettings } from "@cml/db/settings";
import { type Actor, AppError } from "@cml/domain/kernel";
import { openBasemap } from "@cml/formats";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";

export type ImportedBasemap = { format: string; maxZoom: number; attribution: string | null };

/**
 * Takes a PMTiles file of this machine into storage and lays it under every map; the one before goes. For the shell. Throws INVALID
 * where the file is not there or is something else, before anything changes.
 */
export const importBasemap = async (deps: Deps, actor: Actor, { path }: { path: string }): Promise<ImportedBasemap> => {
  if (actor.kind !== "system") throw new AppError("FORBIDDEN", "auth.notAllowed");
  const file = await stat(path).catch(() => null);
  if (file === null || !file.isFile()) throw new AppError("INVALID", "map.import.noSuchFile", { path });
  const { format, maxZoom, attribution } = await readFacts(path);
  const key = `basemaps/${deps.newId()}`;
  await deps.storage.put(key, createReadStream(path), "application/vnd.pmtiles");
  const before = await findMapSettings(deps.db);
  await transaction(deps.db, async (db) => {
    await updateMapSettings(db, { basemapFileKey: key, basemapAttribution: attribution ?? before.basemapAttribution });
    await recordAudit(db, { actor, action: "settings.importBasemap", entity: "MapSettings", facts: { format, maxZoom } });
  });
  if (before.basemapFileKey !== null) await deps.storage.remove(before.basemapFileKey);
  await deps.events.publish({ type: "settings.changed" });
  return { format, maxZoom, attribution };
};

const readFacts = async (path: string) => {
  const file = await open(path, "r");
  try {
    return await openBasemap(path, async (start, length) => {
      const bytes = Buffer.alloc(length);
      const { bytesRead } = await file.read(bytes, 0, length, start);
      return bytes.subarray(0, bytesRead);
    }).facts();
  } finally {
    await file.close();
  }
};

/** Maps are plain again, or lie on the configured address. Says whether there was a basemap. */
export const removeBasemap = async (deps: Deps, actor: Actor): Promise<{ removed: boolean }> => {
  if (actor.kind !== "system") throw new AppError("FORBIDDEN", "auth.notAllowed");
  const { basemapFileKey } = await findMapSettings(deps.db);
  if (basemapFileKey === null) return { removed: false };
  await transaction(deps.db, async (db) => {
    await updateMapSettings(db, { basemapFileKey: null });
    await recordAudit(db, { actor, action: "settings.removeBasemap", entity: "MapSettings", facts: {} });
  });
  await deps.storage.remove(basemapFileKey);
  await deps.events.publish({ type: "settings.changed" });
  return { removed: true };
};
