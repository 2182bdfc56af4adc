import type { RawClient } from "@cml/db";
import type { StoredImport } from "@cml/db/map";
import type { ImportUndo } from "@cml/domain/map";
import type { Deps } from "../../deps";

export type UndoWork = { run: StoredImport; undo: ImportUndo; take: number };

/** What one step does to one chunk: where it stands then; `after` null when it came to its end. */
export type UndoStep = (deps: Deps, client: RawClient, work: UndoWork) => Promise<ImportUndo>;
