import { transaction } from "@cml/db";
import { restoreHolders } from "@cml/db/influence";
import { findUndoableImport, markImportUndone, undoBoundaryImport } from "@cml/db/map";
import { holdersBeforeSchema } from "@cml/domain/influence";
import { type Actor, AppError, idSchema } from "@cml/domain/kernel";
import { boundariesBeforeSchema } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { requireShell } from "./require-shell";

/**
 * Takes an import of districts or representatives back: what it made goes, what it changed or removed is as before. Throws
 * NOT_FOUND where it was undone already or what stood before is no longer kept.
 */
export const undoLocalImport = async (deps: Deps, actor: Actor, importId: string): Promise<{ undone: string }> => {
  requireShell(actor);
  const undone = await transaction(
    deps.db,
    async (db) => {
      const found = idSchema.safeParse(importId).success ? await findUndoableImport(db, importId) : null;
      if (found === null || found.kind === "basemap") throw new AppError("NOT_FOUND", "representative.importNotUndoable");
      const now = deps.clock.now();
      if (found.kind === "boundaries")
        await undoBoundaryImport(db, { importRunId: importId, ...boundariesBeforeSchema.parse(found.before) });
      else await restoreHolders(db, { importRunId: importId, ...holdersBeforeSchema.parse(found.before), now });
      await markImportUndone(db, { id: importId, trashId: found.trashId, now });
      return found.kind;
    },
    { timeoutMs: 600_000 },
  );
  await deps.events.publish({ type: "boundaries.changed" });
  return { undone };
};
