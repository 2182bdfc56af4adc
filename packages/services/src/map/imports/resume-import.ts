import { findImport, reopenImport } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import { canResumeImport, type ImportRunView } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { maySeePeople } from "../locations/get-location";
import { requireWholeMapFor } from "../require-map-scope";
import { getImport } from "./get-import";

/**
 * Goes on with an import that was stopped or failed, from its checkpoint: what stands is neither written nor counted again. A comparison,
 * which has nothing to go on from, begins anew. Throws NOT_FOUND, or CONFLICT when it goes, is done, or was put back.
 */
export const resumeImport = async (deps: Deps, actor: Actor, { importId }: { importId: string }): Promise<ImportRunView> => {
  await reopen(deps, actor, importId);
  // A name of its own: the job of the first attempt may have kept its name.
  await deps.jobs.add("map.run-import", { importId }, { jobId: `import-${importId}-${deps.newId()}` });
  return getImport(deps, actor, importId);
};

/** The same without the job, for the shell, which runs it itself. */
export const requestResume = (deps: Deps, actor: Actor, { importId }: { importId: string }): Promise<void> => reopen(deps, actor, importId);

const reopen = async (deps: Deps, actor: Actor, importId: string): Promise<void> => {
  requireWholeMapFor(actor, "location.import");
  const run = await findImport(deps.db, importId);
  if (run === null) throw new AppError("NOT_FOUND", "map.import.notFound");
  if (run.kind === "people" && !maySeePeople(actor)) throw new AppError("FORBIDDEN", "auth.notAllowed");
  const isOpen = canResumeImport(run) && (await reopenImport(deps.db, importId, deps.clock.now()));
  if (!isOpen) throw new AppError("CONFLICT", "map.import.notResumable");
  await deps.events.publish({ type: "import.progress", importId });
};
