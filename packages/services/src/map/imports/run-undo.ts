import { endUndo, findImport, inTransaction, lockUndo, saveUndo, withImportHeld } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { ImportKind, ImportRunView, ImportUndo } from "@cml/domain/map";
import type { RawClient } from "@cml/db";
import type { Deps } from "../../deps";
import { undoBasemap } from "../basemap/undo-basemap";
import { undoLines } from "../lines/undo-lines";
import { requireWholeMapFor } from "../require-map-scope";
import { getImport } from "./get-import";
import { ImportInterrupted } from "./import-run-context";
import { keepHeapModest } from "./modest-heap";
import { chunkSizer } from "./pull-chunks";
import { undoBuildings } from "./undo-buildings";
import { undoCuts, undoCutShapes } from "./undo-cuts";
import { undoFields } from "./undo-fields";
import { undoPeople, undoPersonFields } from "./people/undo-people";
import type { UndoStep, UndoWork } from "./undo-step";
import { undoUnits } from "./undo-units";

export type RunUndoInput = { importId: string; signal?: AbortSignal; onProgress?: (undo: ImportUndo) => void };

type Steps = Record<Exclude<ImportUndo["step"], "done">, { step: UndoStep; next: ImportUndo["step"] }>;

const doorSteps: Steps = {
  fields: { step: undoFields, next: "buildings" },
  buildings: { step: undoBuildings, next: "doors" },
  doors: { step: undoUnits, next: "done" },
};

const peopleSteps: Steps = {
  fields: { step: undoPersonFields, next: "buildings" },
  buildings: { step: undoPeople, next: "done" },
  doors: { step: undoPeople, next: "done" },
};

const cutSteps: Steps = {
  fields: { step: undoCutShapes, next: "buildings" },
  buildings: { step: undoCuts, next: "done" },
  doors: { step: undoCuts, next: "done" },
};

const atOnce = (step: UndoStep): Steps => ({
  fields: { step, next: "done" },
  buildings: { step, next: "done" },
  doors: { step, next: "done" },
});

const stepsOf: Partial<Record<ImportKind, Steps>> = {
  people: peopleSteps,
  cuts: cutSteps,
  lines: atOnce(undoLines),
  basemap: atOnce(undoBasemap),
};

/**
 * Puts an import back chunk by chunk, from where an earlier attempt stood; each chunk and its place commit together. Safe to call
 * again after a crash; does nothing while somebody else is at it.
 */
export const runUndo = async (deps: Deps, actor: Actor, { importId, signal, onProgress }: RunUndoInput): Promise<ImportRunView> => {
  requireWholeMapFor(actor, "location.import");
  const run = await findImport(deps.db, importId);
  if (run === null) throw new AppError("NOT_FOUND", "map.import.notFound");
  const letHeapGrow = keepHeapModest();
  await withImportHeld(deps.db, importId, async (client) => {
    const sizer = chunkSizer();
    let undo = (await findImport(deps.db, importId))?.undo ?? null;
    while (undo !== null && undo.step !== "done") {
      if (signal?.aborted === true) throw new ImportInterrupted();
      const begun = performance.now();
      const take = sizer.rows();
      undo = await undoChunk(deps, client, { run, undo, take });
      sizer.learn(take, performance.now() - begun);
      if (undo !== null) onProgress?.(undo);
      await deps.events.publish({ type: "import.progress", importId });
    }
  }).finally(letHeapGrow);
  if (run.kind === "basemap") await deps.events.publish({ type: "settings.changed" });
  return getImport(deps, actor, importId);
};

const undoChunk = (deps: Deps, client: RawClient, { run, undo, take }: UndoWork): Promise<ImportUndo | null> =>
  inTransaction(client, async () => {
    if (undo.step === "done" || !(await lockUndo(client, run.id))) return null;
    const { step, next } = (stepsOf[run.kind] ?? doorSteps)[undo.step];
    const moved = await step(deps, client, { run, undo, take });
    const stands: ImportUndo = moved.after === null ? { ...moved, step: next } : moved;
    if (stands.step === "done") await endUndo(client, run.id, { undo: stands, at: deps.clock.now() });
    else await saveUndo(client, run.id, stands);
    return stands;
  });
