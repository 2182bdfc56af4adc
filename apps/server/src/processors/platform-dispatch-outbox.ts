import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { dispatchOutbox } from "@cml/services/platform";

export const platformDispatchOutbox =
  (deps: Deps): Processor<"platform.dispatch-outbox"> =>
  async () => {
    await dispatchOutbox(deps);
  };
