import { transaction } from "@cml/db";
import { findMapSettings, updateMapSettings } from "@cml/db/settings";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";

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
