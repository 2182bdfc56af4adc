import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { foldStoredCounters } from "@cml/services/platform";

export const platformFoldCounters =
  (deps: Deps): Processor<"platform.fold-counters"> =>
  async () => {
    await foldStoredCounters(deps);
  };
