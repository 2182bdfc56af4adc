import { systemActor } from "@cml/domain/kernel";
import { JobPostponed, type Processor } from "@cml/jobs";
import type { Deps } from "@cml/services";
import { ImportInterrupted, runUndo } from "@cml/services/map";

export const mapUndoImport =
  (deps: Deps): Processor<"map.undo-import"> =>
  async ({ importId }, { signal }) => {
    try {
      await runUndo(deps, systemActor(), { importId, signal });
    } catch (error) {
      throw error instanceof ImportInterrupted ? new JobPostponed() : error;
    }
  };
