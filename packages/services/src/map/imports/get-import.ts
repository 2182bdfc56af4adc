import { findImport, listImports as listStoredImports } from "@cml/db/map";
import { type Actor, AppError, type Page, type PageInput } from "@cml/domain/kernel";
import { importProgress, type ImportRun, type ImportRunView } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { requireWholeMapFor } from "../require-map-scope";

export const viewImport = (run: ImportRun, now: Date): ImportRunView => ({ ...run, progress: importProgress(run, now) });

/** Throws NOT_FOUND. */
export const getImport = async (deps: Deps, actor: Actor, id: string): Promise<ImportRunView> => {
  requireWholeMapFor(actor, "location.import");
  const run = await findImport(deps.db, id);
  if (run === null) throw new AppError("NOT_FOUND", "map.import.notFound");
  return viewImport(run, deps.clock.now());
};

export const listImports = async (deps: Deps, actor: Actor, input: PageInput): Promise<Page<ImportRunView>> => {
  requireWholeMapFor(actor, "location.import");
  const page = await listStoredImports(deps.db, input);
  return { ...page, items: page.items.map((run) => viewImport(run, deps.clock.now())) };
};
