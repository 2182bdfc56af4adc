import { type StoredMapLine, takeBefore, undoMapLines } from "@cml/db/map";
import type { UndoStep } from "../imports/undo-step";

/** Lines an import made go and those it changed are as before, at once; how they were is forgotten after 30 days. */
export const undoLines: UndoStep = async (deps, client, { run, undo }) => {
  // Written by us when the import ended.
  const before = (await takeBefore(client, run.id, deps.clock.now())) as { changed: StoredMapLine[] } | null;
  const changed = before?.changed ?? [];
  const { removed, restored } = await undoMapLines(client, run.id, changed);
  return { ...undo, after: null, removed, restored, kept: run.counts.changed - restored };
};
