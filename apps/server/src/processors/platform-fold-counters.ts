import type { Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { foldLetterCounts } from "@cml/services/influence";
import { foldStoredCounters } from "@cml/services/platform";

export const platformFoldCounters =
  (deps: Deps): Processor<"platform.fold-counters"> =>
  async () => {
    await foldStoredCounters(deps);
    await foldLetterCounts(deps);
  };
