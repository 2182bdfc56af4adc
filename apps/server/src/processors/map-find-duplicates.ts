import { JobPostponed, type Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { runDuplicateScan, ScanInterrupted } from "@cml/services/map";

export const mapFindDuplicates =
  (deps: Deps): Processor<"map.find-duplicates"> =>
  async ({ scanId }, { signal }) => {
    try {
      await runDuplicateScan(deps, { scanId, signal });
    } catch (error) {
      throw error instanceof ScanInterrupted ? new JobPostponed() : error;
    }
  };
