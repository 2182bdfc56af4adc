import {
  copyHistory, findBuildingsToKeep, holdImports, listAsKept, pageBuildingsOf, recountUnits, removeBuildings, removeDoorsOf,
} from "@cml/db/map"; // prettier-ignore
import { undoMark } from "./undo-mark";
import type { UndoStep } from "./undo-step";

/** Buildings the import set up: they go with their doors, unless somebody used or edited them, or another import is in them. */
export const undoBuildings: UndoStep = async (deps, client, { run, undo, take }) => {
  await holdImports(client);
  const buildings = await pageBuildingsOf(client, { importId: run.id, after: undo.after, take });
  if (buildings.length === 0) return { ...undo, after: null };
  const { removed, kept } = await removeDoorsOf(client, run.id, buildings);
  const staying = [...kept, ...(await findBuildingsToKeep(client, run.id, buildings))];
  const stays = new Set(staying.map(({ locationId }) => locationId));
  await removeBuildings(client, buildings.filter((id) => !stays.has(id))); // prettier-ignore
  await recountUnits(client, [...stays]);
  await listAsKept(client, staying, { importId: run.id, newId: deps.newId });
  const lines = [...stays].map((locationId) => ({ locationId, field: null, oldValue: null, newValue: null, metadata: { row: 0 } }));
  await copyHistory(client, undoMark(deps, { run, undo }), lines);
  const after = buildings.length < take ? null : (buildings.at(-1) ?? null);
  return { ...undo, after, removed: undo.removed + removed, kept: undo.kept + kept.reduce((sum, { doors }) => sum + doors, 0) };
};
