import { systemActor } from "@cml/domain/kernel";
import { JobPostponed, type Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { ImportInterrupted, runImport } from "@cml/services/map";

export const mapRunImport =
  (deps: Deps): Processor<"map.run-import"> =>
  async ({ importId }, { signal }) => {
    try {
      await runImport(deps, systemActor(), { importId, signal });
    } catch (error) {
      throw error instanceof ImportInterrupted ? new JobPostponed() : error;
    }
  };
