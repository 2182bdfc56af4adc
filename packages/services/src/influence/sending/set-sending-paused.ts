import { transaction } from "@cml/db";
import { updateSiteSettings } from "@cml/db/settings";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { queueRelease } from "../campaign-emails/queue-release";
import { requireWholeHouse } from "./require-whole-house";

/** Stops all letters of the house, those on the queue too, or lets them leave again. */
export const setSendingPaused = async (deps: Deps, actor: Actor, { paused }: { paused: boolean }): Promise<{ paused: boolean }> => {
  requireWholeHouse(actor);
  await transaction(deps.db, async (db) => {
    await updateSiteSettings(db, { sendingPaused: paused });
    await recordAudit(db, { actor, action: paused ? "sending.pause" : "sending.resume", entity: "SiteSettings" });
  });
  await deps.events.publish({ type: "settings.changed" });
  if (!paused) await queueRelease(deps);
  return { paused };
};
