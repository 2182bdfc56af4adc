import { rawTransaction, transaction } from "@cml/db";
import { findUndoableImport, markImportUndone, type StoredMapLine, undoMapLines } from "@cml/db/map";
import { type Actor, AppError, idSchema } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { requireShell } from "./require-shell";

/** Takes an import of lines back. Throws NOT_FOUND where it is none, was undone already, or is older than 30 days. */
export const undoLineImport = async (deps: Deps, actor: Actor, importId: string): Promise<{ undone: "lines" }> => {
  requireShell(actor);
  const found = idSchema.safeParse(importId).success ? await findUndoableImport(deps.db, importId) : null;
  if (found?.kind !== "lines") throw new AppError("NOT_FOUND", "representative.importNotUndoable");
  // Written by us when the import ended.
  const { changed } = found.before as { changed: StoredMapLine[] };
  await rawTransaction(deps.db, (client) => undoMapLines(client, importId, changed));
  await transaction(deps.db, (db) => markImportUndone(db, { id: importId, trashId: found.trashId, now: deps.clock.now() }));
  return { undone: "lines" };
};
