import { transaction } from "@cml/db";
import { findSiteSettings, updateSetupSteps } from "@cml/db/settings";
import type { Actor } from "@cml/domain/kernel";
import { type SetSetupStepInput, type SetupState, setupStateOf } from "@cml/domain/settings";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";

/** How far the first steps are; read fresh, because a skipped step must not come back. */
export const getSetup = async (deps: Deps, _actor: Actor): Promise<SetupState> => setupStateOf((await findSiteSettings(deps.db)).setup);

/** Marks one step done or skipped; its own fields are saved by the settings' procedures. */
export const setSetupStep = async (deps: Deps, actor: Actor, { step, outcome }: SetSetupStepInput): Promise<SetupState> => {
  const state = await transaction(deps.db, async (db) => {
    await findSiteSettings(db);
    await updateSetupSteps(db, { [step]: outcome });
    await recordAudit(db, { actor, action: "settings.setup", entity: "SiteSettings", facts: { step, outcome } });
    return setupStateOf((await findSiteSettings(db)).setup);
  });
  await deps.events.publish({ type: "settings.changed" });
  return state;
};
