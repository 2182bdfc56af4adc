import { copyHistory, holdImports, listAsKept, pageUnitsOf, recountUnits, removeDoorsOf } from "@cml/db/map";
import type { UndoStep } from "./undo-step";
import { undoMark } from "./undo-mark";

/** Doors the import added to buildings that stood before it. */
export const undoUnits: UndoStep = async (deps, client, { run, undo, take }) => {
  await holdImports(client);
  const { lastId, locationIds } = await pageUnitsOf(client, { importId: run.id, after: undo.after, take });
  if (lastId === null) return { ...undo, after: null };
  if (locationIds.length === 0) return { ...undo, after: lastId };
  const { removed, kept } = await removeDoorsOf(client, run.id, locationIds);
  await recountUnits(client, locationIds);
  await listAsKept(client, kept, { importId: run.id, newId: deps.newId });
  const lines = locationIds.map((locationId) => ({ locationId, field: null, oldValue: null, newValue: null, metadata: { row: 0 } }));
  await copyHistory(client, undoMark(deps, { run, undo }), lines);
  return { ...undo, after: lastId, removed: undo.removed + removed, kept: undo.kept + kept.reduce((sum, { doors }) => sum + doors, 0) };
};
