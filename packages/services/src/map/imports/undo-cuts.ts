import {
  holdDoors, type KeptName, listNamesAsKept, nameOfCut, pageCutsOf, putCutBack, rebuildMembership, recountCuts, removeCuts, takeCutsBefore,
} from "@cml/db/map"; // prettier-ignore
import { boundsOf, type CutGeometry } from "@cml/domain/map";
import type { UndoStep } from "./undo-step";

/** Areas the import gave another shape or id get back what they had; one a later import changed again stays and is listed. */
export const undoCutShapes: UndoStep = async (deps, client, { run, undo }) => {
  await holdDoors(client);
  const changed = await takeCutsBefore(client, run.id, deps.clock.now());
  const kept: KeptName[] = [];
  let restored = 0;
  for (const cut of changed) {
    const name = await nameOfCut(client, cut.id);
    if (name === null) continue;
    const geometry = await putCutBack(client, cut, JSON.stringify(boundsOf(JSON.parse(cut.before.geojson) as CutGeometry)));
    if (geometry === null) {
      kept.push({ id: cut.id, name, reason: "otherImport" });
      continue;
    }
    restored += 1;
    if (cut.before.geojson === cut.after.geojson) continue;
    await rebuildMembership(client, { id: cut.id, geometry });
    await recountCuts(client, [cut.id]);
  }
  await listNamesAsKept(client, kept, { importId: run.id, newId: deps.newId });
  return { ...undo, after: null, restored, kept: kept.length };
};

const cutsAtOnce = 50;

/** Areas the import made go, unless somebody walked, planned with or changed them since; their doors stay in any case. */
export const undoCuts: UndoStep = async (deps, client, { run, undo }) => {
  await holdDoors(client);
  const cuts = await pageCutsOf(client, { importId: run.id, after: undo.after, take: cutsAtOnce });
  const kept = cuts.flatMap(({ id, name, reason }) => (reason === null ? [] : [{ id, name, reason }]));
  const free = cuts.flatMap(({ id, reason }) => (reason === null ? [id] : []));
  await removeCuts(client, free);
  await listNamesAsKept(client, kept, { importId: run.id, newId: deps.newId });
  const after = cuts.length < cutsAtOnce ? null : (cuts.at(-1)?.id ?? null);
  return { ...undo, after, removed: undo.removed + free.length, kept: undo.kept + kept.length };
};
