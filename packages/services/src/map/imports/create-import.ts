import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { transaction } from "@cml/db";
import { insertImport } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { CreateImportInput, ImportKind, ImportOptions, ImportRunView } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { maySeePeople } from "../locations/get-location";
import { requireWholeMapFor, userIdOf } from "../require-map-scope";
import { viewImport } from "./get-import";
import { requireOwnUpload } from "./require-own-upload";

/** Takes an uploaded file for import and queues the run; the file stays in storage, so that any worker can go on with it. */
export const createImport = async (deps: Deps, actor: Actor, input: CreateImportInput): Promise<ImportRunView> => {
  requireWholeMapFor(actor, "location.import");
  await requireOwnUpload(deps, actor, input.uploadKey);
  const { kind, uploadKey, fileName, isComparison, ...options } = input;
  const view = await insertRun(deps, actor, {
    kind,
    fileName,
    storageKey: uploadKey,
    isComparison,
    options: { ...options, register: null },
  });
  await deps.jobs.add("map.run-import", { importId: view.id }, { jobId: `import-${view.id}` });
  return view;
};

export type ImportFileInput = { kind: ImportKind; path: string; isComparison?: boolean; options: ImportOptions };

/**
 * For the shell: takes a file of this machine into storage and sets the run up without queueing it; the caller runs it.
 * Throws INVALID `map.import.noSuchFile` when it cannot be read.
 */
export const createImportFromFile = async (
  deps: Deps,
  actor: Actor,
  { kind, path, isComparison = false, options }: ImportFileInput,
): Promise<ImportRunView> => {
  requireWholeMapFor(actor, "location.import");
  const file = await stat(path).catch(() => null);
  if (file === null || !file.isFile()) throw new AppError("INVALID", "map.import.noSuchFile", { path });
  const storageKey = `imports/${deps.newId()}`;
  await deps.storage.put(storageKey, createReadStream(path), "application/octet-stream");
  return insertRun(deps, actor, { kind, fileName: basename(path), storageKey, isComparison, options });
};

type NewRun = { kind: ImportKind; fileName: string; storageKey: string; isComparison: boolean; options: ImportOptions };

/** Sets a run up; whoever calls it runs or queues it. */
export const insertRun = async (deps: Deps, actor: Actor, run: NewRun): Promise<ImportRunView> => {
  const given = { ...run, id: deps.newId(), startedByUserId: userIdOf(actor), createdAt: deps.clock.now() };
  if (run.kind === "people" && !maySeePeople(actor)) throw new AppError("FORBIDDEN", "auth.notAllowed");
  return transaction(deps.db, async (db) => {
    const view = viewImport(await insertImport(db, given), given.createdAt);
    if (run.kind === "people") {
      const facts = { source: run.options.source, overwrite: run.options.overwrite, comparison: run.isComparison };
      await recordAudit(db, { actor, action: "people.import", entity: "ImportRun", entityId: given.id, facts });
    }
    return view;
  });
};
