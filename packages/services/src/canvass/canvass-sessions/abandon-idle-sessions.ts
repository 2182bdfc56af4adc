import { transaction } from "@cml/db";
import { endSession, listIdleSessions } from "@cml/db/canvass";
import { abandonedBefore } from "@cml/domain/canvass";
import type { SystemActor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

/** Ends sessions with no sign of life for twelve hours, at the moment of their last one. Gives how many. */
export const abandonIdleSessions = async (deps: Deps, _actor: SystemActor): Promise<number> => {
  const idle = await listIdleSessions(deps.db, abandonedBefore(deps.clock.now()));
  let ended = 0;
  for (const { id, lastActivityAt } of idle) {
    const session = await transaction(deps.db, (db) => endSession(db, id, { status: "ABANDONED", endedAt: lastActivityAt }));
    if (session !== null) ended += 1;
  }
  if (ended > 0) deps.logger.info({ ended }, "idle canvass sessions were ended");
  return ended;
};
