import { listNamesAsKept, type StoredMapLine, takeBefore, undoMapLines } from "@cml/db/map";
import type { UndoStep } from "../imports/undo-step";

/**
 * Lines an import made go and those it changed are as before, at once; what a later import changed stays and is listed. How they were is
 * forgotten after 30 days.
 */
export const undoLines: UndoStep = async (deps, client, { run, undo }) => {
  // Written by us when the import ended.
  const before = (await takeBefore(client, run.id, deps.clock.now())) as { changed: StoredMapLine[] } | null;
  const changed = before?.changed ?? [];
  const { removed, restored, kept } = await undoMapLines(client, run.id, changed);
  await listNamesAsKept(client, kept, { importId: run.id, newId: deps.newId });
  // Those whose import of before is forgotten could not be put back either.
  return { ...undo, after: null, removed, restored, kept: run.counts.created + run.counts.changed - removed - restored };
};
