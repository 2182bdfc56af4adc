import { JobPostponed, type Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { runFolderTaking, TakingInterrupted } from "@cml/services/map";

export const mapTakeFolderFile =
  (deps: Deps): Processor<"map.take-folder-file"> =>
  async ({ id }, { signal, lastAttempt }) => {
    try {
      await runFolderTaking(deps, { id, signal, isLastTry: lastAttempt });
    } catch (error) {
      throw error instanceof TakingInterrupted ? new JobPostponed() : error;
    }
  };
