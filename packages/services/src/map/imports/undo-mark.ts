import type { StoredImport, WriteMark } from "@cml/db/map";
import type { ImportUndo } from "@cml/domain/map";
import type { Deps } from "../../deps";

/** Lines an undo writes are of whoever asked for it. */
export const undoMark = (deps: Deps, { run, undo }: { run: StoredImport; undo: ImportUndo }): WriteMark => ({
  importId: run.id,
  userId: undo.byUserId,
  source: run.options.source,
  at: deps.clock.now(),
  newId: deps.newId,
  action: "IMPORT_UNDONE",
});
