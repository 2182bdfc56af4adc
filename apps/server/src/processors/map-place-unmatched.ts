import { JobPostponed, type Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { PlacingInterrupted, runUnmatched } from "@cml/services/map";

export const mapPlaceUnmatched =
  (deps: Deps): Processor<"map.place-unmatched"> =>
  async ({ runId }, { signal, lastAttempt }) => {
    try {
      await runUnmatched(deps, { runId, signal, isLastTry: lastAttempt });
    } catch (error) {
      throw error instanceof PlacingInterrupted ? new JobPostponed() : error;
    }
  };
