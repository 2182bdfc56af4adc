import { listAbandonedImports } from "@cml/db/map";
import type { Deps } from "../../deps";

const patienceMs = 60_000;

/** Queues runs and undos anew whose process died or whose job was lost; what somebody works on is left to them. */
export const resumeImports = async (deps: Deps): Promise<number> => {
  const now = deps.clock.now();
  const abandoned = await listAbandonedImports(deps.db, new Date(now.getTime() - patienceMs));
  for (const { id, state } of abandoned) {
    // A waiting job keeps its name, so that no second one is laid beside it; one that ran and ended may have kept its name too.
    const again = `${id}-${Math.floor(now.getTime() / patienceMs)}`;
    if (state === "undo") await deps.jobs.add("map.undo-import", { importId: id }, { jobId: `undo-${again}` });
    else await deps.jobs.add("map.run-import", { importId: id }, { jobId: `import-${state === "queued" ? id : again}` });
  }
  return abandoned.length;
};
