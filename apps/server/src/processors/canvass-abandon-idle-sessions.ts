import { systemActor } from "@cml/domain/kernel";
import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { abandonIdleSessions } from "@cml/services/canvass";

export const canvassAbandonIdleSessions =
  (deps: Deps): Processor<"canvass.abandon-idle-sessions"> =>
  async () => {
    await abandonIdleSessions(deps, systemActor());
  };
