import { isDatabaseFull } from "@cml/db";
import { claimImport, endImport, findImport, forgetWholeImport } from "@cml/db/map";
import { type Actor, AppError, isAppError } from "@cml/domain/kernel";
import type { ImportKind, ImportRunView } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { runBasemapImport } from "../basemap/run-basemap-import";
import { runLineImport } from "../lines/run-line-import";
import { requireWholeMapFor } from "../require-map-scope";
import { getImport } from "./get-import";
import { type ImportContext, type ImportListener, ImportStopped } from "./import-run-context";
import { openCsvRows } from "./csv-rows";
import { forgetRegister } from "./nar/forget-register";
import { openNarRows } from "./nar/open-nar-rows";
import { openPeopleRows } from "./people/people-rows";
import { peopleWriter } from "./people/write-people";
import { runCutImport } from "./run-cut-import";
import { runRows } from "./run-rows";
import { doorWriter } from "./write-doors";

export type RunImportInput = { importId: string; signal?: AbortSignal; onProgress?: ImportListener };

/**
 * Runs an import from its checkpoint to its end; safe to call again after a crash. A file that cannot be read ends it FAILED with the
 * sentence for people; anything else (database gone, process closing) is thrown and leaves it RUNNING, to go on later.
 */
export const runImport = async (deps: Deps, actor: Actor, { importId, signal, onProgress }: RunImportInput): Promise<ImportRunView> => {
  requireWholeMapFor(actor, "location.import");
  if (!(await claimImport(deps.db, importId, deps.clock.now()))) return getImport(deps, actor, importId);
  const run = await findImport(deps.db, importId);
  if (run === null) throw new AppError("NOT_FOUND", "map.import.notFound");
  const context: ImportContext = {
    run,
    signal,
    onProgress: async (counts, share) => {
      onProgress?.({ counts, share });
      await deps.events.publish({ type: "import.progress", importId });
    },
  };
  try {
    await runKind(deps, context);
    await endImport(deps.db, importId, { status: "COMPLETED", finishedAt: deps.clock.now() });
    if (run.kind === "nar") await forgetRegister(deps, run);
  } catch (error) {
    if (!(error instanceof ImportStopped)) {
      const { messageKey, params } = sentenceOf(error);
      await endImport(deps.db, importId, { status: "FAILED", error: { messageKey, params }, finishedAt: deps.clock.now() });
      deps.logger.warn({ importId, reason: messageKey, params }, "an import failed");
    }
    if (isWhole(run.kind)) await forgetWholeImport(deps.db, importId);
  }
  await deps.events.publish({ type: "import.progress", importId });
  return getImport(deps, actor, importId);
};

/** What people are told; an error nobody can mend by reading about it is thrown on. A full disk is: the run goes on once there is room. */
const sentenceOf = (error: unknown): AppError => {
  if (isAppError(error)) return error;
  if (isDatabaseFull(error)) return new AppError("UPSTREAM", "storage.databaseFull");
  throw error;
};

/** Files of these kinds land as a whole or not at all. */
const isWhole = (kind: ImportKind): boolean => kind === "lines" || kind === "basemap";

const runKind = (deps: Deps, context: ImportContext): Promise<void> => {
  if (context.run.kind === "lines") return runLineImport(deps, context);
  if (context.run.kind === "basemap") return runBasemapImport(deps, context);
  if (context.run.kind === "cuts") return runCutImport(deps, context);
  if (context.run.kind === "people")
    return runRows(deps, context, { open: (run) => openPeopleRows(deps, run), writer: (running) => peopleWriter(deps, running) });
  return runRows(deps, context, {
    open: (run) => (run.kind === "nar" ? openNarRows(deps, run) : openCsvRows(deps, run)),
    writer: (running) => doorWriter(deps, running),
  });
};
