import { endImport, findImport } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { ImportRunView } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { requireWholeMapFor } from "../require-map-scope";
import { viewImport } from "./get-import";

/** Stops a run at its next chunk; what it committed stays. Throws NOT_FOUND, or CONFLICT when it has ended. */
export const cancelImport = async (deps: Deps, actor: Actor, id: string): Promise<ImportRunView> => {
  requireWholeMapFor(actor, "location.import");
  const now = deps.clock.now();
  const ended = await endImport(deps.db, id, { status: "CANCELLED", finishedAt: now });
  const run = await findImport(deps.db, id);
  if (run === null) throw new AppError("NOT_FOUND", "map.import.notFound");
  if (!ended) throw new AppError("CONFLICT", "map.import.ended");
  await deps.events.publish({ type: "import.progress", importId: id });
  return viewImport(run, now);
};
