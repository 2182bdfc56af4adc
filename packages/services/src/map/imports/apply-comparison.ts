import { findImport } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { ImportRunView } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { requireWholeMapFor } from "../require-map-scope";
import { insertRun } from "./create-import";

/**
 * Begins the import a comparison was made for, with the same file and the same options. Throws NOT_FOUND, or CONFLICT when it is no
 * comparison or has not come to its end.
 */
export const applyComparison = async (deps: Deps, actor: Actor, { importId }: { importId: string }): Promise<ImportRunView> => {
  requireWholeMapFor(actor, "location.import");
  const compared = await findImport(deps.db, importId);
  if (compared === null) throw new AppError("NOT_FOUND", "map.import.notFound");
  if (!compared.isComparison || compared.status !== "COMPLETED") throw new AppError("CONFLICT", "map.import.notCompared");
  const { kind, fileName, storageKey, options } = compared;
  const view = await insertRun(deps, actor, { kind, fileName, storageKey, isComparison: false, options });
  await deps.jobs.add("map.run-import", { importId: view.id }, { jobId: `import-${view.id}` });
  return view;
};
