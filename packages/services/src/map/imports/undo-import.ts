import { beginUndo, findImport } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import { canUndoImport, type ImportRunView } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { requireWholeMapFor, userIdOf } from "../require-map-scope";
import { getImport } from "./get-import";

/**
 * Asks for a whole import to be put back and queues it: doors it made go, fields it changed get their old values, what people used
 * since stays and is listed. Throws NOT_FOUND, or CONFLICT when it has not ended, was undone, or only compared.
 */
export const undoImport = async (deps: Deps, actor: Actor, { importId }: { importId: string }): Promise<ImportRunView> => {
  await requestUndo(deps, actor, { importId });
  await deps.jobs.add("map.undo-import", { importId }, { jobId: `undo-${importId}` });
  return getImport(deps, actor, importId);
};

/** The same without the job, for the shell, which runs it itself. */
export const requestUndo = async (deps: Deps, actor: Actor, { importId }: { importId: string }): Promise<void> => {
  requireWholeMapFor(actor, "location.import");
  const run = await findImport(deps.db, importId);
  if (run === null) throw new AppError("NOT_FOUND", "map.import.notFound");
  const { created, changed } = run.counts;
  const begun =
    canUndoImport(run) &&
    (await beginUndo(deps.db, importId, {
      step: "fields",
      after: null,
      restored: 0,
      removed: 0,
      kept: 0,
      total: created + changed,
      startedAt: deps.clock.now().toISOString(),
      byUserId: userIdOf(actor),
    }));
  if (!begun) throw new AppError("CONFLICT", run.status === "UNDONE" ? "map.import.undone" : "map.import.notUndoable");
};
