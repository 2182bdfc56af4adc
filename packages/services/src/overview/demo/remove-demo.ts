import { transaction } from "@cml/db";
import { countDemo, demoRemovedAction, findDemoState } from "@cml/db/overview";
import type { Actor } from "@cml/domain/kernel";
import type { DemoStatus } from "@cml/domain/overview";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { clearDemo, demoLock } from "./load-demo";

const longEnoughMs = 60_000;

/**
 * Deletes exactly what the demo made and what hangs on it: letters to its campaign, visits at its doors, sign-ups for its
 * shifts, everything its people recorded. It does not come back at the next start. False when there was none.
 */
export const removeDemo = (deps: Deps, actor: Actor): Promise<{ removed: boolean }> =>
  deps.locks.withLock(demoLock, async () => {
    if (!(await findDemoState(deps.db)).anything) return { removed: false };
    const { loaded: _loaded, ...facts } = await countDemo(deps.db);
    await transaction(
      deps.db,
      async (tx) => {
        await clearDemo(tx);
        await recordAudit(tx, { actor, action: demoRemovedAction, entity: "Demo", facts });
      },
      { timeoutMs: longEnoughMs },
    );
    await deps.events.publish({ type: "settings.changed" });
    return { removed: true };
  });

export const getDemoStatus = (deps: Deps, _actor: Actor): Promise<DemoStatus> => countDemo(deps.db);
