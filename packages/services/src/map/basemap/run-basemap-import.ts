import { buffer } from "node:stream/consumers";
import { transaction } from "@cml/db";
import { finishLocalImport, listBasemapKeys, tellWholeImport } from "@cml/db/map";
import { findMapSettings, updateMapSettings } from "@cml/db/settings";
import { systemActor } from "@cml/domain/kernel";
import { noCounts } from "@cml/domain/map";
import { openBasemap } from "@cml/formats";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { type ImportContext, ImportStopped } from "../imports/import-run-context";
import { storedBytes } from "../imports/nar/stored-bytes";

/**
 * Lays a PMTiles file under every map, where it lies in storage. The one before stays until the next, so that this can be undone.
 * Throws INVALID where it is something else, before anything changes.
 */
export const runBasemapImport = async (deps: Deps, { run, onProgress }: ImportContext): Promise<void> => {
  const file = await storedBytes(deps, run.storageKey);
  const read = async (start: number, length: number) => buffer(await file.read(start, Math.min(start + length, file.sizeBytes)));
  const { format, maxZoom, attribution } = await openBasemap(run.storageKey, read).facts();
  const before = await findMapSettings(deps.db);
  const isFirst = before.basemapFileKey === null;
  const counts = { ...noCounts, read: 1, [isFirst ? "created" : "changed"]: 1 };
  if (!(await tellWholeImport(deps.db, run.id, { counts, share: 1 }))) throw new ImportStopped();
  if (run.isComparison) return;
  const { basemapFileKey, basemapAttribution } = before;
  await transaction(deps.db, async (db) => {
    await updateMapSettings(db, { basemapFileKey: run.storageKey, basemapAttribution: attribution ?? basemapAttribution });
    await recordAudit(db, {
      actor: systemActor(),
      action: "settings.importBasemap",
      entity: "MapSettings",
      facts: { format, maxZoom, importId: run.id },
    });
    await finishLocalImport(db, {
      id: run.id,
      kind: "basemap",
      fileName: run.fileName,
      counts,
      rejects: [],
      before: { basemapFileKey, basemapAttribution },
      trashId: deps.newId(),
      startedAt: run.startedAt ?? run.createdAt,
      finishedAt: deps.clock.now(),
    });
  });
  await forgetOlder(deps, [run.storageKey, basemapFileKey]);
  await deps.events.publish({ type: "settings.changed" });
  await onProgress(counts, 1);
};

/** Files of earlier basemaps that neither lie under maps nor are gone back to by an undo. */
const forgetOlder = async (deps: Deps, inUse: readonly (string | null)[]): Promise<void> => {
  const keys = await listBasemapKeys(deps.db);
  for await (const { key } of deps.storage.list("basemaps/")) keys.push(key);
  for (const key of keys) if (!inUse.includes(key)) await deps.storage.remove(key);
};
